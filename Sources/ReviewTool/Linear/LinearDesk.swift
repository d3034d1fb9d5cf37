internal import CaseModel

/// The open case of the linear mode, with what is written about its items.
struct LinearDesk {
    var reviewCase: ReviewCase
    /// What is written and not decided, by item.
    var drafts: [Int: Draft]
    /// The item before the reviewer, from 1.
    var item = 1
    /// What was done to items since the case was opened, the newest last; and what of it was taken back.
    private(set) var behind: [LinearStep] = []
    private(set) var ahead: [LinearStep] = []

    init(_ reviewCase: ReviewCase, drafts: [Draft]) {
        self.reviewCase = reviewCase
        self.drafts = [:]
        know(reviewCase, drafts: drafts)
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
        let words = rationale ?? self.rationale
        // On a screen the writing goes on behind what was written here.
        let cursor = rationale == nil ? drafts[item]?.cursor ?? words.count : words.count
        return Draft(
            item: item, rationale: words, reviewerGuideline: guideline ?? self.guideline,
            decision: decision ?? drafts[item]?.decision, cursor: cursor, revision: (drafts[item]?.revision ?? 0) + 1)
    }

    /// Takes the case and its drafts as the store has them.
    mutating func know(_ reviewCase: ReviewCase, drafts: [Draft]) {
        self.reviewCase = reviewCase
        self.drafts = Dictionary(drafts.map { ($0.item, $0) }) { _, last in last }
        item = min(item, max(1, items.count))
    }

    // MARK: - Steps

    /// Which way a step is gone.
    enum Direction { case back, forward }

    /// All that stands for an item by now.
    func moment(of number: Int) -> LinearStep.Moment {
        LinearStep.Moment(items[number - 1], drafts[number])
    }

    /// Keeps what was done to each item since the desk was another.
    mutating func keepSteps(since before: LinearDesk) {
        guard before.reviewCase.number == reviewCase.number, before.items.count == items.count else { return }
        for number in 1...max(1, items.count) where items.indices.contains(number - 1) {
            let (old, new) = (before.moment(of: number), moment(of: number))
            guard old != new else { continue }
            behind.append(LinearStep(item: number, before: old, after: new))
            ahead = []
        }
    }

    /// The step that comes next in a direction.
    func next(_ direction: Direction) -> LinearStep? { direction == .back ? behind.last : ahead.last }

    /// The next step was gone.
    mutating func gone(_ direction: Direction) {
        switch direction {
        case .back: if let step = behind.popLast() { ahead.append(step) }
        case .forward: if let step = ahead.popLast() { behind.append(step) }
        }
    }

    /// Somebody else changed the case: nothing before that is taken back.
    mutating func forgetSteps() { (behind, ahead) = ([], []) }
}

/// One thing that was done to an item: what stood before, and what stood after it.
struct LinearStep {
    /// Which item, from 1.
    var item: Int
    var before: Moment
    var after: Moment

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

    /// What was done, in a few words.
    var words: String {
        if before.decision != after.decision {
            return after.decision.map { "item \(item) \($0.rawValue)" } ?? "the decision of item \(item) taken back"
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
