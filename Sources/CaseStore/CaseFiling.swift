public import CaseModel

/// A case as intake hands it to the store.
public struct CaseFiling: Hashable, Sendable {
    /// The number to file it under.
    public var number: CaseNumber
    /// What it says; for an open case the items have no decisions.
    public var determination: Determination
    /// Where it stands.
    public var state: CaseState
    /// The published decisions to hold back, in the order of the items; nil when it is not for blind review.
    public var published: [PublishedDecision]?
    /// Its records.
    public var records: [CaseRecord]
    /// What the notice of assignment tells of it; nil when there is none.
    public var notice: CaseNotice?

    /// A filing from its parts.
    public init(
        number: CaseNumber, determination: Determination, state: CaseState, published: [PublishedDecision]? = nil,
        records: [CaseRecord] = [], notice: CaseNotice? = nil
    ) {
        self.number = number
        self.determination = determination
        self.state = state
        self.published = published
        self.records = records
        self.notice = notice
    }
}

/// What filing a case did.
public enum FilingResult: Hashable, Sendable {
    /// It is new in the store.
    case added
    /// The same content was there already; nothing changed.
    case unchanged
    /// It took the place of other content.
    case replaced
}

/// The outcome of one filing among many.
public enum FilingOutcome: Sendable {
    case done(FilingResult)
    case refused(CaseStoreError)
}
