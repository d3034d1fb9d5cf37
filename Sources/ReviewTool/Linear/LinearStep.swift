internal import CaseModel
internal import Workstation

/// What a line did to the open case; it is taken back as one.
struct LinearStep {
    /// What was done, in an order in which it can be done again.
    var changes: [Change]

    /// One thing that was done.
    enum Change {
        /// To what is recorded and written of an item.
        case item(ItemChange)
        /// A link of an item was made, or taken away.
        case link(EvidenceLink, item: Int, isMade: Bool)
        /// To what stands beside the items.
        case beside(CaseChange)

        /// The change that takes it back.
        var reversed: Change {
            switch self {
            case .item(let change): .item(ItemChange(item: change.item, before: change.after, after: change.before))
            case .link(let link, let item, let isMade): .link(link, item: item, isMade: !isMade)
            case .beside(let change): .beside(change.reversed)
            }
        }

        /// What was done, in a few words for the ear that tell nothing of the patient.
        var words: String {
            switch self {
            case .item(let change): change.words
            case .link(_, let item, true): "a link of item \(item)"
            case .link(_, let item, false): "the removal of a link of item \(item)"
            case .beside(.bookmark(let before, let after)):
                switch (before, after) {
                case (let mark?, nil): "the removal of the mark at \(LinearMode.words(of: mark.place))"
                case (nil, let mark?): "the mark at \(LinearMode.words(of: mark.place))"
                case (_, let mark): mark.map { "the other note of the mark at \(LinearMode.words(of: $0.place))" } ?? ""
                }
            case .beside(let change): change.words
            }
        }

        /// Whether it is a mark of the reviewer, which he may set wherever he may read.
        var isMark: Bool { if case .beside(.bookmark) = self { true } else { false } }
    }

    /// The changes that take it back.
    var reversed: [Change] { changes.reversed().map(\.reversed) }

    /// What was done, in a few words.
    var words: String { changes.map(\.words).joined(separator: ", ") }

    /// What was done to an item: what stood before, and what stood after it.
    struct ItemChange {
        /// Which item, from 1.
        var item: Int
        var before: Moment
        var after: Moment
    }

    /// What the case records of an item, and what is written besides.
    struct Moment: Equatable {
        var decision: Decision?
        var guideline: String
        var citations: [Citation]
        var rationale: String
        /// What is written and not recorded; nil for nothing. Its revision and time say nothing here.
        var draft: Draft?

        init(_ item: DisputedItem, _ draft: Draft?) {
            (decision, guideline, citations, rationale) = (
                item.decision, item.reviewerGuideline, item.citations, item.rationale
            )
            self.draft = draft
            self.draft?.revision = 0
            self.draft?.savedAt = 0
            self.draft?.cursor = draft?.rationale.count ?? 0
        }
    }
}

extension LinearStep.ItemChange {
    /// What was done, in a few words.
    fileprivate var words: String {
        if before.decision != after.decision {
            return after.decision.map { "item \(item) \($0.rawValue)" } ?? "the decision of item \(item) taken back"
        }
        if let decision = after.decision, before.draft != nil, after.draft == nil,
            (before.rationale, before.guideline) != (after.rationale, after.guideline)
        {
            return "item \(item) \(decision.rawValue) anew"
        }
        let (old, new) = (before.draft, after.draft)
        if (old?.rationale ?? before.rationale) != (new?.rationale ?? after.rationale) {
            return "the rationale of item \(item)"
        }
        if (old?.reviewerGuideline ?? before.guideline) != (new?.reviewerGuideline ?? after.guideline) {
            return "the guideline line of item \(item)"
        }
        return "what is recorded of item \(item)"
    }
}
