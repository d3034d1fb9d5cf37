import CaseModel
import GRDB

extension CaseFiler {
    /// Gives a case to a reviewer.
    func assign(
        _ number: CaseNumber, to id: ReviewerID, reasons: [String], on day: Day, by actor: Actor, in db: Database
    ) throws -> [AssignmentObstacle] {
        let head = try CaseReading.requiredHead(number, in: db)
        _ = try leads(.assign, head, number)
        guard let reviewer = try PeopleReading.reviewer(id, in: db) else {
            throw CaseStoreError.refused(.noSuchReviewer(id))
        }
        if let present = try CaseReading.assignment(ofCase: head.id, in: db) {
            if present.reviewer == id { return [] }
            throw CaseStoreError.refused(.assignedAlready(number, present.reviewer))
        }
        let declared = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT 1 FROM assignment WHERE case_id = :case AND reviewer = :id AND is_conflict
                    """), arguments: ["case": head.id, "id": id.text])
        guard declared == nil else {
            throw CaseStoreError.refused(.notEligible(number, id, [.declaredConflict]))
        }
        let obstacles = reviewer.obstacles(
            parties: try CaseReading.notices(of: number, in: db).flatMap(\.parties), on: day,
            load: try PeopleReading.loads(in: db)[id] ?? 0)
        let hard = obstacles.filter(\.isHard)
        guard hard.isEmpty else { throw CaseStoreError.refused(.notEligible(number, id, hard)) }
        try take(.assign, "case.assigned", number, by: actor, in: db) { head, detail in
            try db.cachedStatement(
                sql: "INSERT INTO assignment (case_id, reviewer, reasons, at) VALUES (:case, :id, :reasons, :now)"
            ).execute(arguments: [
                "case": head.id, "id": id.text, "reasons": try JSONText.list(reasons.map { StorableText.of($0) }),
                "now": clock(),
            ])
            detail.reviewer = id.text
        }
        return obstacles
    }

    /// Takes a case from its reviewer.
    func endAssignment(of number: CaseNumber, reason: String, by actor: Actor, in db: Database) throws {
        try take(.endAssignment, "assignment.ended", number, note: reason, by: actor, in: db) { head, detail in
            detail.reviewer = try end(ofCase: head.id, number, in: db).text
        }
    }

    /// Keeps what the reviewer of a case attests.
    func attest(_ attestation: Attestation, in number: CaseNumber, by actor: Actor, in db: Database) throws {
        let (id, named) = try attestable(attestation.reviewer, in: number, by: actor, in: db)
        let parties = StorableText.of(attestation.parties)
        let missing = named.filter { !parties.contains($0) }.map(\.kind)
        guard missing.isEmpty else { throw CaseStoreError.refused(.partiesMissing(number, kinds: missing)) }
        let now = clock()
        try db.cachedStatement(
            sql: """
                UPDATE assignment SET parties = :parties, attested_at = :now
                WHERE case_id = :case AND ended_at IS NULL
                """
        ).execute(arguments: ["case": id, "parties": try PeopleJSON.text(parties), "now": now])
        try AuditLog.append(
            "reviewer.attested", of: number, by: actor, at: now,
            detail: AuditLog.Detail(reviewer: attestation.reviewer.text, parties: parties.map(\.kind)), in: db)
    }

    /// Ends an assignment because its reviewer has a conflict with a party.
    func declareConflict(
        _ given: Party, reason: String, in number: CaseNumber, by actor: Actor, in db: Database
    ) throws {
        let head = try CaseReading.requiredHead(number, in: db)
        guard let present = try CaseReading.assignment(ofCase: head.id, in: db) else {
            throw CaseStoreError.refused(.notAssigned(number))
        }
        _ = try attestable(present.reviewer, in: number, by: actor, in: db)
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw CaseStoreError.refused(.needsNote(number, .endAssignment))
        }
        let note = "Conflict with \(given.name): \(reason)"
        try take(.endAssignment, "reviewer.conflict", number, note: note, by: actor, in: db) { head, detail in
            detail.reviewer = try end(ofCase: head.id, number, isConflict: true, in: db).text
            detail.parties = [StorableText.of(given.kind)]
        }
    }

    /// The row and the parties of a case that is before a reviewer, for him to attest or for a desk of one.
    private func attestable(_ id: ReviewerID, in number: CaseNumber, by actor: Actor, in db: Database) throws
        -> (id: Int64, parties: [Party])
    {
        let head = try CaseReading.requiredHead(number, in: db)
        _ = try leads(.work, head, number)
        guard let present = try CaseReading.assignment(ofCase: head.id, in: db) else {
            throw CaseStoreError.refused(.notAssigned(number))
        }
        let member = try PeopleReading.member(actor.name, in: db)
        guard present.reviewer == id, member == nil || member?.reviewer == id else {
            throw CaseStoreError.refused(.assignedToAnother(number))
        }
        return (head.id, try CaseReading.notices(of: number, in: db).flatMap(\.parties))
    }

    /// Ends the assignment of a case.
    /// - Returns: who had it.
    private func end(
        ofCase id: Int64, _ number: CaseNumber, isConflict: Bool = false, in db: Database
    ) throws -> ReviewerID {
        guard let present = try CaseReading.assignment(ofCase: id, in: db) else {
            throw CaseStoreError.refused(.notAssigned(number))
        }
        try db.cachedStatement(
            sql: """
                UPDATE assignment SET ended_at = :now, is_conflict = :conflict
                WHERE case_id = :case AND ended_at IS NULL
                """
        ).execute(arguments: ["case": id, "now": clock(), "conflict": isConflict])
        return present.reviewer
    }
}
