import CaseModel
import GRDB
import GRDBSQLite

/// The digest of everything that the store holds about a case.
///
/// A line of the audit log that tells of a change carries the digest of the case after it. So what somebody alters
/// past the program is seen, and the case is named.
enum StateDigest {
    /// A table with rows of a case.
    struct Part {
        /// Stands before each of its rows. A table without rows of the case adds nothing, so that a later version can
        /// add a table and the digests of the cases that have nothing in it stay as they are.
        var name: String
        /// The version of the schema that brought the table.
        var since: Int
        /// Its columns and rows for `:case`, in an order that the values themselves settle.
        var sql: String
    }

    /// Every table with something of a case, but for what is made of the others (tallies, the words of the filter) and
    /// for who has it open.
    static let parts = [
        Part(
            name: "case", since: 1,
            sql: """
                SELECT number, state, priority, due, specialty, item_count, decided_count, is_blind, revision, filed_at
                FROM review_case WHERE id = :case
                """),
        Part(
            name: "determination", since: 1,
            sql: """
                SELECT d.header_number, d.injury, d.utilization_review, d.application_received, d.assigned, d.decision,
                    d.decision_as_filed, d.licensure, d.specialties, d.summary, f.organization, f.guideline_label,
                    f.methodology
                FROM determination AS d JOIN letter_form AS f ON f.id = d.form_id WHERE d.case_id = :case
                """),
        Part(
            name: "item", since: 1,
            sql: """
                SELECT position, text, original, authorized, remaining, claims_guideline, reviewer_guideline, citations,
                    decision, rationale
                FROM item WHERE case_id = :case ORDER BY position
                """),
        Part(
            name: "item_as_filed", since: 1,
            sql: """
                SELECT i.position, f.reviewer_guideline, f.citations, f.decision, f.rationale
                FROM item AS i JOIN item_as_filed AS f ON f.item_id = i.id
                WHERE i.case_id = :case ORDER BY i.position
                """),
        Part(
            name: "published_item", since: 1,
            sql: """
                SELECT position, decision, reviewer_guideline, rationale FROM published_item
                WHERE case_id = :case ORDER BY position
                """),
        Part(
            name: "record", since: 4,
            sql: "SELECT position, title, page_count, digest FROM record WHERE case_id = :case ORDER BY position"),
        Part(
            name: "draft", since: 1,
            sql: """
                SELECT item, rationale, reviewer_guideline, decision, cursor, revision, saved_at FROM draft
                WHERE case_id = :case ORDER BY item
                """),
        Part(
            name: "evidence_link", since: 2,
            sql: """
                SELECT position, id, sentence, kind, record, page, first_line, last_line, passage, span_start, span_end,
                    digest, words, found
                FROM evidence_link WHERE case_id = :case ORDER BY position, id
                """),
        Part(
            name: "finding_override", since: 3,
            sql: """
                SELECT item, rule, fingerprint, reason, actor, at FROM finding_override
                WHERE case_id = :case ORDER BY coalesce(item, 0), rule, fingerprint
                """),
        Part(
            name: "course", since: 5,
            sql: """
                SELECT decided_on, suspended_since FROM review_case
                WHERE id = :case AND (decided_on IS NOT NULL OR suspended_since IS NOT NULL)
                """),
        Part(
            name: "assignment", since: 5,
            sql: """
                SELECT reviewer, reasons, at, ended_at, is_conflict, parties, attested_at FROM assignment
                WHERE case_id = :case ORDER BY id
                """),
        Part(
            name: "notice", since: 5,
            sql: """
                SELECT employee, employer, claims_administrator, claims_examiner, requesting_physician, claim_number,
                    treatment_requested, requested, documents_received, other_parties
                FROM notice WHERE case_id = :case
                """),
        Part(
            name: "case_note", since: 5,
            sql: "SELECT at, actor, step, text FROM case_note WHERE case_id = :case ORDER BY id"),
        Part(
            name: "summary_as_filed", since: 9,
            sql: """
                SELECT summary_as_filed FROM determination WHERE case_id = :case AND summary_as_filed IS NOT NULL
                """),
        Part(
            name: "claims_guideline_as_filed", since: 9,
            sql: """
                SELECT position, claims_guideline_as_filed FROM item
                WHERE case_id = :case AND claims_guideline_as_filed IS NOT NULL ORDER BY position
                """),
        Part(name: "consolidation", since: 5, sql: "SELECT leading FROM consolidation WHERE case_id = :case"),
        // The letters are in it by the digests that the signed document names.
        Part(
            name: "signed_determination", since: 5,
            sql: """
                SELECT sequence, revision, bytes, signature, key_fingerprint, reviewer, at, digest, replaces
                FROM signed_determination WHERE case_id = :case ORDER BY sequence
                """),
        Part(name: "case_tag", since: 7, sql: "SELECT word FROM case_tag WHERE case_id = :case ORDER BY word"),
        Part(
            name: "item_version", since: 7,
            sql: """
                SELECT position, sequence, began, at, actor, occasion, decision, reviewer_guideline, rationale
                FROM item_version WHERE case_id = :case ORDER BY position, sequence
                """),
        // Working notes, and still in it: a note that somebody put in another's name could lead him to decide otherwise.
        Part(
            name: "bookmark", since: 8,
            sql: """
                SELECT actor, record, page, line, character, note, at FROM bookmark
                WHERE case_id = :case
                ORDER BY actor, coalesce(record, 0), coalesce(page, 0), coalesce(line, character)
                """),
    ]

    /// The digest of a case as it stands; nil when no case is filed under the number.
    ///
    /// The pages of records are in it by the digest of each record, which stands beside the record: they may be long,
    /// and a decision does not change them.
    /// - Parameter schema: tables that came after this version are left out.
    static func of(_ number: String, in db: Database, schema: Int = StoreIdentity.version) throws -> [UInt8]? {
        let finding = try db.cachedStatement(sql: "SELECT id FROM review_case WHERE number = :number")
        guard let id = try Int64.fetchOne(finding, arguments: ["number": number]) else { return nil }
        var bytes = CanonicalBytes()
        for part in parts where part.since <= schema {
            try db.cachedStatement(sql: part.sql).forEachRow(["case": id]) { row in
                bytes.append(part.name)
                bytes.append(0..<sqlite3_column_count(row), of: row)
            }
        }
        return bytes.digest
    }

    /// The digest of a case after its newest change, as the audit log has it; nil when it tells of none.
    static func newest(of number: String, in db: Database) throws -> [UInt8]? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT state FROM audit WHERE case_number = :number AND state IS NOT NULL
                ORDER BY sequence DESC LIMIT 1
                """)
        var found: [UInt8]?
        try statement.forEachRow(["number": number]) { found = Array(CanonicalBytes.blob(0, of: $0)) }
        return found
    }

    /// The digest of the pages of a record that is about to be filed.
    static func of(pages: [String]) -> [UInt8] {
        var bytes = CanonicalBytes()
        for (index, text) in pages.enumerated() {
            bytes.append(Int64(index + 1))
            bytes.append(text)
        }
        return bytes.digest
    }

    /// The digest of the pages of a record as they stand in the store.
    static func of(pagesOfRecord id: Int64, in db: Database) throws -> [UInt8] {
        var bytes = CanonicalBytes()
        let statement = try db.cachedStatement(
            sql: "SELECT page, text FROM record_page WHERE record_id = :record ORDER BY page")
        try statement.forEachRow(["record": id]) { bytes.append(0..<2, of: $0) }
        return bytes.digest
    }
}
