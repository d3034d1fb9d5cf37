import CaseModel
import GRDB

extension CaseFiler {
    /// Saves a draft over an older one.
    func save(_ draft: Draft, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try openHead(number, item: draft.item, in: db)
        let now = clock()
        try db.cachedStatement(
            sql: """
                INSERT INTO draft (case_id, item, rationale, reviewer_guideline, decision, cursor, revision, saved_at)
                VALUES (:case, :item, :rationale, :guideline, :decision, :cursor, :revision, :now)
                ON CONFLICT (case_id, item) DO UPDATE SET rationale = excluded.rationale,
                    reviewer_guideline = excluded.reviewer_guideline, decision = excluded.decision,
                    cursor = excluded.cursor, revision = excluded.revision, saved_at = excluded.saved_at
                WHERE excluded.revision > draft.revision
                """
        ).execute(arguments: [
            "case": head.id, "item": draft.item, "rationale": StorableText.of(draft.rationale),
            "guideline": StorableText.of(draft.reviewerGuideline), "decision": draft.decision?.rawValue,
            "cursor": draft.cursor, "revision": draft.revision, "now": now,
        ])
        guard db.changesCount == 1 else { throw CaseStoreError.staleDraft(number) }
        if head.state == .received || head.state == .assigned {
            try setState(.inReview, ofCase: head.id, in: db)
        }
        try AuditLog.append(
            "draft.saved", item: draft.item, of: number, by: actor, at: now,
            detail: AuditLog.Detail(revision: draft.revision), in: db)
    }

    /// Throws a draft away, if there is one.
    func discardDraft(item: Int, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        guard try deleteDraft(item: item, ofCase: head.id, in: db) else { return }
        try AuditLog.append("draft.discarded", item: item, of: number, by: actor, at: clock(), in: db)
    }

    /// Deletes a draft without a line in the log.
    /// - Returns: whether there was one.
    @discardableResult
    func deleteDraft(item: Int, ofCase id: Int64, in db: Database) throws -> Bool {
        try db.cachedStatement(sql: "DELETE FROM draft WHERE case_id = :case AND item = :item").execute(arguments: [
            "case": id, "item": item,
        ])
        return db.changesCount > 0
    }
}
