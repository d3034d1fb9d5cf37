public import CaseModel
import Foundation
import GRDB

extension SQLiteCaseStore {
    /// See ``TagShelf/tag(_:adding:removing:by:)``.
    public func tag(_ numbers: [CaseNumber], adding: [CaseTag], removing: [CaseTag], by actor: Actor) async throws
        -> [BulkOutcome<CaseStoreError>]
    {
        let filer = filer
        return try await change(.tag, by: actor) { db in
            try numbers.map { number in
                do {
                    let isChanged = try filer.tag(number, adding: adding, removing: removing, by: actor, in: db)
                    return isChanged ? .done(number) : .unchanged(number)
                } catch let refusal as CaseStoreError {
                    return .refused(number, refusal)
                }
            }
        }
    }

    /// See ``TagShelf/tags()``.
    public func tags() async throws -> [(tag: CaseTag, cases: Int)] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT word, count(*) FROM case_tag GROUP BY word ORDER BY word")
            return try Row.fetchAll(statement).compactMap { row in
                (try? CaseTag(parsing: row[0])).map { (tag: $0, cases: row[1]) }
            }
        }
    }

    /// See ``TagShelf/tags(of:)``.
    public func tags(of number: CaseNumber) async throws -> [CaseTag] {
        try await read { db in
            try CaseReading.tags(ofCase: try CaseReading.requiredHead(number, in: db).id, in: db)
        }
    }
}

extension CaseReading {
    /// The words of a case, by name.
    static func tags(ofCase id: Int64, in db: Database) throws -> [CaseTag] {
        let statement = try db.cachedStatement(sql: "SELECT word FROM case_tag WHERE case_id = :case ORDER BY word")
        return try String.fetchAll(statement, arguments: ["case": id]).compactMap { try? CaseTag(parsing: $0) }
    }
}

extension CaseFiler {
    /// Puts words on a case and takes words off, a line of the log for each that changes something.
    /// - Returns: whether anything changed.
    func tag(
        _ number: CaseNumber, adding: [CaseTag], removing: [CaseTag], by actor: Actor, in db: Database
    ) throws -> Bool {
        let head = try CaseReading.requiredHead(number, in: db)
        var isChanged = false
        let words =
            adding.map { (CaseFiler.addingTag, "case.tagged", $0) }
            + removing.map { ("DELETE FROM case_tag WHERE case_id = :case AND word = :word", "case.untagged", $0) }
        for (sql, action, tag) in words {
            try db.cachedStatement(sql: sql).execute(arguments: ["case": head.id, "word": tag.stored])
            guard db.changesCount > 0 else { continue }
            isChanged = true
            try AuditLog.append(
                action, of: number, by: actor, at: clock(), detail: AuditLog.Detail(tag: tag.stored), in: db)
        }
        return isChanged
    }

    /// Passes over a word that is there; one that the table does not take is an error.
    private static let addingTag = """
        INSERT INTO case_tag (case_id, word) VALUES (:case, :word) ON CONFLICT (case_id, word) DO NOTHING
        """
}

extension CaseTag {
    /// The word as the store keeps and seeks it: SQLite compares bytes, so it stands in composed form (NFC).
    var stored: String { word.precomposedStringWithCanonicalMapping }
}

extension FilterTag {
    /// The word as the store seeks it.
    var stored: String { word.precomposedStringWithCanonicalMapping }
}
