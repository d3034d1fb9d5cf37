public import CaseModel

/// A letter that was read: its values, and where in the source each part of it stands.
public struct ReadLetter: Hashable, Sendable {
    /// What the letter says.
    public var determination: Determination
    /// The documents reviewed, each in one paragraph without its number; empty when the letter has no list of them.
    public var documents: [String] = []
    /// What stands under the heading of the notices, prose; empty when the letter has none.
    public var closing = ""
    /// The parts of the letter in the order of the source; the header's fields stand after the header, page furniture
    /// after all.
    ///
    /// Each word of the source belongs to one part, but for those of the header's fields, which the header has too.
    public var parts: [LetterPart]
    /// What in the letter could not be taken as it stands, in the order of the source.
    public var notices: [LetterNotice]

    /// The part of a kind; nil when the letter lacks it.
    public func part(_ kind: LetterPart.Kind) -> LetterPart? {
        parts.first { $0.kind == kind }
    }
}

/// One part of a letter and its place in the source.
public struct LetterPart: Hashable, Sendable {
    /// What part of a letter it is. Items count from 1.
    public enum Kind: Hashable, Sendable {
        /// Everything before the first heading.
        case header
        /// One value of the header.
        case headerField(HeaderField)
        /// A heading.
        case heading(LetterHeading)
        /// The organization's text under the first heading.
        case methodology
        /// The sentence that leads in the credentials, and the two labels.
        case credentialsForm
        /// The licensure states.
        case licensure
        /// The certifications or specialties.
        case specialties
        /// The sentence before the documents reviewed, and their numbers.
        case documentsForm
        /// A document reviewed, without its number; documents count from 1.
        case document(Int)
        /// The fixed sentence before the summary.
        case summaryLeadIn
        /// The clinical case summary.
        case summary
        /// The fixed sentence before the first item.
        case itemsLeadIn
        /// The head of an item without its decision.
        case head(item: Int)
        /// The word of the decision.
        case decision(item: Int)
        /// One of the three labels of an item.
        case label(item: Int)
        /// The claims administrator's guideline line, without its label.
        case claimsAdministratorGuideline(item: Int)
        /// The reviewer's guideline line, without its label.
        case reviewerGuideline(item: Int)
        /// The rationale, without its label.
        case rationale(item: Int)
        /// What stands under the heading of the notices.
        case closing
        /// Running titles and page numbers.
        case furniture
    }

    /// What part it is.
    public var kind: Kind
    /// Where it stands; page furniture may stand inside.
    public var span: SourceSpan
    /// Its words in order, each with its offset in the part's normalized text.
    public var words: [WordPlace]

    /// The place in the source of a range of the part's normalized text, counted in Unicode scalars.
    ///
    /// Nil when the range holds no character of a word. Where a word has scalars of several bytes and the range cuts
    /// it, the whole word is given.
    public func source(ofScalars range: Range<Int>) -> SourceSpan? {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].offset + words[middle].length <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < words.count, words[low].offset < range.upperBound else { return nil }
        let first = words[low]
        var last = low
        while last + 1 < words.count, words[last + 1].offset < range.upperBound { last += 1 }
        let start = first.byte(atScalar: max(0, range.lowerBound - first.offset)) ?? first.bytes.lowerBound
        let end = words[last].byte(atScalar: min(words[last].length, range.upperBound - words[last].offset))
        return SourceSpan(
            lines: first.line...words[last].line, bytes: start..<(end ?? words[last].bytes.upperBound))
    }
}

/// Where something stands in the source.
public struct SourceSpan: Hashable, Sendable {
    /// Its lines, from 1.
    public var lines: ClosedRange<Int>
    /// Its bytes in the UTF-8 of the source, from 0.
    public var bytes: Range<Int>

    /// A span from its parts.
    public init(lines: ClosedRange<Int>, bytes: Range<Int>) {
        self.lines = lines
        self.bytes = bytes
    }
}

/// A word of a part: where it stands in the part's normalized text, and where in the source.
public struct WordPlace: Hashable, Sendable {
    /// Its offset in the normalized text, in Unicode scalars.
    public var offset: Int
    /// Its length in Unicode scalars.
    public var length: Int
    /// Its bytes in the UTF-8 of the source.
    public var bytes: Range<Int>
    /// Its line in the source, from 1.
    public var line: Int

    /// The byte at which a scalar of the word begins; nil when only the source itself could tell.
    func byte(atScalar index: Int) -> Int? {
        if index == 0 { return bytes.lowerBound }
        return bytes.count == length ? bytes.lowerBound + index : nil
    }
}

/// A value of a letter's header.
public enum HeaderField: String, Hashable, Sendable, CaseIterable {
    /// The case number.
    case caseNumber = "case number"
    /// The day the case was assigned.
    case dateAssigned = "date assigned"
    /// The day of injury.
    case dateOfInjury = "date of injury"
    /// The day of the decision.
    case decisionDate = "decision date"
    /// The day of the utilization review decision.
    case utilizationReviewDate = "UR denial date"
    /// Standard or expedited.
    case priority = "priority"
    /// The day the application was received.
    case applicationReceived = "application received"
}

/// Something in a letter that could not be taken as it stands; its value is left out.
public struct LetterNotice: Hashable, Sendable, CustomStringConvertible {
    /// What it is about.
    public enum Kind: Hashable, Sendable {
        /// A field of the header holds no day that exists.
        case noSuchDay(HeaderField)
        /// A field of the header holds no value of its kind.
        case notUnderstood(HeaderField)
        /// The credentials are missing.
        case noCredentials
    }

    /// What it is about.
    public var kind: Kind
    /// The line in the source, from 1.
    public var line: Int

    /// One sentence for a person; it holds no text of the letter.
    public var description: String {
        switch kind {
        case .noSuchDay(let field): "Line \(line): the \(field.rawValue) is no day of the calendar and is left out."
        case .notUnderstood(let field): "Line \(line): the \(field.rawValue) is not understood and is left out."
        case .noCredentials: "Line \(line): the reviewer's licensure and specialty are missing."
        }
    }
}
