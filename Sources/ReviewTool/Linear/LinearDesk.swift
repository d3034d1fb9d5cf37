internal import CaseModel

/// The open case of the linear mode, with what is written about its items.
struct LinearDesk {
    var reviewCase: ReviewCase
    /// What is written and not decided, by item.
    var drafts: [Int: Draft]
    /// The item before the reviewer, from 1.
    var item = 1

    init(_ reviewCase: ReviewCase, drafts: [Draft]) {
        self.reviewCase = reviewCase
        self.drafts = Dictionary(drafts.map { ($0.item, $0) }) { _, last in last }
        item = (reviewCase.determination.items.firstIndex { $0.decision == nil } ?? 0) + 1
    }

    var items: [DisputedItem] { reviewCase.determination.items }

    /// The item before the reviewer, as written by now.
    var present: DisputedItem { asWritten.items[item - 1] }

    /// The determination with the drafts in place of what they will replace.
    var asWritten: Determination {
        var determination = reviewCase.determination
        for (number, draft) in drafts where determination.items.indices.contains(number - 1) {
            determination.items[number - 1].rationale = Prose.normalized(draft.rationale)
            determination.items[number - 1].reviewerGuideline = Prose.normalized(draft.reviewerGuideline)
        }
        return determination
    }

    /// The rationale of the item as typed, blanks included.
    var rationale: String { drafts[item]?.rationale ?? items[item - 1].rationale }

    /// The guideline line of the item as typed.
    var guideline: String { drafts[item]?.reviewerGuideline ?? items[item - 1].reviewerGuideline }

    /// The next draft of the item, with what changes in it.
    func draft(rationale: String? = nil, guideline: String? = nil, decision: Decision? = nil) -> Draft {
        Draft(
            item: item, rationale: rationale ?? self.rationale, reviewerGuideline: guideline ?? self.guideline,
            decision: decision ?? drafts[item]?.decision, cursor: 0, revision: (drafts[item]?.revision ?? 0) + 1)
    }
}
