import CaseModel
import Foundation
import GRDB

/// Gives cases to sessions, one session a case; each command within a transaction that the caller has begun.
struct LeaseDesk: Sendable {
    /// The time, in seconds since 1970 UTC.
    let clock: @Sendable () -> Int64
    /// This process.
    let host: LeaseHost

    /// A hold as it stands in the store.
    private struct Held {
        var holder: String
        var session: String
        var host: String
        var pid: Int32
        var started: Int64
        var expires: Int64
        var expiresUp: Int64
    }

    func acquire(_ number: CaseNumber, by actor: Actor, in db: Database) throws -> CaseLease {
        let head = try CaseReading.requiredHead(number, in: db)
        if let held = try held(head.id, in: db), isAlive(held) {
            throw CaseStoreError.leased(number, by: held.holder)
        }
        return try give(number, head.id, to: actor, in: db)
    }

    func takeOver(_ number: CaseNumber, by actor: Actor, in db: Database) throws -> CaseLease {
        let head = try CaseReading.requiredHead(number, in: db)
        let before = try held(head.id, in: db).flatMap { isAlive($0) ? $0 : nil }
        let lease = try give(number, head.id, to: actor, in: db)
        if let before {
            try AuditLog.append(
                "case.taken-over", of: number, by: actor, at: clock(), detail: AuditLog.Detail(from: before.holder),
                changes: false, in: db)
        }
        return lease
    }

    /// A hold that ran out lasts again when nobody has taken the case meanwhile.
    func renew(_ lease: CaseLease, in db: Database) throws {
        let head = try CaseReading.requiredHead(lease.number, in: db)
        guard let held = try held(head.id, in: db), held.session == lease.session else {
            throw CaseStoreError.leaseLost(lease.number)
        }
        try db.cachedStatement(
            sql: "UPDATE case_lease SET expires = :expires, expires_up = :up WHERE case_id = :case"
        ).execute(arguments: [
            "case": head.id, "expires": clock() + CaseLease.seconds, "up": host.uptime() + CaseLease.seconds,
        ])
    }

    /// Refuses what is done by a hold that is another session's by now, or that others have had meanwhile. A hold that
    /// only ran out is still one; and whoever holds nothing is judged by what he has seen of the case.
    func check(_ number: CaseNumber, _ actor: Actor, in db: Database) throws {
        guard let session = actor.hold, let head = try CaseReading.head(number, in: db) else { return }
        guard try held(head.id, in: db)?.session == session else { throw CaseStoreError.leaseLost(number) }
    }

    func release(_ lease: CaseLease, in db: Database) throws {
        guard let head = try CaseReading.head(lease.number, in: db) else { return }
        try db.cachedStatement(
            sql: "DELETE FROM case_lease WHERE case_id = :case AND session = :session"
        ).execute(arguments: ["case": head.id, "session": lease.session])
    }

    func holder(of number: CaseNumber, in db: Database) throws -> String? {
        let head = try CaseReading.requiredHead(number, in: db)
        return try held(head.id, in: db).flatMap { isAlive($0) ? $0.holder : nil }
    }

    /// How many holds there are, and how many of them have ended without being given back.
    func count(in db: Database) throws -> (live: Int, stale: Int) {
        let all = try Row.fetchAll(db.cachedStatement(sql: LeaseDesk.columns)).map(LeaseDesk.held)
        let live = all.count { isAlive($0) }
        return (live, all.count - live)
    }

    /// Whether a hold still keeps others off.
    ///
    /// On the same boot the time since the boot decides, which no step of the clock touches, and a process that is
    /// gone holds nothing. After another boot, or from a host elsewhere, only the clock can tell.
    private func isAlive(_ held: Held) -> Bool {
        guard held.host == host.boot else { return held.expires > clock() }
        return held.expiresUp > host.uptime() && host.start(held.pid) == held.started
    }

    private static let columns = """
        SELECT holder, session, host, pid, started, expires, expires_up FROM case_lease
        """

    private func held(_ id: Int64, in db: Database) throws -> Held? {
        let statement = try db.cachedStatement(sql: LeaseDesk.columns + " WHERE case_id = :case")
        return try Row.fetchOne(statement, arguments: ["case": id]).map(LeaseDesk.held)
    }

    private static func held(_ row: Row) -> Held {
        Held(
            holder: row[0], session: row[1], host: row[2], pid: row[3], started: row[4], expires: row[5],
            expiresUp: row[6])
    }

    private func give(_ number: CaseNumber, _ id: Int64, to actor: Actor, in db: Database) throws -> CaseLease {
        let lease = CaseLease(number: number, holder: actor, session: UUID().uuidString)
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO case_lease (case_id, holder, session, host, pid, started, expires, expires_up)
                VALUES (:case, :holder, :session, :host, :pid, :started, :expires, :up)
                """
        ).execute(arguments: [
            "case": id, "holder": actor.name, "session": lease.session, "host": host.boot, "pid": host.pid,
            "started": host.started, "expires": clock() + CaseLease.seconds, "up": host.uptime() + CaseLease.seconds,
        ])
        return lease
    }
}
