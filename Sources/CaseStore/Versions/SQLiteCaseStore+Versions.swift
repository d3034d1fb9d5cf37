public import CaseModel
import GRDB

extension SQLiteCaseStore {
    /// See ``VersionShelf/versions(of:in:)``.
    public func versions(of item: Int, in number: CaseNumber) async throws -> [ItemVersion] {
        try await read { db in
            let head = try CaseReading.requiredHead(number, in: db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT sequence, at, actor, occasion, decision, reviewer_guideline, rationale FROM item_version
                    WHERE case_id = :case AND position = :item ORDER BY sequence
                    """)
            return try Row.fetchAll(statement, arguments: ["case": head.id, "item": item]).compactMap { row in
                guard let occasion = ItemVersion.Occasion(rawValue: row[3]) else { return nil }
                let decision: String? = row[4]
                return ItemVersion(
                    sequence: row[0], at: row[1], actor: row[2], occasion: occasion,
                    decision: decision.flatMap(Decision.init(rawValue:)), reviewerGuideline: row[5], rationale: row[6])
            }
        }
    }

    /// See ``VersionShelf/restore(_:in:decisionDay:by:)``.
    public func restore(
        _ restoration: ItemRestoration, in number: CaseNumber, decisionDay: Day, by actor: Actor
    ) async throws -> ReviewCase {
        let filer = filer
        return try await work(on: number, attested: true, by: actor) { db in
            try filer.restore(restoration, in: number, decisionDay: decisionDay, by: actor, in: db)
        }
    }

    /// See ``VersionShelf/exchangeOverride(_:for:in:by:)``.
    public func exchangeOverride(
        _ seen: FindingOverride?, for new: FindingOverride?, in number: CaseNumber, by actor: Actor
    ) async throws {
        let filer = filer
        try await work(on: number, by: actor) { db in
            try filer.exchange(seen, for: new, in: number, by: actor, in: db)
        }
    }

    /// See ``VersionShelf/exchangePassage(_:for:as:in:revision:by:)``.
    public func exchangePassage(
        _ seen: PassageText, for new: PassageText, as passage: LetterPassage, in number: CaseNumber, revision: Int,
        by actor: Actor
    ) async throws -> ReviewCase {
        let filer = filer
        let words = Prose.normalized(StorableText.of(new.words))
        return try await work(on: number, attested: true, by: actor) { db in
            try filer.write(
                words, as: passage, in: number, revision: revision, by: actor,
                exchanging: (seen.bookmarks, new.bookmarks), in: db)
        }
    }
}
