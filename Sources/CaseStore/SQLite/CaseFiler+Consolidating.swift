import CaseModel
import GRDB

extension CaseFiler {
    /// Moves items and records of cases to the end of a leading one.
    func consolidate(
        _ numbers: [CaseNumber], into leading: CaseNumber, alike: Set<ConsolidationCondition>, by actor: Actor,
        in db: Database
    ) throws {
        for number in numbers {
            let (from, into) = (
                try CaseReading.requiredHead(number, in: db), try CaseReading.requiredHead(leading, in: db)
            )
            _ = try leads(.consolidate, from, number)
            _ = try leads(.consolidate, into, leading)
            if let differ = try difference(from, into, alike, in: db) {
                throw CaseStoreError.refused(.notConsolidable(number, leading, differ: differ))
            }
            try checkLeadsNone(number, in: db)
            try take(.consolidate, "case.consolidated", number, by: actor, in: db) { _, detail in
                try move(from, into, in: db)
                try db.cachedStatement(
                    sql: "INSERT INTO consolidation (case_id, leading) VALUES (:case, :leading)"
                ).execute(arguments: ["case": from.id, "leading": leading.text])
                try db.cachedStatement(
                    sql: "UPDATE assignment SET ended_at = :now WHERE case_id = :case AND ended_at IS NULL"
                ).execute(arguments: ["case": from.id, "now": clock()])
                detail.leading = leading.text
            }
            let whole = try CaseReading.reviewCase(leading, in: db)
            try AuditLog.append(
                "case.joined", of: leading, by: actor, at: clock(),
                detail: AuditLog.Detail(
                    items: whole.determination.items.count, revision: whole.revision, state: whole.state.rawValue,
                    records: whole.records.count, joined: number.text),
                in: db)
        }
    }

    /// Refuses what would lose the items of cases that were consolidated into this one.
    func checkLeadsNone(_ number: CaseNumber, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM consolidation WHERE leading = :number)")
        if try Bool.fetchOne(statement, arguments: ["number": number.text]) == true {
            throw CaseStoreError.refused(.leadsOthers(number))
        }
    }

    /// In what two cases differ that may not; nil when they may be consolidated.
    private func difference(
        _ a: CaseReading.Head, _ b: CaseReading.Head, _ alike: Set<ConsolidationCondition>, in db: Database
    ) throws -> String? {
        if a.id == b.id { return "they are one case" }
        if a.isBlind || b.isBlind { return "one of them is a blind review" }
        if a.suspendedSince != nil || b.suspendedSince != nil { return "one of them waits for records" }
        for id in [a.id, b.id] where try hasLinks(id, in: db) { return "work on one of them has begun" }
        guard let one = try CaseReading.notice(ofCase: a.id, in: db),
            let other = try CaseReading.notice(ofCase: b.id, in: db)
        else { return "one of them has no notice of assignment" }
        func day(_ head: CaseReading.Head) throws -> Day? {
            try CaseReading.determination(ofCase: head.id, asFiled: false, in: db).determination.dates.injury
        }
        func differ(_ a: String, _ b: String) -> Bool { a.isEmpty || folded(a) != folded(b) }
        if alike.contains(.employee), differ(one.employee, other.employee) {
            return "the employee is not the same in both"
        }
        if alike.contains(.requestingPhysician), differ(one.requestingPhysician, other.requestingPhysician) {
            return "the requesting physician is not the same in both"
        }
        guard alike.contains(.injury) else { return nil }
        guard let injury = try day(a), injury == (try day(b)) else {
            return "the day of injury is not the same in both"
        }
        return nil
    }

    private func hasLinks(_ id: Int64, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM evidence_link WHERE case_id = :id)")
        return try Bool.fetchOne(statement, arguments: ["id": id]) == true
    }

    private func folded(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    private func move(_ from: CaseReading.Head, _ into: CaseReading.Head, in db: Database) throws {
        let values: StatementArguments = ["from": from.id, "into": into.id]
        let texts = try String.fetchAll(
            db.cachedStatement(sql: "SELECT text FROM item WHERE case_id = :id ORDER BY position"),
            arguments: ["id": from.id])
        try db.cachedStatement(
            sql: """
                INSERT INTO item (case_id, position, text, original, authorized, remaining, claims_guideline,
                    reviewer_guideline, citations, decision, rationale)
                SELECT :into, position + (SELECT item_count FROM review_case WHERE id = :into), text, original,
                    authorized, remaining, claims_guideline, reviewer_guideline, citations, decision, rationale
                FROM item WHERE case_id = :from ORDER BY position
                """
        ).execute(arguments: values)
        try db.cachedStatement(
            sql: """
                UPDATE review_case SET revision = revision + 1,
                    item_count = (SELECT count(*) FROM item WHERE case_id = :into),
                    decided_count = (SELECT count(decision) FROM item WHERE case_id = :into)
                WHERE id = :into
                """
        ).execute(arguments: ["into": into.id])
        try moveRecords(from.id, into.id, in: db)
        try WordsFilter.add(texts.joined(separator: "\n"), toCase: into.id, in: db)
    }

    /// Moved, not copied: a record stands in one case file. The bookmarks on its lines go with it.
    private func moveRecords(_ from: Int64, _ into: Int64, in db: Database) throws {
        let present = try db.cachedStatement(
            sql: "SELECT coalesce(max(position), 0) FROM record WHERE case_id = :into")
        let values: StatementArguments = [
            "from": from, "into": into, "offset": try Int.fetchOne(present, arguments: ["into": into]) ?? 0,
        ]
        // A bookmark leads to its record by case and position, so that for a moment it leads nowhere.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        for change in [
            "UPDATE record SET case_id = :into, position = position + :offset WHERE case_id = :from",
            """
            UPDATE bookmark SET case_id = :into, record = record + :offset
            WHERE case_id = :from AND record IS NOT NULL
            """,
        ] {
            try db.cachedStatement(sql: change).execute(arguments: values)
        }
    }
}
