package import CaseModel
package import Letters

/// What is checked: a determination, and as much of what surrounds it as is known.
///
/// Whatever is nil is not known, and the rules that need it are silent.
package struct CheckInput: Sendable {
    /// Where a determination comes from.
    package enum Kind: Sendable {
        /// A published copy: names, documents list and notices were taken out by the publisher.
        case publishedCopy
        /// A determination that is being made here.
        case madeHere
    }

    /// The determination.
    package var determination: Determination
    /// Where it comes from.
    package var kind: Kind
    /// The header: its text, and where its values stand.
    package var header: HeaderText
    /// The documents of the case file with their pages; nil when they are not at hand.
    package var records: [CaseRecord]?
    /// The titles of the documents that the determination lists as reviewed; nil when its list is not known apart from
    /// the case file, which then counts as the list.
    package var documents: [String]?
    /// Names that must not stand in the letter: the reviewer's, in a publication copy the parties'.
    package var guardedNames: [String]
    /// The requesting physician and day of injury of each item; nil when not known.
    package var origins: [ItemOrigin]?
    /// Whether the reviewer attested that there is no conflict of interest; nil when not known.
    package var hasConflictAttestation: Bool?
    /// The reviewer as the organization knows him; nil when it is not known who he is.
    package var reviewer: Reviewer?
    /// The guideline library; nil when there is none.
    package var guidelines: (any GuidelineEvidence)?
    /// The dictionaries; nil when there are none.
    package var spelling: (any SpellingJudge)?
    /// The texts that rationales are begun from; empty when they are not at hand.
    package var stock: [StockRationale]

    /// The input of a determination, from the store or being written.
    package init(
        _ determination: Determination, kind: Kind = .madeHere, records: [CaseRecord]? = nil,
        documents: [String]? = nil, guardedNames: [String] = [], origins: [ItemOrigin]? = nil,
        hasConflictAttestation: Bool? = nil, guidelines: (any GuidelineEvidence)? = nil,
        spelling: (any SpellingJudge)? = nil, stock: [StockRationale] = []
    ) {
        self.determination = determination
        self.kind = kind
        header = HeaderText(of: determination)
        self.records = records
        self.documents = documents
        self.guardedNames = guardedNames
        self.origins = origins
        self.hasConflictAttestation = hasConflictAttestation
        self.guidelines = guidelines
        self.spelling = spelling
        self.stock = stock
    }

    /// The input of a letter read from a file; `source` is the text it was read from.
    package init(_ letter: ReadLetter, source: String, kind: Kind = .publishedCopy) {
        self.init(letter.determination, kind: kind)
        if let header = HeaderText(of: letter, source: source) { self.header = header }
    }
}

/// Who asked for an item, and for which injury.
package struct ItemOrigin: Hashable, Sendable {
    /// The requesting physician, as the notice of assignment names him.
    package var physician: String
    /// The day of injury.
    package var injury: Day?

    /// An origin from its parts.
    package init(physician: String, injury: Day?) {
        self.physician = physician
        self.injury = injury
    }
}
