import CaseModel
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("A store of an earlier version") struct MigrationTests {
    /// Makes a store as the first release left it, with a case on which work has begun.
    static func makeVersion1(at path: String, _ filing: CaseFiling) throws {
        let filer = CaseFiler(clock: { 1_000 }, dueRule: .undated)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL; " + Migration1.sql) }
        try queue.write { db in
            _ = try filer.file(filing, replace: false, by: actor(), in: db)
            let draft = Draft(item: 2, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 1)
            try filer.save(draft, in: filing.number, by: actor(), in: db)
        }
        try queue.close()
    }

    @Test("It is brought up to date when it is opened for writing, and nothing in it is lost")
    func writing() async throws {
        let shelf = try Shelf()
        let filing = try fullFiling()
        try MigrationTests.makeVersion1(at: shelf.path, filing)
        let store = try SQLiteCaseStore.open(at: shelf.path)
        #expect(try await store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 2)
        #expect(try await store.open(filing.number).determination == filing.determination)
        #expect(try await store.drafts(of: filing.number).map(\.item) == [2])
        #expect(try await store.auditTrail(filing.number).map(\.action) == ["case.filed", "draft.saved"])
        let link = EvidenceLink(sentence: "s", evidence: .record(record: 1, page: 1, lines: 1...1))
        #expect(try await store.addLink(link, item: 1, in: filing.number, by: actor()).id == 1)

        // It is the same store as one that was made now.
        let new = try SQLiteCaseStore.open(at: try Shelf().path)
        let schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        #expect(
            try await store.read { try String.fetchAll($0, sql: schema) }
                == (try await new.read { try String.fetchAll($0, sql: schema) }))
    }

    @Test("It is left as it was when it is opened for reading only, and what to do is said")
    func reading() throws {
        let shelf = try Shelf()
        try MigrationTests.makeVersion1(at: shelf.path, fullFiling())
        let before = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
        #expect {
            try SQLiteCaseStore.open(at: shelf.path, readOnly: true)
        } throws: { "\($0)".contains("open it once for writing") }
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path)) == before)
    }

    @Test("Of many that open it at once each finds it up to date")
    func together() async throws {
        let shelf = try Shelf()
        let filing = try fullFiling()
        try MigrationTests.makeVersion1(at: shelf.path, filing)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let store = try SQLiteCaseStore.open(at: shelf.path)
                    let link = EvidenceLink(sentence: "s \(index)", evidence: .search(words: "w", found: 0))
                    _ = try await store.addLink(link, item: 1, in: filing.number, by: actor())
                    store.close()
                }
            }
            try await group.waitForAll()
        }
        let store = try SQLiteCaseStore.open(at: shelf.path)
        #expect(try await store.links(of: filing.number)[1]?.map(\.id) == Array(1...8))
    }

    static let columns = """
        kind, record, page, first_line, last_line, passage, span_start, span_end, digest, words, found
        """

    /// Values of a row that the schema refuses, after case, item, id and sentence.
    static let refused = [
        "'other', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'w', 0",
        "'record', 1, NULL, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'record', NULL, 1, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'record', 1, 1, 2, 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'record', 1, 1, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'record', 1, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
        "'record', 9, 1, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'record', 1, 1, 1, 1, NULL, NULL, NULL, NULL, 'w', 0",
        "'passage', NULL, NULL, NULL, NULL, NULL, 0, 1, 'd', NULL, NULL",
        "'passage', NULL, NULL, NULL, NULL, 'p', NULL, 1, 'd', NULL, NULL",
        "'passage', NULL, NULL, NULL, NULL, 'p', 0, NULL, 'd', NULL, NULL",
        "'passage', NULL, NULL, NULL, NULL, 'p', 1, 0, 'd', NULL, NULL",
        "'passage', NULL, NULL, NULL, NULL, 'p', 0, 1, NULL, NULL, NULL",
        "'search', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0",
        "'search', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'w', NULL",
        "'search', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'w', -1",
    ]

    @Test("The schema takes a link only with the columns of its kind", arguments: refused)
    func rules(values: String) async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        @Sendable func insert(_ head: String, _ values: String) async throws {
            try await store.write { db in
                try db.execute(
                    sql: "INSERT INTO evidence_link (case_id, position, id, sentence, " + MigrationTests.columns
                        + ") VALUES (" + head + ", " + values + ")")
            }
        }
        await #expect(throws: CaseStoreError.self) { try await insert("1, 1, 1, 's'", values) }
        let good = "'record', 1, 1, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL"
        for head in ["1, 4, 1, 's'", "2, 1, 1, 's'", "1, 1, 0, 's'", "1, 1, 1, ''"] {
            await #expect(throws: CaseStoreError.self) { try await insert(head, good) }
        }
        try await insert("1, 1, 1, 's'", good)
    }
}
