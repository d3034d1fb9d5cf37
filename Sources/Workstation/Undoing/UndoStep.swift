internal import CaseModel

/// One thing that was done in a case.
enum UndoStep: Sendable {
    /// To an item.
    case item(ItemStep)
    /// To what stands beside the items.
    case beside(CaseChange)

    /// What was done, in a few words.
    var words: String {
        switch self {
        case .item(let step): step.words
        case .beside(let change): change.words
        }
    }
}

/// One thing that was done to an item.
struct ItemStep: Sendable {
    /// Which item, from 1.
    var item: Int
    var before: ItemMoment
    var after: ItemMoment

    /// What was done, in a few words.
    var words: String {
        let (old, new) = (before.item.decision, after.item.decision)
        if old != new {
            return new.map { "item \(item) \($0.rawValue)" } ?? "the decision of item \(item) taken back"
        }
        if before.rationale != after.rationale { return "the rationale of item \(item)" }
        if before.guideline != after.guideline { return "the guideline line of item \(item)" }
        if before.chosen != after.chosen { return "the choice for item \(item)" }
        if !before.lacks(in: after).isEmpty { return "a link of item \(item)" }
        return after.lacks(in: before).isEmpty
            ? "what is recorded of item \(item)" : "the removal of a link of item \(item)"
    }
}
