import CaseModel
import GRDB

extension CaseFiler {
    /// Decides an item; the texts of the decision are storable already, which is seen to before the write gate.
    func decide(
        _ given: ItemDecision, in number: CaseNumber, decisionDay: Day, by actor: Actor, in db: Database
    ) throws -> ReviewCase {
        var head = try openHead(number, item: given.item, in: db)
        if let since = head.suspendedSince { throw CaseStoreError.refused(.suspended(number, since: since)) }
        if let revision = given.revision, revision != head.revision { throw CaseStoreError.changedMeanwhile(number) }
        if let line = given.claimsAdministratorGuideline {
            _ = try write(
                line, as: .claimsAdministratorGuideline(item: given.item), in: number, revision: nil, by: actor, in: db)
            head = try openHead(number, item: given.item, in: db)
        }
        let wasSeen = try CaseReading.publishedWasSeen(number, head, in: db)
        try keepVersionBefore(item: given.item, ofCase: head.id, number, in: db)
        try keepAsFiled(item: given.item, ofCase: head.id, in: db)
        try db.cachedStatement(
            sql: """
                UPDATE item SET decision = :decision, reviewer_guideline = :guideline, citations = :citations,
                    rationale = :rationale
                WHERE case_id = :case AND position = :item
                """
        ).execute(arguments: [
            "case": head.id, "item": given.item, "decision": given.decision.rawValue,
            "guideline": given.reviewerGuideline,
            "citations": try JSONText.list(given.citations),
            "rationale": given.rationale,
        ])
        try deleteDraft(item: given.item, ofCase: head.id, in: db)
        try keepVersion(.decided, item: given.item, ofCase: head.id, by: actor, in: db)
        try raiseRevision(of: head, number, decisionDay: decisionDay, in: db)
        let result = try CaseReading.reviewCase(number, in: db)
        try AuditLog.append(
            "item.decided", item: given.item, of: number, by: actor, at: clock(),
            detail: AuditLog.Detail(
                decision: given.decision.rawValue,
                undecided: result.determination.items.count { $0.decision == nil }, revision: result.revision,
                state: result.state.rawValue, revealed: result.published == nil ? nil : true,
                afterPublished: wasSeen ? true : nil),
            in: db)
        return result
    }

    /// Takes back the decision on an item. An open case has no decision day.
    func reopen(item: Int, in number: CaseNumber, by actor: Actor, in db: Database) throws -> ReviewCase {
        let head = try openHead(number, item: item, in: db)
        let before = try CaseReading.reviewCase(number, in: db)
        guard before.determination.items[item - 1].decision != nil else { return before }
        try keepVersionBefore(item: item, ofCase: head.id, number, in: db)
        try keepAsFiled(item: item, ofCase: head.id, in: db)
        try db.cachedStatement(
            sql: "UPDATE item SET decision = NULL WHERE case_id = :case AND position = :item"
        ).execute(arguments: ["case": head.id, "item": item])
        try keepVersion(.reopened, item: item, ofCase: head.id, by: actor, in: db)
        try raiseRevision(of: head, number, decisionDay: nil, in: db)
        let result = try CaseReading.reviewCase(number, in: db)
        try AuditLog.append(
            "item.reopened", item: item, of: number, by: actor, at: clock(),
            detail: AuditLog.Detail(
                undecided: result.determination.items.count { $0.decision == nil }, revision: result.revision,
                state: result.state.rawValue, afterPublished: before.publishedWasSeen ? true : nil),
            in: db)
        return result
    }

    /// The head of a case that is open to decision and has the item.
    func openHead(_ number: CaseNumber, item: Int, in db: Database) throws -> CaseReading.Head {
        let head = try CaseReading.requiredHead(number, in: db)
        guard head.state != .published else { throw CaseStoreError.notOpen(number) }
        _ = try leads(.work, head, number)
        guard (1...max(head.itemCount, 1)).contains(item), head.itemCount > 0 else {
            throw CaseStoreError.noSuchItem(number, item)
        }
        return head
    }

    /// Keeps what an item said when it was filed, the first time that it is changed.
    func keepAsFiled(item: Int, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO item_as_filed (item_id, reviewer_guideline, citations, decision, rationale)
                SELECT id, reviewer_guideline, citations, decision, rationale FROM item
                WHERE case_id = :case AND position = :item
                ON CONFLICT (item_id) DO NOTHING
                """
        ).execute(arguments: ["case": id, "item": item])
    }

    /// Brings the counts, the state, the day and the revision of a case in line with its items.
    ///
    /// What stays as it is is not written: a state stands in six indexes, and every page written is part of the wait.
    func raiseRevision(
        of head: CaseReading.Head, _ number: CaseNumber, decisionDay: Day?, in db: Database
    ) throws {
        let counting = try db.cachedStatement(sql: "SELECT count(decision) FROM item WHERE case_id = :id")
        let decided = try Int.fetchOne(counting, arguments: ["id": head.id]) ?? 0
        let isDecided = decided == head.itemCount
        let day = isDecided ? decisionDay?.iso : nil
        try db.cachedStatement(
            sql: """
                UPDATE review_case SET revision = revision + 1, decided_count = :decided, decided_on = :day
                WHERE id = :id
                """
        ).execute(arguments: ["id": head.id, "decided": decided, "day": day])
        let state = try leads(isDecided ? .decide : .work, head, number)
        if state != head.state { try setState(state, ofCase: head.id, in: db) }
        try db.cachedStatement(
            sql: "UPDATE determination SET decision = :day WHERE case_id = :id AND decision IS NOT :day"
        ).execute(arguments: ["id": head.id, "day": day])
    }

    /// Puts a case into another state, in the list and in the words of the filter.
    func setState(_ state: CaseState, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE review_case SET state = :state WHERE id = :id"
        ).execute(arguments: ["id": id, "state": state.stored])
        try WordsFilter.updateState(ofCase: id, to: state, in: db)
    }
}
