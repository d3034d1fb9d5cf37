import CaseModel
import GRDB

extension CaseFiler {
    /// Takes a step of a case by the table of ``CaseStep``: its state, its note and its line in the log.
    ///
    /// A step back to the reviewer takes the decision day away: an open case has none.
    /// - Parameters:
    ///   - note: why it is taken; kept with the case and not in the log, since it may speak of the case.
    ///   - raising: whether the revision of the case is raised, so that a screen that shows it looks again.
    ///   - body: what else belongs to it; done before the state changes.
    func take(
        _ step: CaseStep, _ action: String, _ number: CaseNumber, note: String? = nil, raising: Bool = true,
        by actor: Actor, in db: Database, _ body: (CaseReading.Head, inout AuditLog.Detail) throws -> Void = { _, _ in }
    ) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        let next = try leads(step, head, number)
        if step == .withdraw {
            let statement = try db.cachedStatement(
                sql: "SELECT 1 FROM signed_determination WHERE case_id = :id LIMIT 1")
            // What was signed once is amended; it does not end as if nothing had been decided.
            guard try Bool.fetchOne(statement, arguments: ["id": head.id]) == nil else {
                throw CaseStoreError.refused(.signedAlready(number))
            }
        }
        let now = clock()
        var detail = AuditLog.Detail()
        try keep(note, of: step, number, ofCase: head.id, by: actor, at: now, in: db)
        try body(head, &detail)
        if next != head.state { try setState(next, ofCase: head.id, in: db) }
        if raising {
            try db.cachedStatement(
                sql: "UPDATE review_case SET revision = revision + 1 WHERE id = :id"
            ).execute(arguments: ["id": head.id])
        }
        if head.state.isDecided, !next.isDecided { try removeDecisionDay(ofCase: head.id, in: db) }
        detail.state = next.rawValue
        detail.revision = head.revision + (raising ? 1 : 0)
        try AuditLog.append(action, of: number, by: actor, at: now, detail: detail, in: db)
    }

    /// Where a step leads from the state of a case; refused where it does not.
    func leads(_ step: CaseStep, _ head: CaseReading.Head, _ number: CaseNumber) throws(CaseStoreError) -> CaseState {
        guard let next = step.leads[head.state] else { throw .refused(.wrongState(number, head.state, step)) }
        return next
    }

    /// Keeps the note of a step, which some steps need.
    private func keep(
        _ note: String?, of step: CaseStep, _ number: CaseNumber, ofCase id: Int64, by actor: Actor, at now: Int64,
        in db: Database
    ) throws {
        let text = Prose.normalized(StorableText.of(note ?? ""))
        guard !text.isEmpty else {
            if step.needsNote { throw CaseStoreError.refused(.needsNote(number, step)) }
            return
        }
        try db.cachedStatement(
            sql: "INSERT INTO case_note (case_id, at, actor, step, text) VALUES (:case, :at, :actor, :step, :text)"
        ).execute(arguments: ["case": id, "at": now, "actor": actor.name, "step": step.rawValue, "text": text])
    }

    private func removeDecisionDay(ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE review_case SET decided_on = NULL WHERE id = :id").execute(
            arguments: ["id": id])
        try db.cachedStatement(sql: "UPDATE determination SET decision = NULL WHERE case_id = :id").execute(
            arguments: ["id": id])
    }
}
