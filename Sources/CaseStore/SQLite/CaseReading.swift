import CaseModel
import GRDB

/// Reads a case from its tables.
enum CaseReading {
    /// What every command needs to know of a case before it does anything.
    struct Head {
        var id: Int64
        var state: CaseState
        var revision: Int
        var isBlind: Bool
        var itemCount: Int
        var suspendedSince: Day?
    }

    /// The head of a case; nil when none is filed under the number.
    static func head(_ number: CaseNumber, in db: Database) throws -> Head? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, state, revision, is_blind, item_count, suspended_since FROM review_case
                WHERE number = :number
                """)
        guard let row = try Row.fetchOne(statement, arguments: ["number": number.text]) else { return nil }
        guard let state = CaseState(stored: row[1]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Head(
            id: row[0], state: state, revision: row[2], isBlind: row[3], itemCount: row[4], suspendedSince: day(row[5]))
    }

    /// The head of a case that must be there.
    static func requiredHead(_ number: CaseNumber, in db: Database) throws -> Head {
        guard let head = try head(number, in: db) else { throw CaseStoreError.noSuchCase(number) }
        return head
    }

    /// The case as it now stands, without what a blind review holds back.
    static func reviewCase(_ number: CaseNumber, in db: Database) throws -> ReviewCase {
        let head = try requiredHead(number, in: db)
        let content = try determination(ofCase: head.id, asFiled: false, in: db)
        let isRevealed = head.isBlind && !content.determination.items.contains { $0.decision == nil }
        return ReviewCase(
            number: number, state: head.state, due: content.due, determination: content.determination,
            published: isRevealed ? try published(ofCase: head.id, in: db) : nil, isBlind: head.isBlind,
            publishedWasSeen: try publishedWasSeen(number, head, in: db), records: try records(ofCase: head.id, in: db),
            assignment: try assignment(ofCase: head.id, in: db),
            suspendedSince: head.suspendedSince, correction: try correction(of: head, in: db),
            leading: head.state == .consolidated ? try leading(ofCase: head.id, in: db) : nil,
            revision: head.revision)
    }

    /// What a case says, now or as it was filed.
    static func determination(ofCase id: Int64, asFiled: Bool, in db: Database) throws
        -> (determination: Determination, due: Day?)
    {
        let statement = try db.cachedStatement(
            sql: """
                SELECT d.header_number, d.injury, d.utilization_review, d.application_received, d.assigned,
                    CASE WHEN :filed THEN d.decision_as_filed ELSE d.decision END, c.priority, c.due,
                    d.licensure, d.specialties,
                    CASE WHEN :filed THEN coalesce(d.summary_as_filed, d.summary) ELSE d.summary END, f.organization, f.guideline_label, f.methodology
                FROM review_case AS c
                JOIN determination AS d ON d.case_id = c.id
                JOIN letter_form AS f ON f.id = d.form_id
                WHERE c.id = :id
                """)
        guard let row = try Row.fetchOne(statement, arguments: ["id": id, "filed": asFiled]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        let header: String? = row[0]
        let priority: String? = row[6]
        let determination = Determination(
            caseNumber: header.flatMap { try? CaseNumber(parsing: $0) },
            dates: CaseDates(
                injury: day(row[1]), utilizationReview: day(row[2]), applicationReceived: day(row[3]),
                assigned: day(row[4]), decision: day(row[5])),
            priority: priority.flatMap(Priority.init(rawValue:)),
            reviewer: ReviewerCredentials(
                licensure: try JSONText.texts(row[8]), specialties: try JSONText.texts(row[9])),
            summary: row[10], items: try items(ofCase: id, asFiled: asFiled, in: db),
            form: LetterForm(organization: row[11], guidelineLabel: row[12], methodology: row[13]))
        return (determination, day(row[7]))
    }

    private static func items(ofCase id: Int64, asFiled: Bool, in db: Database) throws -> [DisputedItem] {
        let now = """
            SELECT text, original, authorized, remaining, claims_guideline, reviewer_guideline, citations, decision,
                rationale
            FROM item WHERE case_id = :id ORDER BY position
            """
        let filed = """
            SELECT i.text, i.original, i.authorized, i.remaining,
                coalesce(i.claims_guideline_as_filed, i.claims_guideline),
                CASE WHEN f.item_id IS NULL THEN i.reviewer_guideline ELSE f.reviewer_guideline END,
                CASE WHEN f.item_id IS NULL THEN i.citations ELSE f.citations END,
                CASE WHEN f.item_id IS NULL THEN i.decision ELSE f.decision END,
                CASE WHEN f.item_id IS NULL THEN i.rationale ELSE f.rationale END
            FROM item AS i LEFT JOIN item_as_filed AS f ON f.item_id = i.id
            WHERE i.case_id = :id ORDER BY i.position
            """
        let statement = try db.cachedStatement(sql: asFiled ? filed : now)
        return try Row.fetchAll(statement, arguments: ["id": id]).map { row in
            let decision: String? = row[7]
            return DisputedItem(
                text: row[0], amounts: Amounts(original: row[1], authorized: row[2], remaining: row[3]),
                claimsAdministratorGuideline: row[4], reviewerGuideline: row[5],
                citations: try JSONText.citations(row[6]), decision: decision.flatMap(Decision.init(rawValue:)),
                rationale: row[8])
        }
    }

    static func day(_ text: String?) -> Day? { text.flatMap { Day(iso: $0) } }
}
