/// A decision on one item.
public struct ItemDecision: Hashable, Sendable {
    /// Which item, from 1.
    public var item: Int
    /// The decision.
    public var decision: Decision
    /// The guideline line of the reviewer; normalized by the store (see ``Prose``).
    public var reviewerGuideline: String
    /// What that line cites.
    public var citations: [Citation]
    /// The rationale; normalized by the store.
    public var rationale: String
    /// The line of the claims administrator, written together with the decision; nil to leave it as it is.
    public var claimsAdministratorGuideline: String?
    /// The revision of the case that the reviewer saw; nil to decide whatever the case is by now.
    public var revision: Int?

    /// A decision from its parts.
    public init(
        item: Int, decision: Decision, reviewerGuideline: String, citations: [Citation], rationale: String,
        claimsAdministratorGuideline: String? = nil, revision: Int?
    ) {
        self.item = item
        self.decision = decision
        self.reviewerGuideline = reviewerGuideline
        self.citations = citations
        self.rationale = rationale
        self.claimsAdministratorGuideline = claimsAdministratorGuideline
        self.revision = revision
    }
}
