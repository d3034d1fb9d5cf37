import CaseModel
import CaseStore
import Testing

@Suite("Writing what is no decision") struct WritingContract {
    @Test(
        "A summary and a claims administrator's line are written, and what was filed is known again",
        arguments: Engine.all)
    func write(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.determination.summary = ""
        _ = try await store.file(filing, replace: false, by: actor())
        let number = filing.number
        let written = try await store.write("A roofer.\r\n\r\nHe  fell.", as: .summary, in: number, by: actor())
        #expect(written.determination.summary == "A roofer.\n\nHe fell.")
        #expect(written.revision == 2 && written.state == .inReview)
        let line = "The Claims Administrator did not cite any medical evidence for its decision."
        let cited = try await store.write(
            line, as: .claimsAdministratorGuideline(item: 2), in: number, by: actor())
        #expect(cited.determination.items.map(\.claimsAdministratorGuideline)[1] == line)
        #expect(try await store.open(number) == cited)
        // The same words again are no change.
        #expect(
            try await store.write(line, as: .claimsAdministratorGuideline(item: 2), in: number, by: actor()) == cited)
        #expect(
            try await store.auditTrail(number).map(\.action) == [
                "case.filed", "summary.written", "claims-guideline.written",
            ])
        #expect(try await store.auditTrail(number).allSatisfy { !$0.detail.contains("roofer") })
        #expect(try await store.file(filing, replace: false, by: actor()) == .unchanged)
    }

    @Test(
        "A decided case stays decided on its day, and what passed quality review passes it again", arguments: Engine.all
    )
    func decided(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let on = try day("2026-02-01")
        for item in 1...3 {
            _ = try await store.decide(decision(item), in: filing.number, decisionDay: on, by: actor())
        }
        let approved = try await store.approve(filing.number, by: actor())
        let written = try await store.write("Other words.", as: .summary, in: filing.number, by: actor())
        #expect(
            written.state == .decided && written.determination.dates.decision == on
                && written.revision == approved.revision + 1)
    }

    @Test(
        "Words are not written over what the writer has not seen",
        arguments: [LetterPassage.summary, .claimsAdministratorGuideline(item: 2)])
    func revision(passage: LetterPassage) async throws {
        let store = try Engine.all[0].open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let number = filing.number
        let theirs = try await store.write("Theirs.", as: passage, in: number, revision: 1, by: actor("b"))
        await #expect(throws: CaseStoreError.changedMeanwhile(number)) {
            try await store.write("Mine.", as: passage, in: number, revision: 1, by: actor())
        }
        #expect(try await store.open(number) == theirs)
        let mine = try await store.write("Mine.", as: passage, in: number, revision: theirs.revision, by: actor())
        #expect(mine.revision == theirs.revision + 1)
    }

    @Test(
        "A decision and the claims administrator's line with it are recorded together, or neither is",
        arguments: Engine.all)
    func together(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let number = filing.number
        var both = try decision(2)
        both.claimsAdministratorGuideline = "The Claims  Administrator cited a chapter."
        let on = try day("2026-02-01")
        let waiting = try await store.suspend(number, since: day("2026-01-20"), by: actor())
        await #expect(throws: CaseStoreError.refused(.suspended(number, since: try day("2026-01-20")))) {
            try await store.decide(both, in: number, decisionDay: on, by: actor())
        }
        #expect(try await store.open(number) == waiting)
        let back = try await store.resume(number, received: day("2026-01-25"), by: actor())
        both.revision = back.revision
        let decided = try await store.decide(both, in: number, decisionDay: on, by: actor())
        let item = decided.determination.items[1]
        #expect(item.decision == both.decision)
        #expect(item.claimsAdministratorGuideline == "The Claims Administrator cited a chapter.")
        #expect(try await store.open(number) == decided)
        #expect(
            try await store.auditTrail(number).suffix(2).map(\.action) == ["claims-guideline.written", "item.decided"])
    }

    @Test("What is not open is not written", arguments: Engine.all)
    func refuse(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let history = try fullFiling("OLD-1", state: .published)
        let open = try fullFiling()
        _ = try await store.file([history, open], replace: false, by: actor())
        let missing = try number("NONE-1")
        let table: [(CaseNumber, LetterPassage, CaseStoreError)] = [
            (history.number, .summary, .notOpen(history.number)), (missing, .summary, .noSuchCase(missing)),
            (open.number, .claimsAdministratorGuideline(item: 4), .noSuchItem(open.number, 4)),
            (open.number, .claimsAdministratorGuideline(item: 0), .noSuchItem(open.number, 0)),
        ]
        for (number, passage, error) in table {
            await #expect(throws: error) { try await store.write("w", as: passage, in: number, by: actor()) }
        }
        #expect(try await store.open(open.number).revision == 1)
    }
}
