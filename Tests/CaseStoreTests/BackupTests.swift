import CaseModel
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Backups") struct BackupTests {
    @Test("A backup of a store in use is whole, verified and for the owner alone")
    func making() async throws {
        let shelf = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path)
        _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
        let target = shelf.folder + "/backup.db"
        let report = try StoreBackup.make(of: shelf.path, to: target)
        #expect(report.isSound && report.cases == 1 && report.lines == 1)
        _ = try await store.file(fullFiling("A-2"), replace: false, by: actor())
        let files = try FileManager.default.contentsOfDirectory(atPath: shelf.folder).filter { $0.hasPrefix("backup") }
        #expect(files.sorted() == ["backup.db", "backup.db-anchor"])
        for file in files {
            let facts = try FileManager.default.attributesOfItem(atPath: shelf.folder + "/" + file)
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
        #expect(throws: CaseStoreError.alreadyThere(path: target)) { try StoreBackup.make(of: shelf.path, to: target) }
        #expect(throws: CaseStoreError.alreadyThere(path: shelf.path)) {
            try StoreBackup.make(of: shelf.path, to: shelf.path, replace: true)
        }
        #expect(try StoreVerification.run(at: target).lines == 1)
        #expect(try StoreBackup.make(of: shelf.path, to: target, replace: true).cases == 2)
        #expect(try StoreVerification.run(at: target).problems == [])
        #expect(throws: CaseStoreError.noSuchStore(path: shelf.folder + "/no.db")) {
            try StoreBackup.make(of: shelf.folder + "/no.db", to: shelf.folder + "/x.db")
        }
    }

    @Test("A damaged store makes no backup, and the last one stays")
    func unsound() async throws {
        let victim = try await Victim()
        let target = victim.shelf.folder + "/backup.db"
        _ = try StoreBackup.make(of: victim.path, to: target)
        let before = try Data(contentsOf: URL(fileURLWithPath: target))
        try victim.run("UPDATE item SET rationale = 'x' WHERE case_id = 2")
        #expect {
            try StoreBackup.make(of: victim.path, to: target, replace: true)
        } throws: { "\($0)".contains("A-2") }
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: victim.shelf.folder)
        #expect(!left.contains { $0.contains("partial") })
    }

    @Test(
        "After damage of each kind the last backup brings everything back, and the old file is kept aside",
        arguments: Tampering.inBytes + Tampering.inLog)
    func restoring(_ way: Tampering) async throws {
        let victim = try await Victim()
        let target = victim.shelf.folder + "/backup.db"
        _ = try StoreBackup.make(of: victim.path, to: target)
        try way.alter(victim)
        let damaged = try Data(contentsOf: URL(fileURLWithPath: victim.path))
        let aside = try StoreBackup.restore(target, to: victim.path, by: actor("ann"), now: 1_780_000_000)
        #expect(aside == victim.path + ".before-restore-20260528-202640")
        #expect(try Data(contentsOf: URL(fileURLWithPath: try #require(aside))) == damaged)
        let report = try StoreVerification.run(at: victim.path)
        #expect(report.problems == [] && report.cases == 4)
        let store = try SQLiteCaseStore.open(at: victim.path)
        for name in ["A-1", "A-2", "A-3", "A-4"] {
            #expect(try await store.open(number(name)).determination.items[1].decision == .upheld)
        }
        #expect(try await store.audit(AuditQuery()).last?.action == "store.restored")
        _ = try await store.decide(decision(1), in: number("A-1"), decisionDay: day("2026-02-01"), by: actor())
        store.close()
        #expect(try StoreVerification.run(at: victim.path).problems == [])
    }

    @Test("A restore is refused while somebody works, without a backup, and from a damaged one; nothing changes then")
    func refusing() async throws {
        let victim = try await Victim()
        let target = victim.shelf.folder + "/backup.db"
        _ = try StoreBackup.make(of: victim.path, to: target)
        let before = try Data(contentsOf: URL(fileURLWithPath: victim.path))
        let store = try SQLiteCaseStore.open(at: victim.path)
        _ = try await store.countCases(WorklistQuery())
        #expect(throws: CaseStoreError.inUse(path: victim.path, by: getpid())) {
            try StoreBackup.restore(target, to: victim.path, by: actor(), now: 0)
        }
        store.close()
        #expect(throws: CaseStoreError.noSuchStore(path: "/nowhere/b.db")) {
            try StoreBackup.restore("/nowhere/b.db", to: victim.path, by: actor(), now: 0)
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: target))
        let place = try #require(bytes.range(of: Data("Really not.".utf8)))
        bytes.replaceSubrange(place, with: Data("Really nor.".utf8))
        try bytes.write(to: URL(fileURLWithPath: target))
        #expect {
            try StoreBackup.restore(target, to: victim.path, by: actor(), now: 0)
        } throws: { "\($0)".contains("does not stand up to verification") }
        #expect(try Data(contentsOf: URL(fileURLWithPath: victim.path)) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: victim.shelf.folder)
        #expect(!left.contains { $0.contains("restor") })
    }

    @Test("The examination of a store says what is well and what is not")
    func examining() async throws {
        let victim = try await Victim()
        func grades() -> [String] {
            StoreExamination.run(at: victim.path).map { "\($0.grade.rawValue) \($0.subject)" }
        }
        #expect(grades() == ["ok file", "ok gate", "ok version", "ok drafts", "ok holds", "ok log", "ok cases"])
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: victim.path)
        #expect(grades().contains("warn file"))
        try victim.run("UPDATE item SET rationale = 'x' WHERE case_id = 2")
        #expect(grades().contains("fail damage"))
        try Tampering.inBytes.first { $0.name.contains("head") }?.alter(victim)
        #expect(grades().contains("fail damage"))
        #expect(StoreExamination.run(at: "/nowhere/store.db").map(\.grade) == [.fail])
    }
}
