import Foundation
import GRDB

/// How the lines of the audit log hang together: each has the SHA-256 of the digest before it and of its own fields.
enum AuditChain {
    /// The digest before the first line.
    static let beginning = [UInt8](repeating: 0, count: 32)

    /// The end of the log.
    struct Head {
        var sequence: Int64
        var at: Int64
        var digest: [UInt8]
        var number: String?
        /// Whether the clock of the host was behind the log already.
        var isBehind: Bool

        /// The end of a log without lines.
        static func empty(now: Int64) -> Head {
            Head(sequence: 0, at: now, digest: beginning, number: nil, isBehind: false)
        }
    }

    /// The newest line.
    static func head(in db: Database, now: Int64 = 0) throws -> Head {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence, at, digest, case_number, instr(detail, '"clockBehind"') > 0 FROM audit
                ORDER BY sequence DESC LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement) else { return .empty(now: now) }
        let digest: [UInt8] = try row.withUnsafeData(atIndex: 2) { Array($0 ?? Data()) }
        return Head(sequence: row[0], at: row[1], digest: digest, number: row[3], isBehind: row[4])
    }

    /// The end of the log as it is kept outside the store.
    static func checkpoint(in db: Database, now: Int64) throws -> AuditCheckpoint {
        let head = try head(in: db)
        let cases = try Int.fetchOne(db, sql: "SELECT coalesce(sum(cases), 0) FROM state_tally") ?? 0
        return AuditCheckpoint(sequence: head.sequence, digest: head.digest, at: now, cases: cases)
    }

    /// The digest of a line.
    static func digest(
        after previous: [UInt8], sequence: Int64, at: Int64, actor: String, action: String, number: String?, item: Int?,
        detail: String, state: [UInt8]?
    ) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append(bare: previous)
        bytes.append(sequence)
        bytes.append(at)
        bytes.append(actor)
        bytes.append(action)
        bytes.append(number)
        bytes.append(item.map(Int64.init))
        bytes.append(detail)
        bytes.append(state)
        return bytes.digest
    }
}
