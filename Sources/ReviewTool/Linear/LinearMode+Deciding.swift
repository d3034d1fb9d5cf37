internal import CaseModel
internal import CaseStore
internal import Letters

extension LinearMode {
    /// Records a decision with the rationale that is written.
    mutating func decide(_ decision: Decision) async throws {
        guard let desk else { return }
        let rationale = desk.rationale
        guard rationale.contains(where: { !$0.isWhitespace }) else {
            talk.say("A decision is recorded with its rationale: “template” or “write” first.")
            return
        }
        let blanks = rationale.count { $0 == "⟦" }
        guard blanks == 0 else {
            talk.say(
                "\(Counted.words(blanks, "blank")) of the rationale \(blanks == 1 ? "is" : "are") open: “blanks” fills "
                    + (blanks == 1 ? "it." : "them."))
            return
        }
        let line = Prose.normalized(desk.guideline)
        let changed = try await store.decide(
            ItemDecision(
                item: desk.item, decision: decision, reviewerGuideline: line, citations: CitationGrammar.parse(line),
                rationale: rationale, revision: desk.reviewCase.revision),
            in: desk.reviewCase.number, decisionDay: clock.today(), by: actor)
        take(changed)
        let open = changed.determination.items.count { $0.decision == nil }
        talk.say("Item \(desk.item): \(decision.word), recorded. \(Counted.words(open, "item")) still open.")
    }

    mutating func withdraw() async throws {
        guard let desk else { return }
        take(try await store.reopen(item: desk.item, in: desk.reviewCase.number, by: actor))
        talk.say("Item \(desk.item) is open again; its rationale stays.")
    }

    /// The case as it now stands in the store; the draft of the item is in it.
    private mutating func take(_ reviewCase: ReviewCase) {
        desk?.reviewCase = reviewCase
        found = []
        if let item = desk?.item { desk?.drafts[item] = nil }
    }
}
