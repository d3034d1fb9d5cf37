/// Where a case stands on its way from intake to delivery. ``CaseStep`` says what leads from one to another.
public enum CaseState: String, Hashable, Sendable, CaseIterable {
    /// It is here and nobody has it yet.
    case received
    /// A reviewer has it and has not begun.
    case assigned
    /// The reviewer has decided some item or written a draft, or the case was returned to him.
    case inReview = "in-review"
    /// Every item is decided.
    case decided
    /// Every item is decided and quality review has passed it: it waits for its signature.
    case qualityReview = "quality-review"
    /// Its determination is signed and cannot be changed any more.
    case signed
    /// It came in already determined: a published letter, kept as history.
    case published
    /// The signed determination has gone out.
    case delivered
    /// It ended without a determination, as when the treatment was authorized (8 CCR 9792.10.6(a)).
    case withdrawn
    /// Its items are decided in another case (8 CCR 9792.10.4).
    case consolidated

    /// In words, for lists.
    public var words: String {
        switch self {
        case .received: "received"
        case .assigned: "assigned"
        case .inReview: "in review"
        case .decided: "decided"
        case .qualityReview: "quality review"
        case .signed: "signed"
        case .delivered: "delivered"
        case .published: "published"
        case .withdrawn: "withdrawn"
        case .consolidated: "consolidated"
        }
    }

    /// In at most 10 characters, for a narrow column.
    public var short: String {
        switch self {
        case .qualityReview: "quality"
        case .consolidated: "joined"
        case .received, .assigned, .inReview, .decided, .signed, .published, .delivered, .withdrawn: words
        }
    }

    /// Whether a reviewer may still decide its items.
    public var isOpenToDecision: Bool {
        switch self {
        case .received, .assigned, .inReview, .decided, .qualityReview: true
        case .signed, .delivered, .published, .withdrawn, .consolidated: false
        }
    }

    /// Whether somebody has still something to do with it, so that a list of work shows it.
    public var isOnShelf: Bool {
        switch self {
        case .received, .assigned, .inReview, .decided, .qualityReview, .signed: true
        case .published, .delivered, .withdrawn, .consolidated: false
        }
    }

    /// Whether items of it wait for a decision, so that its due day runs.
    public var isWaiting: Bool {
        switch self {
        case .received, .assigned, .inReview: true
        case .decided, .qualityReview, .signed, .delivered, .published, .withdrawn, .consolidated: false
        }
    }

    /// Whether every item is decided, and on a day that can be held against the due day.
    public var isDecided: Bool {
        switch self {
        case .decided, .qualityReview, .signed, .delivered: true
        case .received, .assigned, .inReview, .published, .withdrawn, .consolidated: false
        }
    }
}
