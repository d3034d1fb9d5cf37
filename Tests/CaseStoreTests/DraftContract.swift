import CaseModel
import CaseStore
import Testing

@Suite("Drafts") struct DraftContract {
    @Test("A newer draft replaces an older one, and a stale one is refused", arguments: Engine.all)
    func revisions(engine: Engine) async throws {
        let shelf = try Shelf()
        let store = try engine.open(shelf)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        func draft(_ revision: Int, item: Int = 1) -> Draft {
            Draft(
                item: item, rationale: " as  typed\n \(revision)", reviewerGuideline: "line", decision: .overturned,
                cursor: 3, revision: revision, savedAt: 1_000)
        }
        try await store.saveDraft(draft(1), in: filing.number, by: actor())
        #expect(try await store.open(filing.number).state == .inReview)
        try await store.saveDraft(draft(3), in: filing.number, by: actor())
        for stale in [0, 1, 2, 3] {
            await #expect(throws: CaseStoreError.staleDraft(filing.number)) {
                try await store.saveDraft(draft(stale), in: filing.number, by: actor())
            }
        }
        try await store.saveDraft(draft(1, item: 3), in: filing.number, by: actor())
        #expect(try await store.drafts(of: filing.number) == [draft(3), draft(1, item: 3)])
        // Another session sees what the first one has acknowledged.
        #expect(try await engine.open(shelf).drafts(of: filing.number).count == 2)
        let row = try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 1).first
        #expect(row?.hasDraft == true)

        try await store.discardDraft(item: 1, in: filing.number, by: actor())
        try await store.discardDraft(item: 1, in: filing.number, by: actor())
        try await store.discardDraft(item: 3, in: filing.number, by: actor())
        #expect(try await store.drafts(of: filing.number) == [])
        #expect(
            try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 1).first?.hasDraft == false)
        #expect(
            try await store.auditTrail(filing.number).map(\.action) == [
                "case.filed", "draft.saved", "draft.saved", "draft.saved", "draft.discarded", "draft.discarded",
            ])
    }

    @Test("The change counter moves with every change, of this store and of another", arguments: Engine.all)
    func changes(engine: Engine) async throws {
        let shelf = try Shelf()
        let (one, two) = (try engine.open(shelf), try engine.open(shelf))
        let filing = try fullFiling()
        var seen = [try await one.changeCounter()]
        #expect(try await one.changeCounter() == seen[0])
        _ = try await one.file(filing, replace: false, by: actor())
        seen.append(try await one.changeCounter())
        _ = try await two.decide(decision(1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        seen.append(try await one.changeCounter())
        #expect(Set(seen).count == 3)
        _ = try await two.open(filing.number)
        #expect(try await one.changeCounter() == seen[2])
    }
}
