import CaseModel
import GRDB

extension CaseReading {
    /// The decisions held back for a blind review, in the order of the items.
    static func published(ofCase id: Int64, in db: Database) throws -> [PublishedDecision] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT decision, reviewer_guideline, rationale FROM published_item
                WHERE case_id = :id ORDER BY position
                """)
        return try Row.fetchAll(statement, arguments: ["id": id]).map { row in
            guard let decision = Decision(rawValue: row[0]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return PublishedDecision(decision: decision, reviewerGuideline: row[1], rationale: row[2])
        }
    }

    /// Whether a blind review gave out the published decisions since the case was filed as it is.
    static func publishedWasSeen(_ number: CaseNumber, _ head: Head, in db: Database) throws -> Bool {
        guard head.isBlind else { return false }
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM audit WHERE case_number = :number
                    AND action IN ('item.decided', 'item.restored') AND json_extract(detail, '$.revealed')
                    AND sequence > coalesce((SELECT max(sequence) FROM audit
                        WHERE case_number = :number AND action = 'case.replaced'), 0))
                """)
        return try Bool.fetchOne(statement, arguments: ["number": number.text]) ?? false
    }

    /// The records of a case, without their pages.
    static func records(ofCase id: Int64, in db: Database) throws -> [RecordSummary] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT position, title, page_count, kind, control_number FROM record
                WHERE case_id = :id ORDER BY position
                """)
        return try Row.fetchAll(statement, arguments: ["id": id]).map { row in
            RecordSummary(
                position: row[0], title: row[1], pageCount: row[2], kind: RecordKind(rawValue: row[3]) ?? .other,
                controlNumber: row[4])
        }
    }

    /// The records of a case with their pages.
    static func fullRecords(ofCase id: Int64, in db: Database) throws -> [CaseRecord] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT p.text FROM record AS r JOIN record_page AS p ON p.record_id = r.id
                WHERE r.case_id = :id AND r.position = :position ORDER BY p.page
                """)
        return try records(ofCase: id, in: db).map { record in
            CaseRecord(
                title: record.title,
                pages: try String.fetchAll(statement, arguments: ["id": id, "position": record.position]),
                kind: record.kind, controlNumber: record.controlNumber)
        }
    }

    /// One page of a record, both from 1.
    static func page(_ page: Int, ofRecord record: Int, of number: CaseNumber, in db: Database) throws -> String {
        let head = try requiredHead(number, in: db)
        let statement = try db.cachedStatement(
            sql: """
                SELECT p.text FROM record AS r JOIN record_page AS p ON p.record_id = r.id
                WHERE r.case_id = :id AND r.position = :record AND p.page = :page
                """)
        guard
            let text = try String.fetchOne(statement, arguments: ["id": head.id, "record": record, "page": page])
        else { throw CaseStoreError.noSuchPage(number, record: record, page: page) }
        return text
    }

    /// The drafts of a case, by item.
    static func drafts(of number: CaseNumber, in db: Database) throws -> [Draft] {
        let head = try requiredHead(number, in: db)
        let statement = try db.cachedStatement(
            sql: """
                SELECT item, rationale, reviewer_guideline, decision, cursor, revision, saved_at FROM draft
                WHERE case_id = :id ORDER BY item
                """)
        return try Row.fetchAll(statement, arguments: ["id": head.id]).map { row in
            let decision: String? = row[3]
            return Draft(
                item: row[0], rationale: row[1], reviewerGuideline: row[2],
                decision: decision.flatMap(Decision.init(rawValue:)), cursor: row[4], revision: row[5],
                savedAt: row[6])
        }
    }
}
