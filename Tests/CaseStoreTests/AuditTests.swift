import CaseModel
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("The audit log") struct AuditTests {
    static let attacks = [
        "UPDATE audit SET actor = 'nobody'", "UPDATE audit SET at = 0 WHERE sequence = 1", "DELETE FROM audit",
        "DELETE FROM audit WHERE sequence = 2",
        "INSERT OR REPLACE INTO audit VALUES (1, 5, 'nobody', 'case.filed', NULL, NULL, '{}')",
        "REPLACE INTO audit VALUES (3, 5, 'nobody', 'case.filed', NULL, NULL, '{}')",
        "INSERT INTO audit VALUES (9, 9999, 'nobody', 'case.filed', NULL, NULL, '{}')",
        "INSERT INTO audit VALUES (4, 1, 'nobody', 'case.filed', NULL, NULL, '{}')",
        "INSERT INTO audit VALUES (4, 9999, 'nobody', 'case.filed', NULL, NULL, 'no JSON')",
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
