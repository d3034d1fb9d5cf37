/// One treatment or service in dispute, and what was decided about it.
public struct DisputedItem: Hashable, Sendable {
    /// The head of the item as the letter words it, without the decision.
    public var text: String
    /// What was requested, what utilization review authorized, and what remains in dispute.
    public var amounts: Amounts
    /// The guideline line of the claims administrator, prose; empty when there is none.
    public var claimsAdministratorGuideline: String
    /// The guideline line of the reviewer, prose; empty when not written yet.
    public var reviewerGuideline: String
    /// What the reviewer's guideline line cites, parsed; empty when it cites nothing.
    public var citations: [Citation]
    /// The decision; nil while the item is open.
    public var decision: Decision?
    /// The rationale, prose; empty when not written yet.
    public var rationale: String

    /// An item from its parts.
    public init(
        text: String, amounts: Amounts = Amounts(), claimsAdministratorGuideline: String = "",
        reviewerGuideline: String = "", citations: [Citation] = [], decision: Decision? = nil, rationale: String = ""
    ) {
        self.text = text
        self.amounts = amounts
        self.claimsAdministratorGuideline = claimsAdministratorGuideline
        self.reviewerGuideline = reviewerGuideline
        self.citations = citations
        self.decision = decision
        self.rationale = rationale
    }

    /// What the decision is about, in words: the remaining portion of a split request, else the whole item.
    public var matter: String { amounts.remaining ?? text }
}

/// The three amounts of a split request, each as the letter words it.
///
/// All nil when the request is not split. When the request could not be divided, `remaining` is the original
/// request again, as the letter repeats it.
public struct Amounts: Hashable, Sendable {
    /// What was requested.
    public var original: String?
    /// What the claims administrator authorized of it.
    public var authorized: String?
    /// What remains in dispute.
    public var remaining: String?

    /// Amounts from their parts.
    public init(original: String? = nil, authorized: String? = nil, remaining: String? = nil) {
        self.original = original
        self.authorized = authorized
        self.remaining = remaining
    }

    /// Whether utilization review granted part of the request.
    public var isSplit: Bool { original != nil || authorized != nil }
}

/// The decision on an item. There is no third: a part that was granted is a matter of ``Amounts``.
public enum Decision: String, Hashable, Sendable, CaseIterable {
    /// The denial stands: the item is not medically necessary.
    case upheld
    /// The denial falls: the item is medically necessary.
    case overturned

    /// As letters write it: `Upheld`, `Overturned`.
    public var word: String {
        switch self {
        case .upheld: "Upheld"
        case .overturned: "Overturned"
        }
    }
}

/// The outcome of a case, rolled up from the decisions on its items.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Every item was upheld.
    case uphold
    /// Every item was overturned.
    case overturn
    /// Some were upheld and some overturned.
    case partialOverturn = "partial-overturn"
    /// At least one item is undecided, or there is none.
    case open

    /// Rolls up the decisions of a case's items, nil standing for an undecided one.
    public init(of decisions: [Decision?]) {
        guard !decisions.isEmpty, !decisions.contains(nil) else {
            self = .open
            return
        }
        switch (decisions.contains(.upheld), decisions.contains(.overturned)) {
        case (true, true): self = .partialOverturn
        case (true, false): self = .uphold
        default: self = .overturn
        }
    }

    /// In words, as determinations name it.
    public var words: String {
        switch self {
        case .uphold: "Uphold"
        case .overturn: "Overturn"
        case .partialOverturn: "Partial Overturn"
        case .open: "Open"
        }
    }
}
