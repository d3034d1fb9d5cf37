import CaseModel
import CaseStore
import Testing

@Suite("A finding that is let stand") struct OverrideContract {
    static func override(
        _ rule: String = "item.differs", item: Int? = 2, fingerprint: String = "00ab12", reason: String = "It is so."
    ) -> FindingOverride {
        FindingOverride(rule: rule, item: item, fingerprint: fingerprint, reason: reason, actor: "nobody", at: 5)
    }

    @Test("It comes back with its reason, its actor and its time, and the log keeps all of it", arguments: Engine.all)
    func roundTrip(engine: Engine) async throws {
        let shelf = try Shelf()
        let store = try engine.open(shelf)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        #expect(try await store.overrides(of: filing.number) == [])
        let given = OverrideContract.override(reason: "  The head\tis right.\nSee R1. ")
        let kept = try await store.overrideFinding(given, in: filing.number, by: actor("reviewer"))
        #expect(
            kept
                == FindingOverride(
                    rule: "item.differs", item: 2, fingerprint: "00ab12", reason: "The head is right.\n\nSee R1.",
                    actor: "reviewer", at: 1_000))
        // The same reason changes nothing, another one takes its place.
        #expect(try await store.overrideFinding(given, in: filing.number, by: actor("other")) == kept)
        let letter = OverrideContract.override("documents.missing", item: nil, fingerprint: "0")
        _ = try await store.overrideFinding(letter, in: filing.number, by: actor("reviewer"))
        let again = OverrideContract.override(reason: "Better said.")
        _ = try await store.overrideFinding(again, in: filing.number, by: actor("other"))
        let read = try await engine.open(shelf).overrides(of: filing.number)
        #expect(read.map(\.rule) == ["documents.missing", "item.differs"])
        #expect(read.map(\.item) == [nil, 2])
        #expect(read.map(\.reason) == ["It is so.", "Better said."])
        #expect(read.map(\.actor) == ["reviewer", "other"])
        #expect(try await store.open(filing.number).revision == 1)

        try await store.liftOverride(
            rule: "item.differs", item: 2, fingerprint: "00ab12", in: filing.number, by: actor())
        try await store.liftOverride(
            rule: "item.differs", item: 2, fingerprint: "00ab12", in: filing.number, by: actor())
        #expect(try await store.overrides(of: filing.number).map(\.rule) == ["documents.missing"])
        let trail = try await store.auditTrail(filing.number).dropFirst()
        #expect(
            trail.map(\.action) == [
                "finding.overridden", "finding.overridden", "finding.overridden", "finding.override-lifted",
            ])
        #expect(trail.map(\.item) == [2, nil, 2, 2])
        #expect(
            trail.map(\.detail) == [
                #"{"fingerprint":"00ab12","reason":"The head is right.\n\nSee R1.","rule":"item.differs"}"#,
                #"{"fingerprint":"0","reason":"It is so.","rule":"documents.missing"}"#,
                #"{"fingerprint":"00ab12","reason":"Better said.","rule":"item.differs"}"#,
                #"{"fingerprint":"00ab12","reason":"Better said.","rule":"item.differs"}"#,
            ])
    }

    @Test("It is taken back, and made again, only while what was seen still stands", arguments: Engine.all)
    func exchanged(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let (number, mine) = (filing.number, try actor("ann"))
        func override(_ reason: String?, by name: String = "ann") -> FindingOverride? {
            reason.map {
                FindingOverride(rule: "item.differs", item: 2, fingerprint: "00ab12", reason: $0, actor: name, at: 7)
            }
        }
        // What was seen, what is to stand, and what stands then; what was seen is another by now where that is the same.
        let table: [(FindingOverride?, FindingOverride?, String?)] = [
            (nil, override("One."), "One."), (nil, override("Two."), nil), (override("Two."), nil, nil),
            (override("One.", by: "bob"), nil, nil), (override("One."), override("Two."), "Two."),
            (override("Two."), nil, ""), (override("Two."), override("One."), nil),
        ]
        var stands = ""
        for (seen, new, reason) in table {
            if let reason {
                try await store.exchangeOverride(seen, for: new, in: number, by: mine)
                stands = reason
            } else {
                await #expect(throws: CaseStoreError.changedMeanwhile(number)) {
                    try await store.exchangeOverride(seen, for: new, in: number, by: mine)
                }
            }
            #expect(try await store.overrides(of: number).map(\.reason) == (stands.isEmpty ? [] : [stands]))
        }
        #expect(
            try await store.auditTrail(number).dropFirst().map(\.action)
                == ["finding.overridden", "finding.overridden", "finding.override-lifted"])
    }

    @Test("What names no finding, or gives no reason, is refused and changes nothing", arguments: Engine.all)
    func refusals(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        let history = try fullFiling("OLD-1", state: .published)
        _ = try await store.file([filing, history], replace: false, by: actor())
        let (open, missing) = (filing.number, try number("NONE-1"))
        let table: [(CaseNumber, FindingOverride, CaseStoreError)] = [
            (missing, OverrideContract.override(), .noSuchCase(missing)),
            (history.number, OverrideContract.override(), .notOpen(history.number)),
            (history.number, OverrideContract.override(item: nil), .notOpen(history.number)),
            (open, OverrideContract.override(item: 0), .noSuchItem(open, 0)),
            (open, OverrideContract.override(item: 4), .noSuchItem(open, 4)),
            (open, OverrideContract.override(reason: ""), .incompleteOverride(open)),
            (open, OverrideContract.override(reason: " \n\t"), .incompleteOverride(open)),
            (open, OverrideContract.override(""), .incompleteOverride(open)),
            (open, OverrideContract.override(fingerprint: ""), .incompleteOverride(open)),
            (open, OverrideContract.override(fingerprint: "00AB"), .incompleteOverride(open)),
        ]
        for (number, override, error) in table {
            await #expect(throws: error, "\(override)") {
                try await store.overrideFinding(override, in: number, by: actor())
            }
            #expect("\(error)".hasSuffix("."))
        }
        await #expect(throws: CaseStoreError.notOpen(history.number)) {
            try await store.liftOverride(rule: "r", item: nil, fingerprint: "0", in: history.number, by: actor())
        }
        await #expect(throws: CaseStoreError.noSuchCase(missing)) { try await store.overrides(of: missing) }
        #expect(try await store.overrides(of: open) == [])
        #expect(try await store.auditTrail(open).count == 1)
    }

    @Test("It stays through deciding, goes with a case that is replaced, and stays in the log", arguments: Engine.all)
    func life(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for item in [nil, 1, 2] {
            _ = try await store.overrideFinding(
                OverrideContract.override(item: item), in: filing.number, by: actor())
        }
        for item in 1...3 {
            _ = try await store.decide(decision(item), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        _ = try await store.reopen(item: 1, in: filing.number, by: actor())
        #expect(try await store.overrides(of: filing.number).map(\.item) == [nil, 1, 2])
        filing.determination.summary = "Other."
        #expect(try await store.file(filing, replace: true, by: actor()) == .replaced)
        #expect(try await store.overrides(of: filing.number) == [])
        let kept = try await store.auditTrail(filing.number).filter { $0.action == "finding.overridden" }
        #expect(kept.count == 3 && kept.allSatisfy { $0.detail.contains("It is so.") })
    }
}
