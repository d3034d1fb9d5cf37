import CaseModel
import GRDB

extension FilterSQL {
    /// So many cases are looked up one by one; when more fit, walking along the worklist soon meets enough of them.
    private static let most = 10_000

    /// The cases that have any of some characters in their number, or that a search of the words finds.
    ///
    /// The index of the numbers holds nothing else, so it is gone through once, before the cases are read.
    mutating func numbered(_ parts: [String], or search: String? = nil, in db: Database) throws -> String {
        let words = search.map { "SELECT rowid FROM case_words WHERE case_words MATCH " + bind($0) }
        var values: [String: (any DatabaseValueConvertible)?] = ["most": FilterSQL.most + 1]
        var tests: [String] = []
        for (index, part) in parts.enumerated() {
            // Most parts are digits alone, and then nothing needs folding, which costs more than looking.
            let number = part.contains { $0.isLetter } ? "upper(c.number)" : "c.number"
            tests.append("instr(" + number + ", :n\(index)) > 0")
            values["n\(index)"] = part.uppercased()
        }
        let statement = try db.cachedStatement(
            sql: "SELECT c.id FROM review_case AS c INDEXED BY sqlite_autoindex_review_case_1 WHERE "
                + tests.joined(separator: " OR ") + " LIMIT :most")
        let found = try Int64.fetchAll(statement, arguments: StatementArguments(values))
        guard found.count <= FilterSQL.most else {
            let test = parts.map { "instr(upper(c.number), " + bind($0.uppercased()) + ") > 0" }
            return (test + (words.map { ["c.id IN (" + $0 + ")"] } ?? [])).joined(separator: " OR ")
        }
        let ids = "[" + found.map(String.init).joined(separator: ",") + "]"
        return "c.id IN (" + (words.map { $0 + " UNION " } ?? "") + "SELECT value FROM json_each(" + bind(ids) + "))"
    }
}
