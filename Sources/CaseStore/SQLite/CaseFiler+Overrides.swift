import CaseModel
import GRDB

extension CaseFiler {
    /// Lets a finding stand; a new reason takes the place of an older one, the same reason changes nothing.
    func override(_ given: FindingOverride, in number: CaseNumber, by actor: Actor, in db: Database) throws
        -> FindingOverride
    {
        let head = try head(of: given.item, in: number, in: db)
        let override = FindingOverride(
            rule: StorableText.of(given.rule), item: given.item, fingerprint: given.fingerprint,
            reason: Prose.normalized(StorableText.of(given.reason)), actor: actor.name, at: clock())
        guard !override.rule.isEmpty, CaseFiler.isDigest(override.fingerprint), !override.reason.isEmpty else {
            throw CaseStoreError.incompleteOverride(number)
        }
        let known = try CaseReading.overrides(ofCase: head.id, in: db).first { $0.isOfSameFinding(as: override) }
        if let known, known.reason == override.reason { return known }
        try db.cachedStatement(
            sql: """
                INSERT INTO finding_override (case_id, item, rule, fingerprint, reason, actor, at)
                VALUES (:case, :item, :rule, :fingerprint, :reason, :actor, :at)
                ON CONFLICT (case_id, coalesce(item, 0), rule, fingerprint) DO UPDATE SET
                    reason = excluded.reason, actor = excluded.actor, at = excluded.at
                """
        ).execute(arguments: [
            "case": head.id, "item": override.item, "rule": override.rule, "fingerprint": override.fingerprint,
            "reason": override.reason, "actor": override.actor, "at": override.at,
        ])
        try AuditLog.append(
            "finding.overridden", item: override.item, of: number, by: actor, at: override.at,
            detail: AuditLog.Detail(of: override), in: db)
        return override
    }

    /// Takes an override back, if it is there.
    func liftOverride(
        rule: String, item: Int?, fingerprint: String, in number: CaseNumber, by actor: Actor, in db: Database
    ) throws {
        let head = try head(of: item, in: number, in: db)
        let wanted = FindingOverride(rule: rule, item: item, fingerprint: fingerprint, reason: "", actor: "", at: 0)
        guard
            let known = try CaseReading.overrides(ofCase: head.id, in: db).first(where: {
                $0.isOfSameFinding(as: wanted)
            })
        else { return }
        try db.cachedStatement(
            sql: """
                DELETE FROM finding_override
                WHERE case_id = :case AND item IS :item AND rule = :rule AND fingerprint = :fingerprint
                """
        ).execute(arguments: ["case": head.id, "item": item, "rule": rule, "fingerprint": fingerprint])
        try AuditLog.append(
            "finding.override-lifted", item: item, of: number, by: actor, at: clock(),
            detail: AuditLog.Detail(of: known), in: db)
    }

    /// Puts an override in the place of one that was seen, or takes it away, if that one still stands.
    func exchange(
        _ seen: FindingOverride?, for new: FindingOverride?, in number: CaseNumber, by actor: Actor, in db: Database
    ) throws {
        guard let finding = seen ?? new else { return }
        let head = try head(of: finding.item, in: number, in: db)
        let known = try CaseReading.overrides(ofCase: head.id, in: db).first { $0.isOfSameFinding(as: finding) }
        guard FindingOverride.stands(known, as: seen) else { throw CaseStoreError.changedMeanwhile(number) }
        if let new {
            _ = try override(new, in: number, by: actor, in: db)
        } else {
            try liftOverride(
                rule: finding.rule, item: finding.item, fingerprint: finding.fingerprint, in: number, by: actor, in: db)
        }
    }

    /// The head of an open case, which has the item when one is named.
    private func head(of item: Int?, in number: CaseNumber, in db: Database) throws -> CaseReading.Head {
        if let item { return try openHead(number, item: item, in: db) }
        let head = try CaseReading.requiredHead(number, in: db)
        guard head.state.isOpenToDecision else { throw CaseStoreError.notOpen(number) }
        return head
    }

    private static func isDigest(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

extension CaseReading {
    /// The overrides of a case: those of the whole letter first, then by item; within these in order of rule.
    static func overrides(ofCase id: Int64, in db: Database) throws -> [FindingOverride] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT rule, item, fingerprint, reason, actor, at FROM finding_override
                WHERE case_id = :case ORDER BY coalesce(item, 0), rule, fingerprint
                """)
        return try Row.fetchAll(statement, arguments: ["case": id]).map { row in
            FindingOverride(
                rule: row[0], item: row[1], fingerprint: row[2], reason: row[3], actor: row[4], at: row[5])
        }
    }
}

extension AuditLog.Detail {
    /// The finding, and why it may stand: the reviewer answers for these words, so the log keeps them.
    fileprivate init(of override: FindingOverride) {
        rule = override.rule
        fingerprint = override.fingerprint
        reason = override.reason
    }
}
