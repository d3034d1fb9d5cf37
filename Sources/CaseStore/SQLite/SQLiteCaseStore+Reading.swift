public import CaseModel
import GRDB

/// What the first screen shows, read at one instant.
public struct FirstScreen: Hashable, Sendable {
    /// The counts of the top line.
    public var counts: WorklistCounts
    /// How many cases the query finds.
    public var found: Int
    /// The first rows of the worklist.
    public var rows: [WorklistRow]
}

extension SQLiteCaseStore {
    /// Reads what the first screen shows on the calling thread, so that a program can draw before it starts any task.
    public func firstScreen(_ query: WorklistQuery, today: Day, limit: Int) throws(CaseStoreError) -> FirstScreen {
        try readNow { db in
            FirstScreen(
                counts: try WorklistReading.counts(today: today, in: db),
                found: try WorklistReading.count(query, in: db),
                rows: try WorklistReading.page(query, from: nil, direction: .after, limit: limit, in: db))
        }
    }

    /// The case under a number, read on the calling thread; see ``CaseStore/open(_:)``.
    public func openNow(_ number: CaseNumber) throws(CaseStoreError) -> ReviewCase {
        try readNow { db in try CaseReading.reviewCase(number, in: db) }
    }

    /// The case numbers that begin so, whatever the case of their letters; in their order.
    public func numbers(beginning start: String, limit: Int) async throws -> [CaseNumber] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT number FROM review_case INDEXED BY sqlite_autoindex_review_case_1
                    WHERE upper(substr(number, 1, length(:start))) = :start ORDER BY number LIMIT :limit
                    """)
            return try String.fetchAll(statement, arguments: ["start": start.uppercased(), "limit": limit])
                .compactMap { try? CaseNumber(parsing: $0) }
        }
    }

    /// See ``CaseStore/countCases(_:)``.
    public func countCases(_ query: WorklistQuery) async throws -> Int {
        try await read { db in try WorklistReading.count(query, in: db) }
    }

    /// See ``CaseStore/worklistCounts(today:)``.
    public func worklistCounts(today: Day) async throws -> WorklistCounts {
        try await read { db in try WorklistReading.counts(today: today, in: db) }
    }

    /// See ``CaseStore/worklist(_:from:direction:limit:)``. A key of another sort counts as none.
    public func worklist(_ query: WorklistQuery, from key: WorklistKey?, direction: PageDirection, limit: Int)
        async throws -> [WorklistRow]
    {
        try await read { db in
            try WorklistReading.page(query, from: key, direction: direction, limit: limit, in: db)
        }
    }

    /// See ``CaseStore/worklist(_:around:limit:)``.
    public func worklist(_ query: WorklistQuery, around key: WorklistKey, limit: Int) async throws -> WorklistStretch {
        try await read { db in try WorklistReading.stretch(query, around: key, limit: limit, in: db) }
    }

    /// See ``CaseStore/open(_:)``.
    public func open(_ number: CaseNumber) async throws -> ReviewCase {
        try await read { db in try CaseReading.reviewCase(number, in: db) }
    }

    /// See ``CaseStore/recordPage(_:record:page:)``.
    public func recordPage(_ number: CaseNumber, record: Int, page: Int) async throws -> String {
        try await read { db in try CaseReading.page(page, ofRecord: record, of: number, in: db) }
    }

    /// See ``CaseStore/auditTrail(_:)``; empty for a number that was never filed.
    public func auditTrail(_ number: CaseNumber) async throws -> [AuditEntry] {
        try await read { db in try AuditLog.entries(of: number, in: db) }
    }

    /// The audit log of a case for somebody who may read it.
    /// - Throws: ``Refusal/notPermitted(actor:_:)``.
    public func auditTrail(_ number: CaseNumber, by actor: Actor) async throws -> [AuditEntry] {
        try await read { db in
            try Permission.check(.audit, actor, in: db)
            return try AuditLog.entries(of: number, in: db)
        }
    }

    /// See ``CaseStore/drafts(of:)``.
    public func drafts(of number: CaseNumber) async throws -> [Draft] {
        try await read { db in try CaseReading.drafts(of: number, in: db) }
    }

    /// See ``CaseStore/links(of:)``.
    public func links(of number: CaseNumber) async throws -> [Int: [EvidenceLink]] {
        try await read { db in try CaseReading.links(of: number, in: db) }
    }

    /// See ``CaseStore/documentsReviewed(of:)``.
    public func documentsReviewed(of number: CaseNumber) async throws -> [RecordSummary] {
        try await read { db in try CaseReading.documentsReviewed(of: number, in: db) }
    }

    /// See ``CaseStore/overrides(of:)``.
    public func overrides(of number: CaseNumber) async throws -> [FindingOverride] {
        try await read { db in
            try CaseReading.overrides(ofCase: try CaseReading.requiredHead(number, in: db).id, in: db)
        }
    }

    /// See ``CaseStore/searchRecords(_:in:limit:)``. The memory it takes is that of one page and of the places.
    public func searchRecords(_ words: String, in number: CaseNumber, limit: Int) async throws
        -> (hits: [RecordHit], total: Int)
    {
        try await read { db in try CaseReading.search(words, limit: limit, of: number, in: db) }
    }

    /// See ``CaseStore/changeCounter()``. It costs a few microseconds.
    ///
    /// It is asked of a connection that is used for nothing else: the number is one of a connection, not of the file.
    public func changeCounter() async throws -> Int {
        do {
            return try await readers.writeWithoutTransaction { db in
                try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw Failure.error(for: error, path: path)
        }
    }
}
