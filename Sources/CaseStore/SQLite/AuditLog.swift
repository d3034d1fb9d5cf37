import CaseModel
import Foundation
import GRDB

/// The audit log: one line for every change and every opening of a case, in the transaction of the change.
enum AuditLog {
    /// What a line tells besides who, when and what. Its JSON leaves out what is nil.
    struct Detail: Encodable {
        /// The decision, by its raw value.
        var decision: String?
        /// How many items the case has.
        var items: Int?
        /// How many items are still undecided.
        var undecided: Int?
        /// The revision of the case, or of the draft, after the change.
        var revision: Int?
        /// The state of the case after the change.
        var state: String?
        /// Whether the published decisions of a blind review can be seen from now on.
        var revealed: Bool?
        /// Whether it was done after the published decisions of the blind review were seen.
        var afterPublished: Bool?
        /// The number of the link within its item.
        var link: Int?
        /// The kind of what the link leads to.
        var kind: String?
        /// The record, page and lines that the link leads to.
        var record: Int?
        var page: Int?
        var lines: String?
        /// The id of the passage that the link leads to.
        var passage: String?
        /// In how many places the searched words were found.
        var found: Int?
        /// The rule and the fingerprint of a finding that was let stand.
        var rule: String?
        var fingerprint: String?
        /// Why it was let stand, in the reviewer's words.
        var reason: String?
        /// From whom a case was taken over.
        var from: String?
        /// How many cases a restored store has.
        var cases: Int?
        /// How many records were attached.
        var records: Int?
        /// How many rows of history were added.
        var rows: Int?
        /// The reviewer that it is about, by his pseudonym.
        var reviewer: String?
        /// The member of the staff that it is about, and his role.
        var member: String?
        var role: String?
        /// What the parties that it is about are to the case.
        var parties: [String]?
        /// The day that it is about: since when, or received when.
        var day: String?
        /// The day by which the case must be decided after the change.
        var due: String?
        /// The case that took over the items.
        var leading: String?
        /// The case whose items it took over.
        var joined: String?
        /// The SHA-256 of what was signed, and of what it takes the place of.
        var digest: String?
        var replaces: String?
        /// The word that was put on a case or taken off.
        var tag: String?
        /// By how many seconds the clock of the host was behind the line before.
        var clockBehind: Int64?
    }

    /// The action of a line that tells that a case was looked at.
    static let opened = "case.opened"

    /// A clock that went back by more seconds than these is told in a line of its own.
    private static let noticeableStep: Int64 = 60

    /// Adds a line, the last thing that a change does: the digest of the case as it then stands goes into it.
    ///
    /// Its time is never before that of the line before, whatever the clock says.
    /// - Parameter changes: whether the line tells of a change of the case; only then it carries a digest of the case.
    static func append(
        _ action: String, item: Int? = nil, of number: CaseNumber?, by actor: Actor, at now: Int64,
        detail given: Detail = Detail(), changes: Bool = true, in db: Database
    ) throws {
        var head = try AuditChain.head(in: db, now: now)
        let behind = head.at - now
        var detail = given
        if behind > 0 { detail.clockBehind = behind }
        if behind > noticeableStep, !head.isBehind {
            head = try insert(
                "clock.stepped", item: nil, of: nil, by: actor, at: head.at, detail: Detail(clockBehind: behind),
                state: nil, after: head, in: db)
        }
        let state = try changes ? number.flatMap { try StateDigest.of($0.text, in: db) } : nil
        _ = try insert(
            action, item: item, of: number, by: actor, at: max(now, head.at), detail: detail, state: state,
            after: head, in: db)
    }

    /// Tells of what a migration changed in cases, after it: a line for each case that is not as its newest line left it.
    /// - Parameter schema: the version that the migration brings; later tables are not there yet.
    static func carryOver(_ db: Database, schema: Int = StoreIdentity.version) throws {
        let actor = try Actor(parsing: "imr")
        for number in try String.fetchAll(db, sql: "SELECT number FROM review_case ORDER BY number") {
            let state = try StateDigest.of(number, in: db, schema: schema)
            guard try state != StateDigest.newest(of: number, in: db) else { continue }
            let head = try AuditChain.head(in: db)
            _ = try insert(
                "case.carried-over", item: nil, of: try CaseNumber(parsing: number), by: actor, at: head.at,
                detail: Detail(), state: state, after: head, in: db)
        }
    }

    private static func insert(
        _ action: String, item: Int?, of number: CaseNumber?, by actor: Actor, at: Int64, detail: Detail,
        state: [UInt8]?, after head: AuditChain.Head, in db: Database
    ) throws -> AuditChain.Head {
        let json = try JSONText.encode(detail)
        let digest = AuditChain.digest(
            after: head.digest, sequence: head.sequence + 1, at: at, actor: actor.name, action: action,
            number: number?.text, item: item, detail: json, state: state)
        try db.cachedStatement(
            sql: """
                INSERT INTO audit (sequence, at, actor, action, case_number, item, detail, state, digest)
                VALUES (:sequence, :at, :actor, :action, :number, :item, :detail, :state, :digest)
                """
        ).execute(arguments: [
            "sequence": head.sequence + 1, "at": at, "actor": actor.name, "action": action, "number": number?.text,
            "item": item, "detail": json, "state": state.map { Data($0) }, "digest": Data(digest),
        ])
        return AuditChain.Head(
            sequence: head.sequence + 1, at: at, digest: digest, number: number?.text,
            isBehind: detail.clockBehind != nil)
    }

    /// The lines about a case, oldest first.
    static func entries(of number: CaseNumber, in db: Database) throws -> [AuditEntry] {
        try entries(AuditQuery(number: number, limit: .max), in: db)
    }

    /// The lines that a query finds, oldest first.
    static func entries(_ query: AuditQuery, in db: Database) throws -> [AuditEntry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence, at, actor, action, case_number, item, detail FROM audit
                WHERE sequence > :after AND at >= :since AND (:actor IS NULL OR actor = :actor)
                """ + (query.number == nil ? "" : " AND case_number = :number") + " ORDER BY sequence LIMIT :limit")
        var arguments: StatementArguments = [
            "after": query.after, "since": query.since ?? .min, "actor": query.actor, "limit": max(query.limit, 0),
        ]
        if let number = query.number { arguments += ["number": number.text] }
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            AuditEntry(
                sequence: row[0], at: row[1], actor: row[2], action: row[3], caseNumber: row[4], item: row[5],
                detail: row[6])
        }
    }
}
