import CaseModel
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("The audit log") struct AuditTests {
    static let attacks = [
        "UPDATE audit SET actor = 'nobody'", "UPDATE audit SET at = 0 WHERE sequence = 1", "DELETE FROM audit",
        "DELETE FROM audit WHERE sequence = 2",
        "INSERT OR REPLACE INTO audit VALUES (1, 5, 'nobody', 'case.filed', NULL, NULL, '{}', NULL, zeroblob(32))",
        "REPLACE INTO audit VALUES (3, 5, 'nobody', 'case.filed', NULL, NULL, '{}', NULL, zeroblob(32))",
        "INSERT INTO audit VALUES (9, 9999, 'nobody', 'case.filed', NULL, NULL, '{}', NULL, zeroblob(32))",
        "INSERT INTO audit VALUES (4, 1, 'nobody', 'case.filed', NULL, NULL, '{}', NULL, zeroblob(32))",
        "INSERT INTO audit VALUES (4, 9999, 'nobody', 'case.filed', NULL, NULL, 'no JSON', NULL, zeroblob(32))",
        "INSERT INTO audit VALUES (4, 9999, 'nobody', 'case.filed', NULL, NULL, '{}', NULL, NULL)",
        "INSERT INTO audit VALUES (4, 9999, 'nobody', 'case.filed', NULL, NULL, '{}', zeroblob(31), zeroblob(32))",
    ]

    @Test("No statement rewrites history", arguments: attacks)
    func only(attack: String) async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path, clock: { 100 })
        for name in ["A-1", "A-2", "A-3"] { _ = try await store.file(fullFiling(name), replace: false, by: actor()) }
        let before = try await lines(store)
        await #expect(throws: CaseStoreError.self) { try await store.write { try $0.execute(sql: attack) } }
        #expect(try await lines(store) == before)
        #expect(before.count == 3)
    }

    @Test("A clock that runs back stops the time of the log, which says so")
    func clock() async throws {
        let now = Mutex<Int64>(1_000)
        let store = try SQLiteCaseStore.open(at: try Shelf().path, clock: { now.withLock { $0 } })
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for time in [400, 1_100] as [Int64] {
            now.withLock { $0 = time }
            _ = try await store.decide(decision(1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        let trail = try await store.auditTrail(filing.number)
        #expect(trail.map(\.at) == [1_000, 1_000, 1_100])
        #expect(trail.map { $0.detail.contains("\"clockBehind\":600") } == [false, true, false])
        // The step itself is told once, however long the clock stays behind.
        now.withLock { $0 = 500 }
        for item in [2, 3, 1] {
            _ = try await store.decide(decision(item), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        let steps = try await store.audit(AuditQuery()).filter { $0.action == "clock.stepped" }
        #expect(steps.map(\.sequence) == [2, 5])
        #expect(steps.map(\.detail) == ["{\"clockBehind\":600}", "{\"clockBehind\":600}"])
        #expect(try StoreVerification.run(at: store.path).problems == [])
    }

    @Test("A clock that is behind by a minute or less is no step")
    func slightly() async throws {
        let now = Mutex<Int64>(1_000)
        let store = try SQLiteCaseStore.open(at: try Shelf().path, clock: { now.withLock { $0 } })
        _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
        now.withLock { $0 = 940 }
        _ = try await store.file(fullFiling("A-2"), replace: false, by: actor())
        #expect(try await store.audit(AuditQuery()).map(\.action) == ["case.filed", "case.filed"])
    }

    @Test("The log is asked by case, day and name, a portion at a time")
    func queries() async throws {
        let now = Mutex<Int64>(1_000)
        let store = try SQLiteCaseStore.open(at: try Shelf().path, clock: { now.withLock { $0 } })
        for (time, name, who) in [(1_000, "A-1", "ann"), (2_000, "A-2", "bob"), (3_000, "A-3", "ann")] {
            now.withLock { $0 = Int64(time) }
            _ = try await store.file(fullFiling(name), replace: false, by: actor(who))
        }
        try await store.recordOpening(of: [number("A-1")], by: actor("bob"))
        func found(_ query: AuditQuery) async throws -> [Int64] { try await store.audit(query).map(\.sequence) }
        #expect(try await found(AuditQuery()) == [1, 2, 3, 4])
        #expect(try await found(AuditQuery(number: number("A-1"))) == [1, 4])
        #expect(try await found(AuditQuery(since: 2_000)) == [2, 3, 4])
        #expect(try await found(AuditQuery(actor: "bob")) == [2, 4])
        #expect(try await found(AuditQuery(number: number("A-1"), since: 2_000, actor: "ann")) == [])
        #expect(try await found(AuditQuery(after: 1, limit: 2)) == [2, 3])
        #expect(try await store.audit(AuditQuery(after: 3)).map(\.action) == ["case.opened"])
        #expect(try await store.audit(AuditQuery(after: 3)).first?.caseNumber == "A-1")
        await #expect(throws: CaseStoreError.noSuchCase(try number("B-1"))) {
            try await store.recordOpening(of: [number("B-1")], by: actor())
        }
    }

    @Test("A command that is refused leaves no line and no gap")
    func gaps() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for item in [1, 9, 2, 0, 3] {
            _ = try? await store.decide(decision(item), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        #expect(try await store.auditTrail(filing.number).map(\.sequence) == [1, 2, 3, 4])
    }

    private func lines(_ store: SQLiteCaseStore) async throws -> [String] {
        try await store.read { db in
            try String.fetchAll(
                db, sql: "SELECT sequence || ' ' || at || ' ' || actor || ' ' || action || ' ' || detail FROM audit")
        }
    }
}
