import GRDB
import GRDBSQLite

/// Compares every case with what the audit log says it was left with.
enum ContentVerification {
    /// Goes through the cases of the store and those of the log. A case that cannot be read hinders no other.
    static func run(_ db: Database, into report: inout VerificationReport) throws {
        var after = ""
        // Numbers are read ahead in portions: damage to one case must not end the walk over the others.
        while let numbers = try portion(after: after, in: db), let last = numbers.last {
            for number in numbers {
                report.cases += 1
                do {
                    try verify(number, in: db, into: &report)
                } catch is DatabaseError {
                    report.add(.unreadableCase(number))
                }
            }
            after = last
        }
        let lost = try String.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT case_number FROM audit
                WHERE case_number IS NOT NULL AND case_number NOT IN (SELECT number FROM review_case)
                """)
        while let number = try lost.next() { report.add(.missingCase(number)) }
    }

    private static func portion(after: String, in db: Database) throws -> [String]? {
        let statement = try db.cachedStatement(
            sql: "SELECT number FROM review_case WHERE number > :after ORDER BY number LIMIT 1000")
        return try String.fetchAll(statement, arguments: ["after": after])
    }

    private static func verify(_ number: String, in db: Database, into report: inout VerificationReport) throws {
        guard let stored = try StateDigest.newest(of: number, in: db) else { return report.add(.unloggedCase(number)) }
        if try StateDigest.of(number, in: db) != stored { report.add(.alteredCase(number)) }
        let records = try db.cachedStatement(
            sql: """
                SELECT r.id, r.position, r.digest FROM record AS r JOIN review_case AS c ON c.id = r.case_id
                WHERE c.number = :number ORDER BY r.position
                """)
        var found: [(id: Int64, position: Int, digest: [UInt8])] = []
        try records.forEachRow(["number": number]) { row in
            found.append(
                (
                    sqlite3_column_int64(row, 0), Int(sqlite3_column_int64(row, 1)),
                    Array(CanonicalBytes.blob(2, of: row))
                ))
        }
        for record in found where try StateDigest.of(pagesOfRecord: record.id, in: db) != record.digest {
            report.add(.alteredRecord(number, record: record.position))
        }
    }
}
