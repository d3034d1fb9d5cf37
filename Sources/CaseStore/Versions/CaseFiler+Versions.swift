import CaseModel
import GRDB

extension CaseFiler {
    /// For so many seconds the drafts of one person are one version.
    static let draftSpan: Int64 = 300

    /// Keeps what stands for an item before its first change that is kept, if there is anything.
    func keepVersionBefore(item: Int, ofCase id: Int64, _ number: CaseNumber, in db: Database) throws {
        let known = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM item_version WHERE case_id = :case AND position = :item)")
        guard try Bool.fetchOne(known, arguments: ["case": id, "item": item]) == false else { return }
        let newest = try db.cachedStatement(
            sql: """
                SELECT at, actor FROM audit
                WHERE case_number = :number AND (item IS NULL OR item = :item) AND state IS NOT NULL
                ORDER BY sequence DESC LIMIT 1
                """)
        guard let line = try Row.fetchOne(newest, arguments: ["number": number.text, "item": item]) else { return }
        let source =
            try hasDraft(item: item, ofCase: id, in: db)
            ? CaseFiler.draftRow : CaseFiler.itemRow + " AND (decision IS NOT NULL OR rationale <> '')"
        try insertVersion(.before, from: source, item: item, ofCase: id, at: line[0], by: line[1], in: db)
    }

    /// Keeps what the case records of an item.
    func keepVersion(
        _ occasion: ItemVersion.Occasion, item: Int, ofCase id: Int64, by actor: Actor, in db: Database
    ) throws {
        try insertVersion(
            occasion, from: CaseFiler.itemRow, item: item, ofCase: id, at: clock(), by: actor.name, in: db)
    }

    /// Keeps what is written about an item; while one person goes on writing it is one version.
    ///
    /// The last version is written over by what follows only as long as no text is lost by it: what follows holds it, but
    /// for few characters, or it is itself nothing but the version before it with a passage taken out.
    func keepDraftVersion(item: Int, ofCase id: Int64, by actor: Actor, in db: Database) throws {
        let now = clock()
        let place: StatementArguments = ["case": id, "item": item]
        let newest = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT rationale, occasion = 'draft' AND actor = :actor AND began > :now - :span, sequence
                    FROM item_version WHERE case_id = :case AND position = :item ORDER BY sequence DESC LIMIT 2
                    """),
            arguments: place + ["actor": actor.name, "now": now, "span": CaseFiler.draftSpan])
        let written =
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT rationale FROM draft WHERE case_id = :case AND item = :item"),
                arguments: place) ?? ""
        guard let last = newest.first, last[1],
            WrittenText(last[0]).mayGive(way: WrittenText(written), after: newest.dropFirst().first.map { $0[0] })
        else {
            return try insertVersion(
                .draft, from: CaseFiler.draftRow, item: item, ofCase: id, at: now, by: actor.name, in: db)
        }
        try db.cachedStatement(
            sql: """
                UPDATE item_version AS v SET at = :now, decision = d.decision,
                    reviewer_guideline = d.reviewer_guideline, rationale = d.rationale
                FROM draft AS d
                WHERE v.case_id = :case AND v.position = :item AND v.sequence = :last
                    AND d.case_id = :case AND d.item = :item
                """
        ).execute(arguments: place + ["now": now, "last": last[2] as Int64])
    }

    private static let itemRow = "FROM item WHERE case_id = :case AND position = :item"
    private static let draftRow = "FROM draft WHERE case_id = :case AND item = :item"

    private func hasDraft(item: Int, ofCase id: Int64, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE case_id = :case AND item = :item)")
        return try Bool.fetchOne(statement, arguments: ["case": id, "item": item]) ?? false
    }

    private func insertVersion(
        _ occasion: ItemVersion.Occasion, from source: String, item: Int, ofCase id: Int64, at: Int64, by actor: String,
        in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO item_version (case_id, position, sequence, began, at, actor, occasion, decision,
                    reviewer_guideline, rationale)
                SELECT :case, :item, 1 + (SELECT coalesce(max(sequence), 0) FROM item_version
                        WHERE case_id = :case AND position = :item),
                    :at, :at, :actor, :occasion, decision, reviewer_guideline, rationale
                """ + " " + source
        ).execute(arguments: ["case": id, "item": item, "at": at, "actor": actor, "occasion": occasion.rawValue])
    }

    /// Brings an item back to what it was.
    func restore(
        _ given: ItemRestoration, in number: CaseNumber, decisionDay: Day, by actor: Actor, in db: Database
    ) throws -> ReviewCase {
        let head = try openHead(number, item: given.item, in: db)
        if let since = head.suspendedSince { throw CaseStoreError.refused(.suspended(number, since: since)) }
        guard given.revision == head.revision else { throw CaseStoreError.changedMeanwhile(number) }
        try keepVersionBefore(item: given.item, ofCase: head.id, number, in: db)
        let known = try CaseReading.reviewCase(number, in: db)
        let before = known.determination.items[given.item - 1]
        let guideline = Prose.normalized(StorableText.of(given.reviewerGuideline))
        let rationale = Prose.normalized(StorableText.of(given.rationale))
        let isOther =
            before.decision != given.decision || before.rationale != rationale || before.reviewerGuideline != guideline
        if isOther {
            try keepAsFiled(item: given.item, ofCase: head.id, in: db)
            try db.cachedStatement(
                sql: """
                    UPDATE item SET decision = :decision, reviewer_guideline = :guideline, citations = :citations,
                        rationale = :rationale
                    WHERE case_id = :case AND position = :item
                    """
            ).execute(arguments: [
                "case": head.id, "item": given.item, "decision": given.decision?.rawValue, "guideline": guideline,
                "citations": try JSONText.list(StorableText.of(given.citations)), "rationale": rationale,
            ])
            try raiseRevision(of: head, number, decisionDay: decisionDay, in: db)
        }
        if let draft = given.draft {
            try put(draft, ofCase: head.id, number, in: db)
        } else {
            try deleteDraft(item: given.item, ofCase: head.id, in: db)
        }
        try insertVersion(
            .restored, from: given.draft == nil ? CaseFiler.itemRow : CaseFiler.draftRow, item: given.item,
            ofCase: head.id, at: clock(), by: actor.name, in: db)
        let result = try CaseReading.reviewCase(number, in: db)
        try AuditLog.append(
            "item.restored", item: given.item, of: number, by: actor, at: clock(),
            detail: AuditLog.Detail(
                decision: given.decision?.rawValue,
                undecided: result.determination.items.count { $0.decision == nil }, revision: result.revision,
                state: result.state.rawValue, revealed: result.published == nil ? nil : true,
                afterPublished: isOther && known.publishedWasSeen ? true : nil),
            in: db)
        return result
    }
}
