/// The text of a letter as words and lines, each knowing where in the source it stands.
///
/// Blank lines and page furniture are gone from `words` and `lines`; every part of a letter is a run of consecutive
/// words. Positions are offsets into `bytes`, the UTF-8 of the text.
struct LetterText {
    /// The UTF-8 of the source.
    let bytes: [UInt8]
    /// The words of the body in order.
    var words: [SourceWord] = []
    /// The lines of the body that hold words.
    var lines: [SourceLine] = []
    /// The words of running titles and page numbers.
    var furniture: [WordPlace] = []
    /// How many empty lines the source sets between two lines of a paragraph: 0, or 1 when it is double-spaced.
    var spacing = 0
    /// The usual length in scalars of a line that a paragraph continues after; 0 when there is none.
    var measure = 0

    /// Reads words and lines, takes the page furniture out and finds the paragraphs.
    init(_ text: String) throws(LetterError) {
        bytes = Array(text.utf8)
        try lex()
        removeFurniture()
        findParagraphs()
    }

    /// The words of a run of lines.
    func words(ofLines range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return lines[range.lowerBound].words.lowerBound..<lines[range.upperBound - 1].words.upperBound
    }

    /// The bytes of a word.
    func spelling(_ index: Int) -> ArraySlice<UInt8> {
        bytes[words[index].start..<words[index].end]
    }

    /// Whether a word reads so, whatever the case of its ASCII letters; `other` is in lower case.
    func word(_ index: Int, reads other: StaticString) -> Bool {
        words.indices.contains(index) && ASCII.equals(spelling(index), other)
    }
}

/// A run of characters without white space.
struct SourceWord: Hashable, Sendable {
    /// Its first byte.
    var start: Int
    /// The byte after its last.
    var end: Int
    /// The index of its line in the body.
    var line: Int
    /// Whether it follows the word before it without a space (`rationale:The` is read as two words).
    var isGlued: Bool
}

/// A line that holds words.
struct SourceLine: Hashable, Sendable {
    /// Its number in the source, from 1.
    var number: Int
    /// Its words, indexes into the words of the text.
    var words: Range<Int>
    /// Its length in scalars from the first word to the last.
    var length: Int
    /// How many columns stand before its first word.
    var indent: Int
    /// How many empty lines stand before it.
    var blanks: Int
    /// The page it stands on, from 0.
    var page: Int
    /// Whether a page begins between the line before it and this one.
    var opensPage: Bool
    /// Whether page furniture was taken out between the line before it and this one.
    var followsFurniture = false
    /// Whether a paragraph begins here.
    var opensParagraph = false
}
