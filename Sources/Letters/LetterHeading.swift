public import CaseModel

/// The headings of a determination letter, in their order; published copies lack the list of documents and the notices.
public enum LetterHeading: Hashable, Sendable, CaseIterable {
    /// How the determination was made: methodology and the reviewer's credentials.
    case made
    /// The documents reviewed (8 CCR 9792.10.6(d)); an issued letter has them, a published copy does not.
    case documents
    /// The clinical case summary.
    case summary
    /// The items, each with its decision and rationale.
    case items
    /// What the program requires to be told; only an issued letter has it.
    case notices

    /// The heading as letters of a program write it.
    public func words(in wording: LetterWording) -> String {
        switch self {
        case .made: wording.headings.made
        case .documents: wording.headings.documents
        case .summary: wording.headings.summary
        case .items: wording.headings.items
        case .notices: wording.headings.notices
        }
    }
}

/// The letters of a program's headings, upper case, to compare with those of a line.
///
/// Spacing and punctuation do not count: 2014 wrote `DECISION(S)`.
struct HeadingKeys {
    private let made: [UInt8]
    private let summary: [UInt8]
    private let items: [UInt8]
    private let documents: [UInt8]
    private let notices: [UInt8]
    /// The headings of earlier forms that the later form lacks.
    let earlier: [[UInt8]]

    init(_ wording: LetterWording) {
        made = HeadingKeys.letters(wording.headings.made)
        summary = HeadingKeys.letters(wording.headings.summary)
        items = HeadingKeys.letters(wording.headings.items)
        documents = HeadingKeys.letters(wording.headings.documents)
        notices = HeadingKeys.letters(LetterHeading.notices.words(in: wording))
        earlier = wording.headings.earlier.map(HeadingKeys.letters)
    }

    /// Of the usual wording: made once, for thousands of letters are read in a run.
    static let usual = HeadingKeys(.usual)

    subscript(heading: LetterHeading) -> [UInt8] {
        switch heading {
        case .made: made
        case .summary: summary
        case .items: items
        case .documents: documents
        case .notices: notices
        }
    }

    private static func letters(_ words: String) -> [UInt8] {
        words.utf8.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }.map { $0 & 0xDF }
    }
}

/// Finds headings by their letters alone.
struct HeadingFinder {
    let text: LetterText
    var keys = HeadingKeys.usual

    /// The lines of a heading at or after a line; nil when it is not there.
    ///
    /// One in capitals is preferred, for running prose may hold a line of the same words. A heading may run over two
    /// lines.
    func find(_ heading: LetterHeading, from: Int) -> Range<Int>? {
        var inAnyCase: Range<Int>?
        for line in from..<max(from, text.lines.count) {
            guard let end = match(keys[heading], line) else { continue }
            if isInCapitals(line..<end) { return line..<end }
            // A line amid the page is a heading even where a page ended and took the empty line before it.
            let standsApart = text.lines[line].opensParagraph || text.lines[line].indent >= 8
            if inAnyCase == nil, standsApart { inAnyCase = line..<end }
        }
        return inAnyCase
    }

    /// The lines of a heading that only some letters have: in capitals, at the start of a paragraph, the last within
    /// the lines; nil when it is not there.
    ///
    /// It is asked for more than the headings that every letter has, for nothing else tells it from running text.
    func find(optional heading: LetterHeading, in lines: Range<Int>) -> Range<Int>? {
        for line in lines.reversed() where text.lines[line].opensParagraph {
            guard let end = match(keys[heading], line), end <= lines.upperBound, isInCapitals(line..<end) else {
                continue
            }
            return line..<end
        }
        return nil
    }

    /// The number of the first line that is a heading of an earlier form.
    func earlierForm() -> Int? {
        for line in text.lines.indices where keys.earlier.contains(where: { match($0, line) != nil }) {
            return text.lines[line].number
        }
        return nil
    }

    /// The line after the heading when one with these letters begins at a line.
    private func match(_ key: [UInt8], _ first: Int) -> Int? {
        var at = 0
        for line in first..<min(first + 3, text.lines.count) {
            for word in text.lines[line].words {
                for byte in text.spelling(word) where ASCII.isLetter(byte) || ASCII.isDigit(byte) {
                    guard at < key.count, byte & 0xDF == key[at] else { return nil }
                    at += 1
                }
            }
            if at == key.count { return line + 1 }
            // Without a single letter so far the line is not the start of a heading.
            if at == 0 { return nil }
        }
        return nil
    }

    private func isInCapitals(_ lines: Range<Int>) -> Bool {
        text.words(ofLines: lines).allSatisfy { word in
            text.spelling(word).allSatisfy { !ASCII.isLetter($0) || ASCII.isCapital($0) }
        }
    }
}
