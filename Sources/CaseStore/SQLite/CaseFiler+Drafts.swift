import CaseModel
import GRDB

extension CaseFiler {
    /// Saves a draft over an older one.
    func save(_ draft: Draft, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try openHead(number, item: draft.item, in: db)
        let now = clock()
        try keepVersionBefore(item: draft.item, ofCase: head.id, number, in: db)
        try put(draft, ofCase: head.id, number, in: db)
        try keepDraftVersion(item: draft.item, ofCase: head.id, by: actor, in: db)
        if head.state == .received || head.state == .assigned {
            try setState(.inReview, ofCase: head.id, in: db)
        }
        try AuditLog.append(
            "draft.saved", item: draft.item, of: number, by: actor, at: now,
            detail: AuditLog.Detail(revision: draft.revision), in: db)
    }

    /// Writes a draft over an older one, without a line in the log.
    func put(_ draft: Draft, ofCase id: Int64, _ number: CaseNumber, in db: Database) throws {
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
            "case": id, "item": draft.item, "rationale": StorableText.of(draft.rationale),
            "guideline": StorableText.of(draft.reviewerGuideline), "decision": draft.decision?.rawValue,
            "cursor": draft.cursor, "revision": draft.revision, "now": clock(),
        ])
        guard db.changesCount == 1 else { throw CaseStoreError.staleDraft(number) }
    }

    /// Throws a draft away, if there is one.
    func discardDraft(item: Int, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        // Of a draft of an earlier version of the store nothing is kept yet.
        try keepVersionBefore(item: item, ofCase: head.id, number, in: db)
        guard try deleteDraft(item: item, ofCase: head.id, in: db) else { return }
        try keepVersion(.discarded, item: item, ofCase: head.id, by: actor, in: db)
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
