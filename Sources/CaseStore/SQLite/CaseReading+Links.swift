import CaseModel
import GRDB

extension CaseReading {
    /// The links of a case, by item and in order of id.
    static func links(of number: CaseNumber, in db: Database) throws -> [Int: [EvidenceLink]] {
        let head = try requiredHead(number, in: db)
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, sentence, kind, record, page, first_line, last_line, passage, span_start, span_end, digest,
                    words, found, position
                FROM evidence_link WHERE case_id = :case ORDER BY position, id
                """)
        var links: [Int: [EvidenceLink]] = [:]
        for row in try Row.fetchAll(statement, arguments: ["case": head.id]) {
            links[row[13], default: []].append(try link(row))
        }
        return links
    }

    /// The links of one item, in order of id.
    static func links(ofItem item: Int, ofCase id: Int64, in db: Database) throws -> [EvidenceLink] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, sentence, kind, record, page, first_line, last_line, passage, span_start, span_end, digest,
                    words, found
                FROM evidence_link WHERE case_id = :case AND position = :item ORDER BY id
                """)
        return try Row.fetchAll(statement, arguments: ["case": id, "item": item]).map(link)
    }

    /// The records that any link of a case leads to, in their order.
    static func documentsReviewed(of number: CaseNumber, in db: Database) throws -> [RecordSummary] {
        let head = try requiredHead(number, in: db)
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.position, r.title, r.page_count FROM record AS r
                WHERE r.case_id = :case AND r.position IN (SELECT record FROM evidence_link WHERE case_id = :case)
                ORDER BY r.position
                """)
        return try Row.fetchAll(statement, arguments: ["case": head.id]).map { row in
            RecordSummary(position: row[0], title: row[1], pageCount: row[2])
        }
    }

    /// The places in the records of a case where words stand: the first of them, and how many there are.
    static func search(_ words: String, limit: Int, of number: CaseNumber, in db: Database) throws
        -> (hits: [RecordHit], total: Int)
    {
        let head = try requiredHead(number, in: db)
        guard let search = RecordSearch(words) else { return ([], 0) }
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.position, p.page, p.text FROM record AS r JOIN record_page AS p ON p.record_id = r.id
                WHERE r.case_id = :case ORDER BY r.position, p.page
                """)
        var (hits, total): ([RecordHit], Int) = ([], 0)
        var page = FoldedPage()
        let rows = try Row.fetchCursor(statement, arguments: ["case": head.id])
        while let row = try rows.next() {
            let text: String = row[2]
            page.take(text)
            let lines = search.lines(of: page)
            total += lines.count
            guard hits.count < limit, !lines.isEmpty else { continue }
            // By bytes, as the page was taken in: to a character a line feed may be half of a line break.
            let texts = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for line in lines.prefix(limit - hits.count) {
                hits.append(
                    RecordHit(record: row[0], page: row[1], line: line, text: String(Substring(texts[line - 1]))))
            }
        }
        return (hits, total)
    }

    private static func link(_ row: Row) throws -> EvidenceLink {
        let evidence: EvidencePlace
        switch row[2] as String {
        case "record":
            let (first, last): (Int, Int) = (row[5], row[6])
            evidence = .record(record: row[3], page: row[4], lines: first...last)
        case "passage":
            let (start, end): (Int, Int) = (row[8], row[9])
            evidence = .passage(id: row[7], span: start..<end, digest: row[10])
        case "search": evidence = .search(words: row[11], found: row[12])
        default: throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return EvidenceLink(id: row[0], sentence: row[1], evidence: evidence)
    }
}
