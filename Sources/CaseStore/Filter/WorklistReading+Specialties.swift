import CaseModel
import GRDB

extension WorklistReading {
    /// The specialties of the cases, by name, without the empty one; one seek in the index for each.
    static func specialties(in db: Database) throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                WITH RECURSIVE found (specialty) AS (
                    SELECT min(specialty) FROM review_case WHERE specialty > ''
                    UNION ALL
                    SELECT (SELECT min(c.specialty) FROM review_case AS c WHERE c.specialty > found.specialty)
                    FROM found WHERE found.specialty IS NOT NULL
                )
                SELECT specialty FROM found WHERE specialty IS NOT NULL
                """)
        return try String.fetchAll(statement)
    }
}

extension FoldedPage {
    /// Whether each word of the one text is the beginning of a word of the other, without regard to case and accents.
    static func hasWords(_ wanted: String, in text: String) -> Bool {
        let all = words(text)
        let parts = wanted.split { !$0.isLetter && !$0.isNumber }.map { words($0) }.filter { !$0.isEmpty }
        return !parts.isEmpty && parts.allSatisfy { all.contains($0) }
    }
}
