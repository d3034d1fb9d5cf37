public import CaseModel

/// What a reviewer has written about an item and not yet decided.
public struct Draft: Hashable, Sendable {
    /// Which item, from 1.
    public var item: Int
    /// The rationale so far, as typed.
    public var rationale: String
    /// The guideline line so far, as typed.
    public var reviewerGuideline: String
    /// The decision leaned to, if any.
    public var decision: Decision?
    /// Where the cursor stood: Unicode scalars from the start of the rationale.
    public var cursor: Int
    /// Raised by one with every saved draft of the item.
    public var revision: Int
    /// When it was saved, seconds since 1970 UTC; filled by the store.
    public var savedAt: Int64

    /// A draft from its parts.
    public init(
        item: Int, rationale: String, reviewerGuideline: String, decision: Decision?, cursor: Int, revision: Int,
        savedAt: Int64 = 0
    ) {
        self.item = item
        self.rationale = rationale
        self.reviewerGuideline = reviewerGuideline
        self.decision = decision
        self.cursor = cursor
        self.revision = revision
        self.savedAt = savedAt
    }
}
