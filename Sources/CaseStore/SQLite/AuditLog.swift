import CaseModel
import Foundation
import GRDB

/// The audit log: one line for every change, in the transaction of the change.
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
        /// The SHA-256 of what was signed, and of what it takes the place of.
        var digest: String?
        var replaces: String?
        /// By how many seconds the clock of the host was behind the line before.
        var clockBehind: Int64?
    }

    /// Adds a line, about a case or, without a number, about the people of the store. Its time is never before that of the line before, whatever the clock says.
    static func append(
        _ action: String, item: Int? = nil, of number: CaseNumber?, by actor: Actor, at now: Int64,
        detail given: Detail = Detail(), in db: Database
    ) throws {
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT sequence, at FROM audit ORDER BY sequence DESC LIMIT 1"))
        let before: (sequence: Int64, at: Int64) = last.map { ($0[0], $0[1]) } ?? (0, now)
        var detail = given
        if now < before.at { detail.clockBehind = before.at - now }
        try db.cachedStatement(
            sql: """
                INSERT INTO audit (sequence, at, actor, action, case_number, item, detail)
                VALUES (:sequence, :at, :actor, :action, :number, :item, :detail)
                """
        ).execute(arguments: [
            "sequence": before.sequence + 1, "at": max(now, before.at), "actor": actor.name, "action": action,
            "number": number?.text, "item": item, "detail": try JSONText.encode(detail),
        ])
    }

    /// The lines about a case, oldest first.
    static func entries(of number: CaseNumber, in db: Database) throws -> [AuditEntry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence, at, actor, action, item, detail FROM audit
                WHERE case_number = :number ORDER BY sequence
                """)
        return try Row.fetchAll(statement, arguments: ["number": number.text]).map { row in
            AuditEntry(sequence: row[0], at: row[1], actor: row[2], action: row[3], item: row[4], detail: row[5])
        }
    }
}
