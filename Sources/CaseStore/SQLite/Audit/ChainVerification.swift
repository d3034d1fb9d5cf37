import GRDB
import GRDBSQLite

/// Verifies the audit log from its first line to its last, against the checkpoints taken on the way.
struct ChainVerification {
    /// The checkpoints, and whatever else is known of the log from outside; in any order.
    let checkpoints: [AuditCheckpoint]
    let note: HeadNote?

    /// Walks the log once. A million lines take about a second, and the memory of one.
    func run(_ db: Database, into report: inout VerificationReport) throws {
        let known = expectations()
        var next = known.startIndex
        var previous = AuditChain.beginning
        var digest = AuditChain.beginning
        var last: Int64 = 0
        var bytes = CanonicalBytes()
        let statement = try db.makeStatement(
            sql: """
                SELECT sequence, at, actor, action, case_number, item, detail, state, digest FROM audit
                ORDER BY sequence
                """)
        while next < known.endIndex, known[next].sequence == 0 { next += 1 }
        try statement.forEachRow { row in
            let sequence = sqlite3_column_int64(row, 0)
            if sequence != last + 1 { report.add(.missingLines(after: last, before: sequence)) }
            bytes.reset()
            bytes.append(bare: previous)
            bytes.append(0..<8, of: row)
            bytes.writeDigest(to: &digest)
            let stored = CanonicalBytes.blob(8, of: row)
            if !digest.withUnsafeBytes({ $0.elementsEqual(stored) }) {
                // A gap alone breaks the chain as well, and is told already.
                if sequence == last + 1 {
                    let number = sqlite3_column_type(row, 4) == SQLITE_NULL ? nil : CanonicalBytes.text(4, of: row)
                    report.add(
                        .alteredLine(sequence: sequence, number: number.map { String(decoding: $0, as: UTF8.self) }))
                }
                // What follows is measured by what is stored, so that each break is told by itself.
                if stored.count == 32 { previous.withUnsafeMutableBytes { $0.copyMemory(from: stored) } }
            } else {
                swap(&previous, &digest)
            }
            while next < known.endIndex, known[next].sequence <= sequence {
                let expected = known[next]
                next += 1
                guard expected.sequence == sequence else { continue }
                if expected.digest != previous {
                    report.add(.otherHistory(sequence: sequence))
                } else if expected.isCheckpoint {
                    report.checkpoints += 1
                }
            }
            last = sequence
            report.lines += 1
        }
        if let end = known.last, end.sequence > last {
            report.add(.missingEnd(last: last, noted: end.sequence, number: end.number))
        }
    }

    private struct Expectation {
        var sequence: Int64
        var digest: [UInt8]
        var number: String?
        var isCheckpoint: Bool
    }

    private func expectations() -> [Expectation] {
        var known = checkpoints.map {
            Expectation(sequence: $0.sequence, digest: $0.digest, number: nil, isCheckpoint: true)
        }
        if let note {
            known.append(
                Expectation(sequence: note.sequence, digest: note.digest, number: note.number, isCheckpoint: false))
        }
        return known.sorted { $0.sequence < $1.sequence }
    }
}
