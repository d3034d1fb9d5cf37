internal import CaseModel
internal import Letters

/// The open case of the linear mode, with what is written about its items.
struct LinearDesk {
    private(set) var reviewCase: ReviewCase
    /// What is written and not decided, by item.
    private(set) var drafts: [Int: Draft] = [:]
    /// The item before the reviewer, from 1.
    var item = 1
    /// What was done since the case was opened, the newest last; and what of it was taken back.
    private var behind: [LinearStep] = []
    private var ahead: [LinearStep] = []
    /// Each item as it was before the line that is carried out.
    private var rested: [LinearStep.Moment] = []
    /// What that line did by now besides what it did to items.
    private var done: [LinearStep.Change] = []

    init(_ reviewCase: ReviewCase, drafts: [Draft]) {
        self.reviewCase = reviewCase
        know(reviewCase, drafts: drafts)
        item = (reviewCase.determination.items.firstIndex { $0.decision == nil } ?? 0) + 1
        rest()
    }

    var items: [DisputedItem] { reviewCase.determination.items }

    /// The item before the reviewer, as written by now.
    var present: DisputedItem { asWritten.items[item - 1] }

    /// The determination with the drafts in place of what they will replace.
    var asWritten: Determination {
        var determination = reviewCase.determination
        for (number, draft) in drafts where determination.items.indices.contains(number - 1) {
            let line = Prose.normalized(draft.reviewerGuideline)
            determination.items[number - 1].rationale = Prose.normalized(draft.rationale)
            determination.items[number - 1].reviewerGuideline = line
            determination.items[number - 1].citations = CitationGrammar.parse(line)
            if let decision = draft.decision { determination.items[number - 1].decision = decision }
        }
        return determination
    }

    /// The items, from 1, about which something is written that the case does not record.
    var unrecorded: [Int] {
        drafts.values.filter { items.indices.contains($0.item - 1) && $0.differs(from: items[$0.item - 1]) }
            .map(\.item).sorted()
    }

    /// What becomes of what is written about the item, a sentence: which word records it.
    var recordingWords: String {
        guard let recorded = items[item - 1].decision else { return "“uphold” or “overturn” records it." }
        guard unrecorded.contains(item) else { return "It is what is recorded of item \(item)." }
        let word = (drafts[item]?.decision ?? recorded) == .upheld ? "uphold" : "overturn"
        return "Item \(item) stays as it was recorded until “\(word)” records it again."
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

    /// Takes a draft as it was written here; nil when it is thrown away.
    mutating func keep(_ draft: Draft?, item: Int) { drafts[item] = draft }

    /// Takes a draft that somebody else wrote: it is no step of this conversation.
    mutating func hear(_ draft: Draft) {
        drafts[draft.item] = draft
        if rested.indices.contains(draft.item - 1) { rested[draft.item - 1] = moment(of: draft.item) }
    }

    // MARK: - Steps

    /// Which way a step is gone.
    enum Direction { case back, forward }

    /// All that stands for an item by now.
    func moment(of number: Int) -> LinearStep.Moment {
        LinearStep.Moment(items[number - 1], drafts[number])
    }

    /// Notes what a line did besides what it did to items.
    mutating func note(_ change: LinearStep.Change) { done.append(change) }

    /// Keeps as a step what was done since the line before.
    mutating func keepStep() {
        let changes = zip(1..., rested).compactMap { number, before -> LinearStep.Change? in
            guard items.indices.contains(number - 1), before != moment(of: number) else { return nil }
            return .item(.init(item: number, before: before, after: moment(of: number)))
        }
        if !(changes + done).isEmpty {
            behind.append(LinearStep(changes: changes + done))
            ahead = []
        }
        rest()
    }

    /// As the items are now they were before the next line.
    private mutating func rest() {
        rested = items.indices.map { moment(of: $0 + 1) }
        done = []
    }

    /// The step that comes next in a direction.
    func next(_ direction: Direction) -> LinearStep? { direction == .back ? behind.last : ahead.last }

    /// The next step was gone.
    mutating func gone(_ direction: Direction) {
        switch direction {
        case .back: if let step = behind.popLast() { ahead.append(step) }
        case .forward: if let step = ahead.popLast() { behind.append(step) }
        }
        rest()
    }

    /// The next step cannot be gone any more: what it would change is another by now.
    mutating func drop(_ direction: Direction) {
        if direction == .back { _ = behind.popLast() } else { _ = ahead.popLast() }
    }

    /// Somebody else changed the case: nothing before that is taken back.
    mutating func forgetSteps() {
        (behind, ahead) = ([], [])
        rest()
    }
}
