/// The text of a section: its tokens, its sentences, and what of it stands in quotation marks.
///
/// A sentence ends at a full stop, question or exclamation mark before a capital, a number, a bracket or a quotation
/// mark, and with a paragraph; also where the space after the full stop is missing. Known abbreviations do not end
/// one. It gives up where the full stop itself is missing.
struct SectionText: Sendable {
    let section: Section
    let item: Int?
    let scalars: [Unicode.Scalar]
    let tokens: [Token]
    /// The tokens of each sentence.
    let sentences: [Range<Int>]
    /// The tokens between quotation marks, the marks not among them.
    let quotations: [Range<Int>]

    init(_ text: String, _ section: Section, item: Int? = nil) {
        self.section = section
        self.item = item
        scalars = Array(text.unicodeScalars)
        tokens = Tokenizer.tokens(of: scalars)
        sentences = SectionText.sentences(tokens)
        quotations = SectionText.quotations(tokens)
    }

    var isEmpty: Bool { tokens.isEmpty }
    var all: Range<Int> { tokens.indices }

    /// The place that tokens take.
    func evidence(_ range: Range<Int>) -> Evidence {
        guard let first = range.first, range.upperBound <= tokens.count else {
            return Evidence(section: section, item: item, start: 0, end: 0, text: "")
        }
        let (start, end) = (tokens[first].start, tokens[range.upperBound - 1].end)
        return Evidence(section: section, item: item, start: start, end: end, text: words(range))
    }

    /// The words of tokens as they stand in the text.
    func words(_ range: Range<Int>) -> String {
        guard let first = range.first, range.upperBound <= tokens.count else { return "" }
        return String(String.UnicodeScalarView(scalars[tokens[first].start..<tokens[range.upperBound - 1].end]))
    }

    /// Whether the tokens from a place on are these words.
    func reads(_ phrase: [String], at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= tokens.count else { return false }
        for (offset, word) in phrase.enumerated() where tokens[index + offset].text != word { return false }
        return true
    }

    /// Where one of some phrases first stands in a range.
    func first(of phrases: [[String]], in range: Range<Int>) -> Range<Int>? {
        for index in range {
            for phrase in phrases where tokens[index].text == phrase[0] && index + phrase.count <= range.upperBound {
                if reads(phrase, at: index) { return index..<(index + phrase.count) }
            }
        }
        return nil
    }

    /// Whether one of some words stands in a range.
    func holds(_ words: Set<String>, in range: Range<Int>) -> Bool {
        range.contains { words.contains(tokens[$0].text) }
    }

    /// The sentence that holds a token.
    func sentence(at index: Int) -> Range<Int> {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count ? sentences[low] : all
    }

    /// Whether a token stands in a quotation.
    func isQuoted(_ index: Int) -> Bool { quotations.contains { $0.contains(index) } }

    private static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "vs", "st", "approx", "e", "i", "g", "inc", "etc", "fig", "no", "b", "p", "q",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    private static func sentences(_ tokens: [Token]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in tokens.indices {
            let isLast = index + 1 == tokens.count
            if !isLast, !tokens[index + 1].opensParagraph, !ends(tokens, index) { continue }
            result.append(start..<(index + 1))
            start = index + 1
        }
        return result
    }

    private static func ends(_ tokens: [Token], _ index: Int) -> Bool {
        let (token, next) = (tokens[index], tokens[index + 1])
        // A closing quotation mark or bracket after a full stop belongs to its sentence.
        if token.text == "\"" || token.text == ")" {
            return index > 0 && tokens[index - 1].text == "." && !token.isSpaced && next.isSpaced && next.isCapital
        }
        guard token.text == "." || token.text == "?" || token.text == "!" else { return false }
        guard index > 0, !abbreviations.contains(tokens[index - 1].text) else { return false }
        if next.isSpaced { return next.isCapital || next.isNumber || next.text == "\"" || next.text == "(" }
        let before = tokens[index - 1]
        return next.isCapital && next.isWord && (before.isNumber || before.length > 3)
    }

    private static func quotations(_ tokens: [Token]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var open: Int?
        for index in tokens.indices where tokens[index].text == "\"" {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            let canOpen = tokens[index].isSpaced || index > 0 && tokens[index - 1].text == "("
            if let start = open, !(canOpen && next?.isSpaced == false && index - start > 400) {
                if start + 1 < index { result.append((start + 1)..<index) }
                open = nil
            } else {
                open = index
            }
        }
        return result
    }
}
