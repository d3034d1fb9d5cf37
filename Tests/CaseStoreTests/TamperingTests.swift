import CaseModel
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// A store that somebody alters past the program.
struct Victim {
    let shelf: Shelf
    var path: String { shelf.path }
    var anchor: String { path + "-anchor" }
    /// The store and its checkpoints as they were after the second of four cases.
    let earlier: String

    /// Makes a store of four cases with decisions, closed; the cases are `A-1` to `A-4`.
    init() async throws {
        shelf = try Shelf()
        earlier = shelf.folder + "/earlier.db"
        try await work(["A-1", "A-2"])
        try FileManager.default.copyItem(atPath: shelf.path, toPath: earlier)
        try await work(["A-3", "A-4"])
    }

    private func work(_ names: [String]) async throws {
        let store = try SQLiteCaseStore.open(at: path, clock: { 1_000 })
        for name in names {
            _ = try await store.file(fullFiling(name), replace: false, by: actor())
            _ = try await store.decide(decision(2), in: number(name), decisionDay: day("2026-02-01"), by: actor())
            try await store.recordOpening(of: [number(name)], by: actor())
        }
        store.close()
    }

    /// Runs statements as somebody who knows the engine does: the triggers out of the way, and back afterwards.
    func run(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            let triggers = try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER " + (trigger[0] as String)) }
            try db.execute(sql: sql)
            for trigger in triggers { try db.execute(sql: trigger[1]) }
            _ = try db.checkpoint(.truncate)
        }
        try queue.close()
    }

    /// Chains the log anew from a line on, as somebody who has read this program can.
    func rechain(from first: Int64) throws {
        let queue = try DatabaseQueue(path: path)
        let rows = try queue.read { db in
            try Row.fetchAll(
                db, sql: "SELECT sequence, at, actor, action, case_number, item, detail, state, digest FROM audit")
        }
        try queue.close()
        var previous = AuditChain.beginning
        for row in rows {
            let (sequence, stored): (Int64, Data) = (row[0], row[8])
            let state: Data? = row[7]
            if sequence < first {
                previous = Array(stored)
                continue
            }
            previous = AuditChain.digest(
                after: previous, sequence: sequence, at: row[1], actor: row[2], action: row[3], number: row[4],
                item: row[5], detail: row[6], state: state.map { Array($0) })
            try run("UPDATE audit SET digest = x'\(Hexadecimal.text(previous))' WHERE sequence = \(sequence)")
        }
    }

    /// Changes the bytes of the file itself.
    func patch(_ change: (inout Data) throws -> Void) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        try change(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }

    /// Changes a text where it stands in the file, every time.
    func patch(_ text: String, to other: String) throws {
        try patch { data in
            var found = 0
            while let place = data.range(of: Data(text.utf8)) {
                data.replaceSubrange(place, with: Data(other.utf8))
                found += 1
            }
            try #require(found > 0 && text.utf8.count == other.utf8.count)
        }
    }
}

/// A way to alter a store, and what verification must say of it.
struct Tampering: Sendable, CustomTestStringConvertible {
    var name: String
    var alter: @Sendable (Victim) throws -> Void
    /// Whether this is among what is said.
    var finds: @Sendable (VerificationProblem) -> Bool

    init(
        _ name: String, _ alter: @escaping @Sendable (Victim) throws -> Void,
        finds: @escaping @Sendable (VerificationProblem) -> Bool
    ) {
        self.name = name
        self.alter = alter
        self.finds = finds
    }

    /// A way that must be told by exactly this problem.
    init(_ name: String, _ problem: VerificationProblem, _ alter: @escaping @Sendable (Victim) throws -> Void) {
        self.init(name, alter) { $0 == problem }
    }

    /// A way that is some statements.
    init(_ name: String, _ problem: VerificationProblem, sql: String) {
        self.init(name, problem) { try $0.run(sql) }
    }

    var testDescription: String { name }

    static let inLog: [Tampering] = [
        Tampering(
            "a line edited", .alteredLine(sequence: 5, number: "A-2"),
            sql: "UPDATE audit SET actor = 'nobody' WHERE sequence = 5"),
        Tampering(
            "a digest edited", .alteredLine(sequence: 4, number: "A-2"),
            sql: "UPDATE audit SET digest = zeroblob(32) WHERE sequence = 4"),
        Tampering(
            "the first line deleted", .missingLines(after: 0, before: 2), sql: "DELETE FROM audit WHERE sequence = 1"),
        Tampering(
            "lines deleted", .missingLines(after: 4, before: 7), sql: "DELETE FROM audit WHERE sequence IN (5, 6)"),
        Tampering(
            "a line deleted and the gap closed", .alteredLine(sequence: 5, number: "A-2"),
            sql: """
                DELETE FROM audit WHERE sequence = 5;
                UPDATE audit SET sequence = sequence - 1 WHERE sequence > 5;
                """),
        Tampering(
            "two lines changed about", .alteredLine(sequence: 7, number: "A-3"),
            sql: """
                UPDATE audit SET sequence = 99 WHERE sequence = 7; UPDATE audit SET sequence = 7 WHERE sequence = 8;
                UPDATE audit SET sequence = 8 WHERE sequence = 99;
                """),
        Tampering(
            "the end deleted", .missingEnd(last: 10, noted: 12, number: "A-4"),
            sql: "DELETE FROM audit WHERE sequence > 10"),
        Tampering(
            "all of it deleted", .missingEnd(last: 0, noted: 12, number: "A-4"), sql: "DELETE FROM audit"),
        Tampering("a fork: edited and chained anew", .otherHistory(sequence: 6)) { victim in
            try victim.run("UPDATE audit SET actor = 'nobody' WHERE sequence = 5")
            try victim.rechain(from: 5)
        },
        Tampering("a fork at its end", .otherHistory(sequence: 12)) { victim in
            try victim.run("UPDATE audit SET actor = 'nobody' WHERE sequence = 12")
            try victim.rechain(from: 12)
        },
        Tampering("an old copy put back", .missingEnd(last: 6, noted: 12, number: "A-4")) { victim in
            try FileManager.default.removeItem(atPath: victim.path)
            try FileManager.default.copyItem(atPath: victim.earlier, toPath: victim.path)
        },
        Tampering("the checkpoints taken away", .noCheckpoints) {
            try FileManager.default.removeItem(atPath: $0.anchor)
        },
        Tampering("a checkpoint spoilt", .unreadableCheckpoint(line: 2)) { victim in
            var lines = try String(contentsOfFile: victim.anchor, encoding: .utf8).split(separator: "\n")
            lines[1] = "6 0000 1000 2"
            try (lines.joined(separator: "\n") + "\n").write(toFile: victim.anchor, atomically: true, encoding: .utf8)
        },
    ]

    static let inCases: [Tampering] = [
        ("a rationale", "UPDATE item SET rationale = 'Necessary.' WHERE position = 2 AND case_id = 2"),
        ("a decision", "UPDATE item SET decision = 'overturned' WHERE position = 2 AND case_id = 2"),
        ("a summary", "UPDATE determination SET summary = summary || '.' WHERE case_id = 2"),
        ("a day", "UPDATE determination SET injury = '2020-03-01' WHERE case_id = 2"),
        ("a state", "UPDATE review_case SET state = 40 WHERE id = 2"),
        (
            "what was filed",
            "UPDATE item_as_filed SET rationale = 'x' WHERE item_id IN (SELECT id FROM item WHERE case_id = 2)"
        ),
        ("a record's title", "UPDATE record SET title = 'Other' WHERE case_id = 2 AND position = 1"),
        ("an item deleted", "DELETE FROM item WHERE case_id = 2 AND position = 3"),
        ("a draft slipped in", "INSERT INTO draft VALUES (1, 2, 1, 'r', 'g', NULL, 0, 1, 1000)"),
        (
            "the organization",
            "UPDATE letter_form SET organization = 'x' WHERE id = (SELECT form_id FROM determination WHERE case_id = 2)"
        ),
    ].map { Tampering($0.0, .alteredCase("A-2"), sql: $0.1) }

    static let elsewhere: [Tampering] = [
        Tampering(
            "a page of a record", .alteredRecord("A-2", record: 1),
            sql: """
                UPDATE record_page SET text = 'page two' WHERE page = 1
                    AND record_id IN (SELECT id FROM record WHERE case_id = 2 AND position = 1)
                """),
        Tampering("a case deleted", .missingCase("A-2"), sql: "DELETE FROM review_case WHERE id = 2"),
        Tampering(
            "a case renamed", .unloggedCase("B-2"), sql: "UPDATE review_case SET number = 'B-2' WHERE id = 2"),
        Tampering(
            "a lost parent", .danglingRows(table: "item"),
            sql: "PRAGMA foreign_keys = OFF; UPDATE item SET case_id = 77 WHERE case_id = 2"),
        Tampering(
            "the index of the filter", .searchIndex,
            sql: "UPDATE case_words_content SET c0 = 'other words' WHERE id = 2"),
    ]

    static let inBytes: [Tampering] = [
        Tampering("a byte of a rationale flipped", { try $0.patch("Really not.", to: "Really nor.") }) {
            $0.caseNumber?.hasPrefix("A-") == true
        },
        Tampering("a byte of the log flipped", { try $0.patch("case.opened", to: "case.openee") }) {
            if case .alteredLine(3, "A-1") = $0 { true } else { false }
        },
        Tampering(
            "a page of noise",
            {
                try $0.patch { data in
                    for page in 8..<11 {
                        for place in (page * 4096)..<min((page + 1) * 4096, data.count) {
                            data[place] = UInt8(place * 31 % 251)
                        }
                    }
                }
            }
        ) { problem in
            switch problem {
            case .damagedFile, .unreadable, .unreadableCase: true
            default: false
            }
        },
        Tampering(
            "the head of the file zeroed", { try $0.patch { $0.replaceSubrange(0..<100, with: Data(count: 100)) } }
        ) {
            if case .unreadable = $0 { true } else { false }
        },
        Tampering("the file cut off", { try $0.patch { $0 = $0.prefix($0.count / 2 / 4096 * 4096) } }) { problem in
            switch problem {
            case .damagedFile, .unreadable, .unreadableCase: true
            default: false
            }
        },
    ]
}

@Suite("What is altered past the program is seen") struct TamperingTests {
    static let all = Tampering.inLog + Tampering.inCases + Tampering.elsewhere + Tampering.inBytes

    @Test("Each way is told as what it is", arguments: all)
    func detection(_ way: Tampering) async throws {
        let victim = try await Victim()
        let sound = try StoreVerification.run(at: victim.path)
        #expect(sound.problems == [])
        #expect(sound.lines == 12 && sound.cases == 4 && sound.checkpoints == 2)
        try way.alter(victim)
        let report = try StoreVerification.run(at: victim.path)
        #expect(report.problems.contains(where: way.finds), "\(report.problems)")
        for problem in report.problems { #expect(!"\(problem)".contains("Really") && "\(problem)".hasSuffix(".")) }
    }

    @Test("A write-ahead log deleted after a crash is seen, and the case that was changed last is named")
    func log() async throws {
        let shelf = try Shelf()
        let copy = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path)
        for name in ["A-1", "A-2"] { _ = try await store.file(fullFiling(name), replace: false, by: actor()) }
        try await store.checkpoint()
        _ = try await store.decide(decision(1), in: number("A-2"), decisionDay: day("2026-02-01"), by: actor())
        // What is on the disk now is what a crash leaves; nothing of it is closed.
        for suffix in ["", "-lock", "-anchor", "-wal"] {
            try FileManager.default.copyItem(atPath: shelf.path + suffix, toPath: copy.path + suffix)
        }
        #expect(try StoreVerification.run(at: copy.path).problems == [])
        try FileManager.default.removeItem(atPath: copy.path + "-wal")
        try? FileManager.default.removeItem(atPath: copy.path + "-shm")
        let report = try StoreVerification.run(at: copy.path)
        #expect(report.problems == [.missingEnd(last: 2, noted: 3, number: "A-2")])
    }

    @Test("A copy of the checkpoints kept elsewhere shows a store put back together with its own")
    func elsewhere() async throws {
        let victim = try await Victim()
        let kept = victim.shelf.folder + "/kept"
        try FileManager.default.copyItem(atPath: victim.anchor, toPath: kept)
        let lines = try String(contentsOfFile: victim.anchor, encoding: .utf8).split(separator: "\n")
        try (lines.dropLast().joined(separator: "\n") + "\n").write(
            toFile: victim.anchor, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: victim.path + "-lock")
        try FileManager.default.removeItem(atPath: victim.path)
        try FileManager.default.copyItem(atPath: victim.earlier, toPath: victim.path)
        #expect(try StoreVerification.run(at: victim.path).problems == [])
        #expect(
            try StoreVerification.run(at: victim.path, anchor: kept).problems
                == [.missingEnd(last: 6, noted: 12, number: nil)])
    }

    @Test("A checkpoint is signed over its four values, and a signature that does not hold is told")
    func signatures() async throws {
        let victim = try await Victim()
        let store = try SQLiteCaseStore.open(at: victim.path, clock: { 2_000 })
        let checkpoint = try await store.checkpointAudit { message in
            String(decoding: message.reversed(), as: UTF8.self) + "\nover two lines"
        }
        store.close()
        #expect(checkpoint.sequence == 12 && checkpoint.cases == 4 && checkpoint.at == 2_000)
        #expect(String(decoding: checkpoint.message, as: UTF8.self).hasPrefix("imr-anchor\n12\n"))
        func verify(_ message: [UInt8], _ signature: String) -> Bool {
            signature == String(decoding: message.reversed(), as: UTF8.self) + "\nover two lines"
        }
        let report = try StoreVerification.run(at: victim.path, verify: verify)
        #expect(report.problems == [] && report.signed == 1 && report.checkpoints == 3)
        let text = try String(contentsOfFile: victim.anchor, encoding: .utf8)
        try text.replacing(" 2000 4 ", with: " 2000 5 ").write(toFile: victim.anchor, atomically: true, encoding: .utf8)
        #expect(try StoreVerification.run(at: victim.path, verify: verify).problems == [.badSignature(sequence: 12)])
    }

    @Test("A checkpoint is written every thousand lines, and none when nothing was written")
    func rhythm() async throws {
        let shelf = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path)
        let filings = synthetic(2_100, today: try day("2026-02-01"))
        for start in stride(from: 0, to: 2_100, by: 300) {
            _ = try await store.file(Array(filings[start..<(start + 300)]), replace: false, by: actor())
        }
        func sequences() throws -> [Int64]? {
            try AnchorFile(path: shelf.path + "-anchor").read()?.checkpoints.map(\.sequence)
        }
        #expect(try sequences() == [0, 1_200])
        store.close()
        #expect(try sequences() == [0, 1_200, 2_100])
        let again = try SQLiteCaseStore.open(at: shelf.path)
        _ = try await again.countCases(WorklistQuery())
        again.close()
        #expect(try sequences() == [0, 1_200, 2_100])
    }
}
