import CaseModel
import ChildProcesses
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("Many at one store") struct ConcurrencyTests {
    @Test("Sixteen sessions write at once and nothing is lost")
    func sessions() async throws {
        let shelf = try Shelf()
        let names = try (0..<16).map { try number("CM26-\($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names {
                // Each session opens the store itself: the first of them makes it.
                group.addTask {
                    let store = try SQLiteCaseStore.open(at: shelf.path)
                    _ = try await store.file(fullFiling(name.text), replace: false, by: actor(name.text))
                    for revision in 1...25 {
                        try await store.saveDraft(
                            Draft(
                                item: 1, rationale: "\(name) \(revision)", reviewerGuideline: "", decision: nil,
                                cursor: 0, revision: revision), in: name, by: actor(name.text))
                        _ = try await store.countCases(WorklistQuery())
                    }
                    store.close()
                }
            }
            try await group.waitForAll()
        }
        let store = try SQLiteCaseStore.open(at: shelf.path)
        for name in names {
            #expect(try await store.drafts(of: name).map(\.rationale) == ["\(name) 25"])
            #expect(try await store.auditTrail(name).count == 26)
        }
        let log = try await store.read { db in
            try Int.fetchAll(db, sql: "SELECT sequence FROM audit ORDER BY sequence")
        }
        #expect(log == Array(1...(16 * 26)))
        let damage = try await store.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") }
        #expect(damage == ["ok"])
    }

    @Test("A write waits while another process holds the gate, and a read does not", .timeLimit(.minutes(1)))
    func gate() async throws {
        let shelf = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path, patience: 60)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let holder = try ChildProcess.start(
            ["/usr/bin/env", "flock", shelf.path + "-lock", "sh", "-c", "echo held; read let_go"], input: .pipe,
            output: .pipe)
        _ = holder.output?.availableData
        let isWritten = Mutex(false)
        let write = Task {
            _ = try await store.decide(decision(1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
            isWritten.withLock { $0 = true }
        }
        // The reads end although the gate is held; were they to wait for it, they would never end.
        for _ in 0..<20 { #expect(try await store.open(filing.number).revision == 1) }
        try await Task.sleep(for: .milliseconds(50))
        #expect(!isWritten.withLock { $0 })
        try holder.input?.write(contentsOf: Data("go\n".utf8))
        try await write.value
        #expect(try await store.open(filing.number).revision == 2)
        #expect(holder.wait() == .exited(0))
    }

    @Test(
        "A process that keeps the gate is named after a while, and the wait goes on when asked again",
        .timeLimit(.minutes(1)))
    func heldUp() async throws {
        let shelf = try Shelf()
        let filing = try fullFiling()
        let store = try SQLiteCaseStore.open(at: shelf.path, patience: 0.2)
        _ = try await store.file(filing, replace: false, by: actor())
        let holder = try ChildProcess.start(
            ["/usr/bin/env", "flock", shelf.path + "-lock", "sh", "-c", "echo held; read let_go"], input: .pipe,
            output: .pipe)
        _ = holder.output?.availableData
        let today = try day("2026-02-01")
        for _ in 0..<2 {
            await #expect {
                try await store.decide(decision(1), in: filing.number, decisionDay: today, by: actor())
            } throws: { error in
                // The system does not always tell who holds a lock; never may another process be named.
                guard case CaseStoreError.heldUp(shelf.path, let process) = error else { return false }
                return process == nil || process == holder.id
            }
        }
        #expect(try await store.open(filing.number).revision == 1)
        try holder.input?.write(contentsOf: Data("go\n".utf8))
        holder.wait()
        // What waited in vain holds nothing: this session and another both write.
        let other = try SQLiteCaseStore.open(at: shelf.path, patience: 5)
        for (index, store) in [store, other, store, other].enumerated() {
            let changed = try await store.decide(
                decision(1), in: filing.number, decisionDay: today, by: actor())
            #expect(changed.revision == 2 + index)
        }
    }

    @Test("A write that has begun is finished though its task is cancelled")
    func cancelled() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let work = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await store.decide(decision(1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        #expect(try await work.value.revision == 2)
        #expect(try await store.open(filing.number).revision == 2)
    }
}
