import CaseModel
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("The file of a store") struct StoreFileTests {
    @Test("A store and everything beside it is for the owner alone")
    func modes() async throws {
        let shelf = try Shelf()
        let path = shelf.folder + "/new/deep/cases.db"
        let store = try SQLiteCaseStore.open(at: path)
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        for suffix in ["", "-wal", "-shm", "-lock"] { #expect(try mode(path + suffix) == 0o600, "\(suffix)") }
        #expect(try mode(shelf.folder + "/new") == 0o700)
        #expect(try mode(shelf.folder + "/new/deep") == 0o700)
    }

    @Test("Closing leaves everything in the one file, and the next one finds it")
    func close() async throws {
        let shelf = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path)
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        store.close()
        #expect(!FileManager.default.fileExists(atPath: shelf.path + "-wal"))
        await #expect(throws: (any Error).self) { try await store.countCases(WorklistQuery()) }
        let again = try SQLiteCaseStore.open(at: shelf.path)
        #expect(try await again.countCases(WorklistQuery()) == 1)
        let screen = try again.firstScreen(WorklistQuery(), today: day("2026-02-01"), limit: 5)
        #expect(screen.rows.count == 1 && screen.found == 1 && screen.counts.open == 1)
        #expect(try again.openNow(number("CM26-0000001")) == (try await again.open(number("CM26-0000001"))))
    }

    /// A file that is no store of ours, and what is said about it.
    enum Foreign: CaseIterable, Sendable {
        case text, otherDatabase, otherApplication, later, truncated

        func write(to path: String) throws {
            switch self {
            case .text:
                try Data(String(repeating: "Dear reviewer, ", count: 99).utf8).write(to: URL(fileURLWithPath: path))
            case .truncated: try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: path))
            case .otherDatabase: try run(path, "CREATE TABLE recipe (name TEXT)")
            case .otherApplication: try run(path, "PRAGMA application_id = 7; CREATE TABLE t (a)")
            case .later:
                try run(path, "PRAGMA application_id = 1229804147; PRAGMA user_version = 9999; CREATE TABLE t (a)")
            }
        }

        func refusal(_ path: String) -> CaseStoreError {
            self == .later ? .tooNew(path: path) : .notAStore(path: path)
        }

        private func run(_ path: String, _ sql: String) throws {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            try queue.close()
        }
    }

    @Test("A file of somebody else is refused and left as it was", arguments: Foreign.allCases, [false, true])
    func foreign(_ foreign: Foreign, readOnly: Bool) throws {
        let shelf = try Shelf()
        try foreign.write(to: shelf.path)
        let before = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
        #expect(throws: foreign.refusal(shelf.path)) { try SQLiteCaseStore.open(at: shelf.path, readOnly: readOnly) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path)) == before)
        #expect(!FileManager.default.fileExists(atPath: shelf.path + "-wal"))
    }

    @Test(
        "What cannot be opened is told in a sentence", arguments: ["", "/", "/dev/null/x.db", "nul\0.db", "/proc/x.db"])
    func unopenable(path: String) {
        #expect {
            try SQLiteCaseStore.open(at: path)
        } throws: { error in
            guard case CaseStoreError.unavailable = error else { return false }
            return "\(error)".hasSuffix(".")
        }
    }

    @Test("An empty file becomes a store; a missing one is not made for reading")
    func empty() async throws {
        let shelf = try Shelf()
        #expect(throws: CaseStoreError.unavailable(path: shelf.path, reason: "there is no such file")) {
            try SQLiteCaseStore.open(at: shelf.path, readOnly: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder) == [])
        try Data().write(to: URL(fileURLWithPath: shelf.path))
        #expect(throws: CaseStoreError.self) { try SQLiteCaseStore.open(at: shelf.path, readOnly: true) }
        let store = try SQLiteCaseStore.open(at: shelf.path)
        #expect(try await store.countCases(WorklistQuery()) == 0)
    }

    @Test("A store for reading shows everything and changes nothing")
    func readOnly() async throws {
        let shelf = try Shelf()
        let filing = try fullFiling()
        let store = try SQLiteCaseStore.open(at: shelf.path)
        _ = try await store.file(filing, replace: false, by: actor())
        let reader = try SQLiteCaseStore.open(at: shelf.path, readOnly: true)
        #expect(try await reader.open(filing.number).determination == filing.determination)
        await #expect {
            try await reader.file(filing, replace: true, by: actor())
        } throws: { "\($0)".contains("reading only") }
    }

    @Test("Every connection keeps the settings that durability and safety rest on")
    func settings() async throws {
        let shelf = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path)
        let wanted = [
            ("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("secure_delete", "1"),
            ("temp_store", "2"), ("mmap_size", "0"), ("busy_timeout", "5000"), ("synchronous", "2"),
            ("journal_mode", "wal"), ("application_id", "1229804147"), ("user_version", "\(StoreIdentity.version)"),
        ]
        @Sendable func found(_ db: Database) throws -> [String] {
            // `EXECUTE` knows no arguments here: the names are literals above.
            try wanted.map { try String.fetchOne(db, sql: "PRAGMA " + $0.0) ?? "" }
        }
        #expect(try await store.read { try found($0) } == wanted.map(\.1))
        #expect(try await store.write { try found($0) } == wanted.map(\.1))
        await #expect(throws: (any Error).self) { try await store.read { try $0.execute(sql: "DELETE FROM draft") } }
    }

    @Test("A failure of the engine is told without statement or values")
    func silence() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        await #expect {
            try await store.write { db in
                try db.execute(
                    sql: "INSERT INTO case_state (id, name, words) VALUES (10, :name, 'SECRET')",
                    arguments: ["name": "SECRET"])
            }
        } throws: { error in
            guard case CaseStoreError.unavailable(_, let reason) = error else { return false }
            return reason.contains("breaks a rule") && !"\(error)".contains("SECRET")
        }
    }
}
