/// A case as the store keeps it: the determination in its present state, and what surrounds it.
public struct ReviewCase: Hashable, Sendable {
    /// The number under which it is filed.
    public var number: CaseNumber
    /// Where it stands.
    public var state: CaseState
    /// The day by which it must be decided; nil when the day of assignment is not known.
    public var due: Day?
    /// What the determination says so far.
    public var determination: Determination
    /// The published decisions of a case imported for blind review, in the order of the items; nil otherwise.
    ///
    /// The store gives them out only once every item of the case is decided.
    public var published: [PublishedDecision]?
    /// Whether it was imported for blind review.
    public var isBlind: Bool
    /// Whether the published decisions were given out once: whatever is decided from then on is decided with them seen.
    public var publishedWasSeen: Bool
    /// The records of the case, without their pages.
    public var records: [RecordSummary]
    /// Who has it, and what he attested; nil while nobody does.
    public var assignment: Assignment?
    /// Since when it waits for records, its clock stopped; nil while it does not.
    public var suspendedSince: Day?
    /// What is to be corrected, while a case that was returned is in review again; nil otherwise.
    public var correction: String?
    /// The case that took over its items, when it is consolidated.
    public var leading: CaseNumber?
    /// Raised by one with every change of the case.
    public var revision: Int

    /// A case from its parts.
    public init(
        number: CaseNumber, state: CaseState, due: Day? = nil, determination: Determination,
        published: [PublishedDecision]? = nil, isBlind: Bool = false,
        publishedWasSeen: Bool = false, records: [RecordSummary] = [],
        assignment: Assignment? = nil, suspendedSince: Day? = nil, correction: String? = nil,
        leading: CaseNumber? = nil, revision: Int = 1
    ) {
        self.number = number
        self.state = state
        self.due = due
        self.determination = determination
        self.published = published
        self.isBlind = isBlind
        self.publishedWasSeen = publishedWasSeen || published != nil
        self.records = records
        self.assignment = assignment
        self.suspendedSince = suspendedSince
        self.correction = correction
        self.leading = leading
        self.revision = revision
    }
}

/// What a published letter had decided about an item, held back during a blind review.
public struct PublishedDecision: Hashable, Sendable {
    /// The published decision.
    public var decision: Decision
    /// The published guideline line of the reviewer, prose.
    public var reviewerGuideline: String
    /// The published rationale, prose.
    public var rationale: String

    /// A published decision from its parts.
    public init(decision: Decision, reviewerGuideline: String, rationale: String) {
        self.decision = decision
        self.reviewerGuideline = reviewerGuideline
        self.rationale = rationale
    }
}

/// One document of the case file, without its pages.
public struct RecordSummary: Hashable, Sendable {
    /// Its place in the case file, from 1.
    public var position: Int
    /// What it is called.
    public var title: String
    /// How many pages it has.
    public var pageCount: Int
    /// What kind of document it is.
    public var kind: RecordKind
    /// Its document control number; empty when it has none.
    public var controlNumber: String

    /// A record's summary from its parts.
    public init(position: Int, title: String, pageCount: Int, kind: RecordKind = .other, controlNumber: String = "") {
        self.position = position
        self.title = title
        self.pageCount = pageCount
        self.kind = kind
        self.controlNumber = controlNumber
    }
}

/// One document of the case file with its pages.
public struct CaseRecord: Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// The text of each page, lines separated by `"\n"`.
    public var pages: [String]
    /// What kind of document it is.
    public var kind: RecordKind
    /// Its document control number; empty when it has none.
    public var controlNumber: String

    /// A record from its parts.
    public init(title: String, pages: [String], kind: RecordKind = .other, controlNumber: String = "") {
        self.title = title
        self.pages = pages
        self.kind = kind
        self.controlNumber = controlNumber
    }
}
