import CaseModel
import ChildProcesses
import Foundation
import Synchronization
import Testing

@testable import CaseStore

/// A host of its own clock and processes.
private final class World: Sendable {
    private let state = Mutex<(wall: Int64, up: Int64, running: [Int32: Int64])>((1_000_000, 500, [1: 11, 2: 22]))

    func pass(_ seconds: Int64) {
        state.withLock {
            $0.wall += seconds; $0.up += seconds
        }
    }
    func step(_ seconds: Int64) { state.withLock { $0.wall += seconds } }
    func end(_ pid: Int32) { state.withLock { $0.running[pid] = nil } }
    func restart(_ pid: Int32) { state.withLock { $0.running[pid] = 99 } }

    func open(_ shelf: Shelf, pid: Int32, boot: String = "boot") throws -> SQLiteCaseStore {
        let host = LeaseHost(
            boot: boot, pid: pid, started: Int64(pid) * 11, uptime: { self.state.withLock { $0.up } },
            start: { pid in self.state.withLock { $0.running[pid] } })
        return try SQLiteCaseStore.open(at: shelf.path, clock: { self.state.withLock { $0.wall } }, host: host)
    }
}

/// What happens while one session has a case, and whether another gets it then.
private struct Turn: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var isFree: Bool
    var otherBoot = "boot"
    var happens: @Sendable (World) -> Void

    static let all = [
        Turn(testDescription: "nothing", isFree: false) { _ in },
        Turn(testDescription: "59 seconds pass", isFree: false) { $0.pass(59) },
        Turn(testDescription: "60 seconds pass", isFree: true) { $0.pass(60) },
        Turn(testDescription: "the clock goes forward a year", isFree: false) { $0.step(31_536_000) },
        Turn(testDescription: "the clock goes back a day", isFree: false) { $0.step(-86_400) },
        Turn(testDescription: "the clock goes back a day and a minute passes", isFree: true) {
            $0.step(-86_400)
            $0.pass(60)
        },
        Turn(testDescription: "the process ends", isFree: true) { $0.end(1) },
        Turn(testDescription: "another process gets its id", isFree: true) { $0.restart(1) },
        Turn(testDescription: "another boot, 59 seconds later", isFree: false, otherBoot: "next") { $0.pass(59) },
        Turn(testDescription: "another boot, a minute later", isFree: true, otherBoot: "next") { $0.pass(60) },
    ]
}

@Suite("One reviewer a case") struct LeaseContract {
    @Test("A case is free again when its holder is gone or silent for a minute", arguments: Turn.all)
    fileprivate func turns(_ turn: Turn) async throws {
        let (shelf, world) = (try Shelf(), World())
        let first = try world.open(shelf, pid: 1)
        _ = try await first.file(fullFiling("A-1"), replace: false, by: actor())
        let name = try number("A-1")
        let lease = try await first.acquireLease(of: name, by: actor("ann"))
        #expect(try await first.leaseHolder(of: name) == "ann")
        turn.happens(world)
        let second = try world.open(shelf, pid: 2, boot: turn.otherBoot)
        #expect(try await second.leaseHolder(of: name) == (turn.isFree ? nil : "ann"))
        guard turn.isFree else {
            await #expect(throws: CaseStoreError.leased(name, by: "ann")) {
                try await second.acquireLease(of: name, by: actor("bob"))
            }
            return
        }
        _ = try await second.acquireLease(of: name, by: actor("bob"))
        await #expect(throws: CaseStoreError.leaseLost(name)) { try await first.renewLease(lease) }
        // To give back what one has no longer takes it from nobody.
        try await first.releaseLease(lease)
        #expect(try await second.leaseHolder(of: name) == "bob")
    }

    @Test("A hold lasts as long as it is renewed, and ends when it is given back")
    func renewing() async throws {
        let (shelf, world) = (try Shelf(), World())
        let store = try world.open(shelf, pid: 1)
        let other = try world.open(shelf, pid: 2)
        _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
        let name = try number("A-1")
        let lease = try await store.acquireLease(of: name, by: actor("ann"))
        for _ in 0..<5 {
            world.pass(50)
            try await store.renewLease(lease)
        }
        world.pass(70)
        // It ran out, nobody came, and it goes on.
        #expect(try await other.leaseHolder(of: name) == nil)
        try await store.renewLease(lease)
        // A second session of the same person is another.
        await #expect(throws: CaseStoreError.leased(name, by: "ann")) {
            try await other.acquireLease(of: name, by: actor("ann"))
        }
        try await store.releaseLease(lease)
        _ = try await other.acquireLease(of: name, by: actor("bob"))
        // Holding a case changes nothing in it and leaves no line.
        #expect(try await store.audit(AuditQuery()).map(\.action) == ["case.filed"])
        #expect(try await store.open(name).revision == 1)
        #expect(try StoreVerification.run(at: shelf.path).problems == [])
    }

    @Test("A take-over is told with the name of the one who had the case; taking a free case is none")
    func takingOver() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
        let name = try number("A-1")
        let lease = try await store.takeOver(name, by: actor("ann"))
        _ = try await store.takeOver(name, by: actor("bob"))
        await #expect(throws: CaseStoreError.leaseLost(name)) { try await store.renewLease(lease) }
        let trail = try await store.auditTrail(name)
        #expect(trail.map(\.action) == ["case.filed", "case.taken-over"])
        #expect(trail.last?.actor == "bob" && trail.last?.detail == "{\"from\":\"ann\"}")
        await #expect(throws: CaseStoreError.noSuchCase(try number("B-1"))) {
            try await store.acquireLease(of: number("B-1"), by: actor())
        }
    }

    /// What the holder of a case writes in it.
    private static let deeds: [(String, @Sendable (SQLiteCaseStore, CaseNumber, Actor) async throws -> Void)] = [
        ("a draft", { try await $0.saveDraft(draft(2), in: $1, by: $2) }),
        ("a draft thrown away", { try await $0.discardDraft(item: 1, in: $1, by: $2) }),
        (
            "a decision",
            {
                let decision = ItemDecision(
                    item: 1, decision: .upheld, reviewerGuideline: "", citations: [], rationale: "Why not.",
                    revision: nil)
                _ = try await $0.decide(decision, in: $1, decisionDay: day("2026-11-20"), by: $2)
            }
        ),
        ("a decision taken back", { _ = try await $0.reopen(item: 1, in: $1, by: $2) }),
        ("the summary", { _ = try await $0.write("Another summary.", as: .summary, in: $1, by: $2) }),
        (
            "a step taken back",
            {
                let words = ItemRestoration(
                    item: 1, decision: nil, reviewerGuideline: "", citations: [], rationale: "Earlier.", draft: nil,
                    revision: try await $0.open($1).revision)
                _ = try await $0.restore(words, in: $1, decisionDay: day("2026-11-20"), by: $2)
            }
        ),
    ]

    private static func draft(_ revision: Int) -> Draft {
        Draft(
            item: 1, rationale: "Words \(revision).", reviewerGuideline: "", decision: nil, cursor: 0,
            revision: revision)
    }

    @Test("Whatever is written by a hold that has passed to another session is refused, and nothing of it is there")
    func lostHold() async throws {
        for (name, deed) in LeaseContract.deeds {
            // Somebody has it now, or had it and gave it back: both times it is another's case.
            for isGivenBack in [false, true] {
                let store = try SQLiteCaseStore.open(at: try Shelf().path)
                _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
                let one = try CaseNumber(parsing: "A-1")
                let first = try await store.acquireLease(of: one, by: actor("ann"))
                try await store.saveDraft(LeaseContract.draft(1), in: one, by: first.holder)
                let second = try await store.takeOver(one, by: actor("ann"))
                if isGivenBack { try await store.releaseLease(second) }
                let before = (try await store.open(one), try await store.drafts(of: one))
                await #expect(throws: CaseStoreError.leaseLost(one), "\(name)") {
                    try await deed(store, one, first.holder)
                }
                let after = (try await store.open(one), try await store.drafts(of: one))
                #expect(after == before, "\(name)")
                // Whoever has the case may, and so may a command, which holds none and has seen what is there.
                guard !isGivenBack else { continue }
                try await deed(store, one, name == "a draft" ? second.holder : try actor("ann"))
            }
        }
    }

    @Test("Nor is anything signed by such a hold")
    func signing() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
        let one = try CaseNumber(parsing: "A-1")
        let first = try await store.acquireLease(of: one, by: actor("ann"))
        _ = try await store.takeOver(one, by: actor("bob"))
        let document = SignedDocument(
            bytes: [123, 125], signature: "s", keyFingerprint: "k", reviewer: try ReviewerID(parsing: "R-1"),
            caseRevision: 1, digest: String(repeating: "0", count: 64))
        await #expect(throws: CaseStoreError.leaseLost(one)) {
            _ = try await store.sign(document, in: one, by: first.holder)
        }
    }

    @Test("A hold that only ran out is still one: what is written by it is kept")
    func lapsed() async throws {
        let (shelf, world) = (try Shelf(), World())
        let store = try world.open(shelf, pid: 1)
        _ = try await store.file(fullFiling("A-1"), replace: false, by: actor())
        let one = try CaseNumber(parsing: "A-1")
        let lease = try await store.acquireLease(of: one, by: actor("ann"))
        world.pass(600)
        try await store.saveDraft(LeaseContract.draft(1), in: one, by: lease.holder)
        #expect(try await store.drafts(of: one).map(\.revision) == [1])
        let other = try await world.open(shelf, pid: 2).acquireLease(of: one, by: actor("bob"))
        #expect(other.holder.name == "bob")
        await #expect(throws: CaseStoreError.leaseLost(one)) {
            try await store.saveDraft(LeaseContract.draft(2), in: one, by: lease.holder)
        }
    }

    @Test("Of two who race for a case exactly one gets it, a thousand times", .timeLimit(.minutes(2)))
    func races() async throws {
        let shelf = try Shelf()
        let stores = [try SQLiteCaseStore.open(at: shelf.path), try SQLiteCaseStore.open(at: shelf.path)]
        _ = try await stores[0].file(fullFiling("A-1"), replace: false, by: actor())
        let name = try number("A-1")
        for _ in 0..<1_000 {
            let leases = await withTaskGroup(of: CaseLease?.self) { group in
                for store in stores {
                    group.addTask { try? await store.acquireLease(of: name, by: actor("racer")) }
                }
                return await group.reduce(into: [CaseLease]()) { won, lease in if let lease { won.append(lease) } }
            }
            try #require(leases.count == 1)
            try await stores[0].releaseLease(leases[0])
        }
    }

    @Test("The case of a process that was killed is free at once", .timeLimit(.minutes(1)))
    func killed() async throws {
        let process = try ChildProcess.start(["/usr/bin/env", "sleep", "60"])
        let pid = process.id
        let shelf = try Shelf()
        var host = LeaseHost.current
        (host.pid, host.started) = (pid, try #require(host.start(pid)))
        let holder = try SQLiteCaseStore.open(at: shelf.path, host: host)
        _ = try await holder.file(fullFiling("A-1"), replace: false, by: actor())
        let name = try number("A-1")
        _ = try await holder.acquireLease(of: name, by: actor("ann"))
        let store = try SQLiteCaseStore.open(at: shelf.path)
        await #expect(throws: CaseStoreError.leased(name, by: "ann")) {
            try await store.acquireLease(of: name, by: actor("bob"))
        }
        process.kill()
        _ = try await store.acquireLease(of: name, by: actor("bob"))
    }
}
