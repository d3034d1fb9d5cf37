public import CaseModel
import GRDB

extension SQLiteCaseStore {
    /// See ``CaseStore/audit(_:)``.
    public func audit(_ query: AuditQuery) async throws -> [AuditEntry] {
        try await read { db in try AuditLog.entries(query, in: db) }
    }

    /// See ``CaseStore/recordOpening(of:by:)``. A store that is open for reading only keeps no note of who reads.
    public func recordOpening(of numbers: [CaseNumber], by actor: Actor) async throws {
        if isReadOnly { return }
        let filer = filer
        try await write { db in
            for number in numbers {
                _ = try CaseReading.requiredHead(number, in: db)
                try AuditLog.append(AuditLog.opened, of: number, by: actor, at: filer.clock(), changes: false, in: db)
            }
        }
    }

    /// See ``CaseStore/recordLock(_:by:)``. A store that is open for reading only keeps no note of who reads.
    public func recordLock(_ step: ScreenLockStep, by actor: Actor) async throws {
        if isReadOnly { return }
        let filer = filer
        try await write { db in
            try AuditLog.append(step.rawValue, of: nil, by: actor, at: filer.clock(), changes: false, in: db)
        }
    }

    /// See ``CaseStore/acquireLease(of:by:)``.
    public func acquireLease(of number: CaseNumber, by actor: Actor) async throws -> CaseLease {
        let desk = leaseDesk
        return try await write { db in try desk.acquire(number, by: actor, in: db) }
    }

    /// See ``CaseStore/renewLease(_:)``.
    public func renewLease(_ lease: CaseLease) async throws {
        let desk = leaseDesk
        try await write { db in try desk.renew(lease, in: db) }
    }

    /// See ``CaseStore/releaseLease(_:)``.
    public func releaseLease(_ lease: CaseLease) async throws {
        let desk = leaseDesk
        try await write { db in try desk.release(lease, in: db) }
    }

    /// See ``CaseStore/takeOver(_:by:)``.
    public func takeOver(_ number: CaseNumber, by actor: Actor) async throws -> CaseLease {
        let desk = leaseDesk
        return try await write { db in try desk.takeOver(number, by: actor, in: db) }
    }

    /// See ``CaseStore/leaseHolder(of:)``.
    public func leaseHolder(of number: CaseNumber) async throws -> String? {
        let desk = leaseDesk
        return try await read { db in try desk.holder(of: number, in: db) }
    }

    var leaseDesk: LeaseDesk { LeaseDesk(clock: filer.clock, host: host) }
}
