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
    /// What the programme requires to be told; only an issued letter has it.
    case notices

    /// The heading as letters write it.
    public var words: String {
        switch self {
        case .made: "HOW THE IMR FINAL DETERMINATION WAS MADE"
        case .documents: "DOCUMENTS REVIEWED"
        case .summary: "CLINICAL CASE SUMMARY"
        case .items: "IMR ISSUES, DECISIONS AND RATIONALES"
        case .notices: "NOTICES"
        }
    }

    /// The letters of the heading, upper case, to compare with those of a line.
    ///
    /// Spacing and punctuation do not count: 2014 wrote `DECISION(S)`.
    var key: [UInt8] {
        switch self {
        case .made: LetterHeading.madeKey
        case .documents: LetterHeading.documentsKey
        case .summary: LetterHeading.summaryKey
        case .items: LetterHeading.itemsKey
        case .notices: LetterHeading.noticesKey
        }
    }

    private static let madeKey = Array("HOWTHEIMRFINALDETERMINATIONWASMADE".utf8)
    private static let documentsKey = Array("DOCUMENTSREVIEWED".utf8)
    private static let noticesKey = Array("NOTICES".utf8)
    private static let summaryKey = Array("CLINICALCASESUMMARY".utf8)
    private static let itemsKey = Array("IMRISSUESDECISIONSANDRATIONALES".utf8)

    /// The headings of 2013 and 2014 that the later form lacks.
    static let earlier = ["ISSUEATDISPUTE", "DOCUMENTSREVIEWED", "IMRDECISIONSANDRATIONALES", "DETERMINATIONISSUES"]
        .map { Array($0.utf8) }
}

/// Finds headings by their letters alone.
struct HeadingFinder {
    let text: LetterText

    /// The lines of a heading at or after a line; nil when it is not there.
    ///
    /// One in capitals is preferred, for running prose may hold a line of the same words. A heading may run over two
    /// lines.
    func find(_ heading: LetterHeading, from: Int) -> Range<Int>? {
        var inAnyCase: Range<Int>?
        for line in from..<max(from, text.lines.count) {
            guard let end = match(heading.key, line) else { continue }
            if isInCapitals(line..<end) { return line..<end }
            if inAnyCase == nil, text.lines[line].opensParagraph { inAnyCase = line..<end }
        }
        return inAnyCase
    }

    /// The lines of a heading that only some letters have: in capitals, at the start of a paragraph, the last within
    /// the lines; nil when it is not there.
    ///
    /// It is asked for more than the headings that every letter has, for nothing else tells it from running text.
    func find(optional heading: LetterHeading, in lines: Range<Int>) -> Range<Int>? {
        for line in lines.reversed() where text.lines[line].opensParagraph {
            guard let end = match(heading.key, line), end <= lines.upperBound, isInCapitals(line..<end) else {
                continue
            }
            return line..<end
        }
        return nil
    }

    /// The number of the first line that is a heading of an earlier form.
    func earlierForm() -> Int? {
        for line in text.lines.indices where LetterHeading.earlier.contains(where: { match($0, line) != nil }) {
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
