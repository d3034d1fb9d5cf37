import CaseModel
import CaseStore
import Testing

@Suite("Deciding") struct DecidingContract {
    @Test("A case goes from received to decided and back", arguments: Engine.all)
    func life(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let on = try day("2026-02-01")
        let draft = Draft(item: 1, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 1)
        try await store.saveDraft(draft, in: filing.number, by: actor())
        #expect(try await store.open(filing.number).revision == 1)

        let one = try await store.decide(decision(1, revision: 1), in: filing.number, decisionDay: on, by: actor())
        #expect(one.state == .inReview)
        #expect(one.revision == 2)
        #expect(one.determination.dates.decision == nil)
        #expect(one.determination.items[0].rationale == "Not necessary.\n\nReally not.")
        #expect(one.determination.items[0].reviewerGuideline == "Decision based on MTUS Knee Complaints 2004.")
        #expect(one.determination.items[0].citations == (try decision(1).citations))
        #expect(try await store.drafts(of: filing.number) == [])

        _ = try await store.decide(decision(3, .overturned), in: filing.number, decisionDay: on, by: actor())
        let all = try await store.decide(decision(2), in: filing.number, decisionDay: on, by: actor())
        #expect(all.state == .decided)
        #expect(all.determination.dates.decision == on)
        #expect(all.determination.outcome == .partialOverturn)
        #expect(try await store.open(filing.number) == all)

        let back = try await store.reopen(item: 2, in: filing.number, by: actor("another"))
        #expect(back.state == .inReview)
        #expect(back.revision == 5)
        #expect(back.determination.dates.decision == nil)
        #expect(back.determination.items[1].decision == nil)
        #expect(back.determination.items[1].rationale == "Not necessary.\n\nReally not.")
        #expect(try await store.reopen(item: 2, in: filing.number, by: actor()) == back)

        let trail = try await store.auditTrail(filing.number)
        #expect(
            trail.map(\.action) == [
                "case.filed", "draft.saved", "item.decided", "item.decided", "item.decided", "item.reopened",
            ])
        #expect(trail.map(\.sequence) == [1, 2, 3, 4, 5, 6])
        #expect(trail.map(\.item) == [nil, 1, 1, 3, 2, 2])
        #expect(trail.last?.actor == "another")
        #expect(trail.allSatisfy { !$0.detail.contains("necessary") && $0.detail.hasPrefix("{") && $0.at == 1_000 })
    }

    @Test("What cannot be decided is refused and changes nothing", arguments: Engine.all)
    func refusals(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        let history = try fullFiling("OLD-1", state: .published)
        let empty = CaseFiling(number: try number("EMPTY"), determination: Determination(), state: .received)
        _ = try await store.file([filing, history, empty], replace: false, by: actor())
        let missing = try number("NONE-1")
        let table: [(CaseNumber, Int, Int?, CaseStoreError)] = [
            (missing, 1, nil, .noSuchCase(missing)), (filing.number, 0, nil, .noSuchItem(filing.number, 0)),
            (filing.number, 4, nil, .noSuchItem(filing.number, 4)),
            (filing.number, 1, 2, .changedMeanwhile(filing.number)),
            (filing.number, 1, 0, .changedMeanwhile(filing.number)), (history.number, 1, nil, .notOpen(history.number)),
            (empty.number, 1, nil, .noSuchItem(empty.number, 1)),
        ]
        for (number, item, revision, error) in table {
            await #expect(throws: error) {
                try await store.decide(
                    decision(item, revision: revision), in: number, decisionDay: day("2026-02-01"), by: actor())
            }
            if revision == nil {
                await #expect(throws: error) { try await store.reopen(item: item, in: number, by: actor()) }
                let draft = Draft(
                    item: item, rationale: "", reviewerGuideline: "", decision: nil, cursor: 0, revision: 1)
                await #expect(throws: error) { try await store.saveDraft(draft, in: number, by: actor()) }
            }
        }
        #expect(try await store.open(filing.number).revision == 1)
        #expect(try await store.auditTrail(filing.number).count == 1)
        await #expect(throws: CaseStoreError.noSuchCase(missing)) { try await store.open(missing) }
        await #expect(throws: CaseStoreError.noSuchCase(missing)) { try await store.drafts(of: missing) }
        #expect(try await store.auditTrail(missing) == [])
    }

    @Test("A blind review shows what was published once every item is decided, and not before", arguments: Engine.all)
    func blind(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        let published = [Decision.upheld, .overturned, .upheld].map {
            PublishedDecision(decision: $0, reviewerGuideline: "SECRET line", rationale: "SECRET rationale")
        }
        filing.published = published
        _ = try await store.file(filing, replace: false, by: actor())
        func isHidden(_ found: ReviewCase) -> Bool {
            found.isBlind && found.published == nil && !"\(found)".contains("SECRET")
        }
        #expect(isHidden(try await store.open(filing.number)))
        for item in [2, 1] {
            let found = try await store.decide(
                decision(item), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
            #expect(isHidden(found))
        }
        #expect(try await store.countCases(WorklistQuery(words: "secret")) == 0)
        let last = try await store.decide(decision(3), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        #expect(last.published == published)
        let back = try await store.reopen(item: 1, in: filing.number, by: actor())
        #expect(isHidden(back) && back.publishedWasSeen)
        // What is hidden again was seen all the same, and the log tells so of whatever is decided from then on.
        let again = try await store.decide(decision(1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        #expect(try await again == store.open(filing.number))
        #expect(
            try await store.auditTrail(filing.number).filter { $0.action.hasPrefix("item.") }
                .map { $0.detail.contains("\"afterPublished\":true") } == [false, false, false, true, true])
        #expect(try await store.auditTrail(filing.number).allSatisfy { !$0.detail.contains("SECRET") })
    }

    @Test("Of many who decide on the same revision exactly one does", arguments: Engine.all)
    func racers(engine: Engine) async throws {
        let shelf = try Shelf()
        let stores = [try engine.open(shelf), try engine.open(shelf)]
        let filing = try fullFiling()
        _ = try await stores[0].file(filing, replace: false, by: actor())
        for round in 1...20 {
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for racer in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await stores[racer % 2].decide(
                                decision(1, revision: round), in: filing.number, decisionDay: day("2026-02-01"),
                                by: actor("racer \(racer)"))
                            return true
                        } catch CaseStoreError.changedMeanwhile { return false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
        }
        #expect(try await stores[1].open(filing.number).revision == 21)
    }
}
