import CaseModel
import GRDB

/// Carries out the commands that change the store; each within a transaction that the caller has begun.
struct CaseFiler: Sendable {
    /// The time, in seconds since 1970 UTC.
    let clock: @Sendable () -> Int64
    /// How the due day of a case is reckoned.
    let dueRule: DueRule

    /// Files a case, or finds that it is filed already.
    func file(_ given: CaseFiling, replace: Bool, by actor: Actor, in db: Database) throws -> FilingResult {
        let filing = StorableText.of(given)
        guard let head = try CaseReading.head(filing.number, in: db) else {
            try insert(filing, id: nil, revision: 1, in: db)
            try log("case.filed", filing, revision: 1, by: actor, in: db)
            return .added
        }
        if try FilingComparison.isKnown(filing, ofCase: head.id, in: db) { return .unchanged }
        guard replace else { throw CaseStoreError.otherContent(filing.number) }
        // The revision goes on, so that whoever has the old case on the screen cannot decide the new one unseen.
        try WordsFilter.remove(case: head.id, in: db)
        try db.cachedStatement(sql: "DELETE FROM review_case WHERE id = :id").execute(arguments: ["id": head.id])
        try insert(filing, id: head.id, revision: head.revision + 1, in: db)
        try log("case.replaced", filing, revision: head.revision + 1, by: actor, in: db)
        return .replaced
    }

    private func log(_ action: String, _ filing: CaseFiling, revision: Int, by actor: Actor, in db: Database) throws {
        let detail = AuditLog.Detail(
            items: filing.determination.items.count, revision: revision, state: filing.state.rawValue)
        try AuditLog.append(action, of: filing.number, by: actor, at: clock(), detail: detail, in: db)
    }
}

// MARK: - Writing a filing

extension CaseFiler {
    private func insert(_ filing: CaseFiling, id: Int64?, revision: Int, in db: Database) throws {
        let content = filing.determination
        // A published case is history: nothing about it is due.
        let due =
            filing.state == .published
            ? nil : dueRule.due(DueFacts(dates: content.dates, priority: content.priority))
        try db.cachedStatement(
            sql: """
                INSERT INTO review_case (id, number, state, priority, due, specialty, item_count, decided_count,
                    is_blind, revision, filed_at)
                VALUES (:id, :number, :state, :priority, :due, :specialty, :items, :decided, :blind, :revision, :now)
                """
        ).execute(arguments: [
            "id": id, "number": filing.number.text, "state": filing.state.stored,
            "priority": content.priority?.rawValue, "due": due?.iso,
            "specialty": content.reviewer.specialties.first ?? "", "items": content.items.count,
            "decided": content.items.count { $0.decision != nil }, "blind": filing.published != nil,
            "revision": revision, "now": clock(),
        ])
        let id = id ?? db.lastInsertedRowID
        try insertHeader(content, ofCase: id, in: db)
        for (index, item) in content.items.enumerated() {
            try insert(item, at: index + 1, ofCase: id, in: db)
        }
        for (index, published) in (filing.published ?? []).enumerated() {
            try insert(published, at: index + 1, ofCase: id, in: db)
        }
        for (index, record) in filing.records.enumerated() {
            try insert(record, at: index + 1, ofCase: id, in: db)
        }
        try WordsFilter.index(filing, ofCase: id, in: db)
    }

    private func insertHeader(_ content: Determination, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO determination (case_id, header_number, injury, utilization_review, application_received,
                    assigned, decision, decision_as_filed, licensure, specialties, form_id, summary)
                VALUES (:id, :header, :injury, :review, :received, :assigned, :decision, :decision, :licensure,
                    :specialties, :form, :summary)
                """
        ).execute(arguments: [
            "id": id, "header": content.caseNumber?.text, "injury": content.dates.injury?.iso,
            "review": content.dates.utilizationReview?.iso, "received": content.dates.applicationReceived?.iso,
            "assigned": content.dates.assigned?.iso, "decision": content.dates.decision?.iso,
            "licensure": try JSONText.list(content.reviewer.licensure),
            "specialties": try JSONText.list(content.reviewer.specialties),
            "form": try formID(content.form, in: db), "summary": content.summary,
        ])
    }

    /// The row of a form: all letters of an organization share it.
    private func formID(_ form: LetterForm, in db: Database) throws -> Int64 {
        let values: StatementArguments = [
            "organization": form.organization, "label": form.guidelineLabel, "methodology": form.methodology,
        ]
        let known = try db.cachedStatement(
            sql: """
                SELECT id FROM letter_form
                WHERE organization = :organization AND guideline_label = :label AND methodology = :methodology
                """)
        if let id = try Int64.fetchOne(known, arguments: values) { return id }
        try db.cachedStatement(
            sql: """
                INSERT INTO letter_form (organization, guideline_label, methodology)
                VALUES (:organization, :label, :methodology)
                """
        ).execute(arguments: values)
        return db.lastInsertedRowID
    }

    private func insert(_ item: DisputedItem, at position: Int, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO item (case_id, position, text, original, authorized, remaining, claims_guideline,
                    reviewer_guideline, citations, decision, rationale)
                VALUES (:case, :position, :text, :original, :authorized, :remaining, :claims, :guideline, :citations,
                    :decision, :rationale)
                """
        ).execute(arguments: [
            "case": id, "position": position, "text": item.text, "original": item.amounts.original,
            "authorized": item.amounts.authorized, "remaining": item.amounts.remaining,
            "claims": item.claimsAdministratorGuideline, "guideline": item.reviewerGuideline,
            "citations": try JSONText.list(item.citations), "decision": item.decision?.rawValue,
            "rationale": item.rationale,
        ])
    }

    private func insert(_ published: PublishedDecision, at position: Int, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO published_item (case_id, position, decision, reviewer_guideline, rationale)
                VALUES (:case, :position, :decision, :guideline, :rationale)
                """
        ).execute(arguments: [
            "case": id, "position": position, "decision": published.decision.rawValue,
            "guideline": published.reviewerGuideline, "rationale": published.rationale,
        ])
    }

    private func insert(_ record: CaseRecord, at position: Int, ofCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO record (case_id, position, title, page_count) VALUES (:case, :position, :title, :pages)
                """
        ).execute(arguments: [
            "case": id, "position": position, "title": record.title, "pages": record.pages.count,
        ])
        let recordID = db.lastInsertedRowID
        let page = try db.cachedStatement(
            sql: "INSERT INTO record_page (record_id, page, text) VALUES (:record, :page, :text)")
        for (index, text) in record.pages.enumerated() {
            try page.execute(arguments: ["record": recordID, "page": index + 1, "text": text])
        }
    }
}
