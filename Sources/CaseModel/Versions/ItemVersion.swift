/// What stood for an item once: its decision, guideline line and rationale.
public struct ItemVersion: Hashable, Sendable {
    /// What made it stand.
    public enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// It stood so before the first change that is kept.
        case before
        /// It was being written.
        case draft
        /// It was decided.
        case decided
        /// The decision was taken back.
        case reopened
        /// What was written was thrown away, and what the case records stood again.
        case discarded
        /// It was brought back.
        case restored

        /// As a list shows it.
        public var words: String {
            switch self {
            case .before: "as it stood"
            case .draft: "written"
            case .decided: "recorded"
            case .reopened: "decision taken back"
            case .discarded: "draft thrown away"
            case .restored: "brought back"
            }
        }
    }

    /// Its place among the versions of the item, from 1, oldest first.
    public var sequence: Int
    /// When, in seconds since 1970 UTC.
    public var at: Int64
    /// Who.
    public var actor: String
    /// What made it stand.
    public var occasion: Occasion
    /// The decision; nil for none.
    public var decision: Decision?
    /// The guideline line.
    public var reviewerGuideline: String
    /// The rationale.
    public var rationale: String

    /// A version from its parts.
    public init(
        sequence: Int, at: Int64, actor: String, occasion: Occasion, decision: Decision?, reviewerGuideline: String,
        rationale: String
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.occasion = occasion
        self.decision = decision
        self.reviewerGuideline = reviewerGuideline
        self.rationale = rationale
    }
}

/// What an item is brought back to: what the case records of it, and what is written besides.
public struct ItemRestoration: Hashable, Sendable {
    /// Which item, from 1.
    public var item: Int
    /// The decision; nil for none.
    public var decision: Decision?
    /// The guideline line.
    public var reviewerGuideline: String
    /// What that line cites.
    public var citations: [Citation]
    /// The rationale.
    public var rationale: String
    /// What is written and not recorded; nil for nothing.
    public var draft: Draft?
    /// The revision of the case that the reviewer saw.
    public var revision: Int

    /// A restoration from its parts.
    public init(
        item: Int, decision: Decision?, reviewerGuideline: String, citations: [Citation], rationale: String,
        draft: Draft?, revision: Int
    ) {
        self.item = item
        self.decision = decision
        self.reviewerGuideline = reviewerGuideline
        self.citations = citations
        self.rationale = rationale
        self.draft = draft
        self.revision = revision
    }
}
