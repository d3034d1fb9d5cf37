/// What a sentence of a rationale rests on.
///
/// A link holds on to the words of its sentence, not to a place in the text, so that it survives editing before and
/// after it. Once those words are gone from the rationale the link is loose: kept, and shown as such.
public struct EvidenceLink: Hashable, Sendable {
    /// Its number within the item, from 1, given by the store; 0 for a link that is not stored yet.
    public var id: Int
    /// The words of the rationale it belongs to, prose.
    public var sentence: String
    /// What it leads to.
    public var evidence: EvidencePlace

    /// A link from its parts.
    public init(id: Int = 0, sentence: String, evidence: EvidencePlace) {
        self.id = id
        self.sentence = sentence
        self.evidence = evidence
    }
}

/// Where the support of a sentence stands, or that it was looked for and is not there.
public enum EvidencePlace: Hashable, Sendable {
    /// Lines of a page of a record, record and page and lines from 1.
    case record(record: Int, page: Int, lines: ClosedRange<Int>)
    /// A passage of the guideline library that the sentence quotes: its id, the characters of the passage that are
    /// quoted, and the digest of the passage at that time.
    case passage(id: String, span: Range<Int>, digest: String)
    /// The records were searched for these words, and so many places were found; 0 means that they are absent.
    case search(words: String, found: Int)
}

/// A place in the records where searched words stand.
public struct RecordHit: Hashable, Sendable {
    /// The record, from 1.
    public var record: Int
    /// The page, from 1.
    public var page: Int
    /// The line of the page, from 1.
    public var line: Int
    /// The text of the line.
    public var text: String

    /// A place from its parts.
    public init(record: Int, page: Int, line: Int, text: String) {
        self.record = record
        self.page = page
        self.line = line
        self.text = text
    }
}
