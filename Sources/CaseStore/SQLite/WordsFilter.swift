import CaseModel
import GRDB

/// The words by which a worklist is filtered: how cases are indexed, and how a person's words become a search.
enum WordsFilter {
    /// The search, in the language of FTS5, for any of some phrases; nil when one of them has nothing to search for,
    /// since then every case fits.
    ///
    /// Every phrase stands in quotation marks, with those within doubled, so that nothing a person types is taken for
    /// an operator; a word such as `L4-L5` is then the tokens `l4`, `l5` in this order.
    static func expression(anyOf phrases: [String]) -> String? {
        guard phrases.allSatisfy({ $0.unicodeScalars.contains(where: isTokenScalar) }) else { return nil }
        return "(" + phrases.map(quoted).joined(separator: " OR ") + ")"
    }

    /// Puts the words of a case into the index.
    static func index(_ filing: CaseFiling, ofCase id: Int64, in db: Database) throws {
        let content = filing.determination
        var words = filing.number.text
        for specialty in content.reviewer.specialties { words += "\n" + specialty }
        if let priority = content.priority { words += "\n" + priority.rawValue }
        for item in content.items { words += "\n" + item.text }
        try db.cachedStatement(
            sql: "INSERT INTO case_words (rowid, words, state) VALUES (:id, :words, :state)"
        ).execute(arguments: ["id": id, "words": words, "state": filing.state.words])
    }

    /// Brings the words for the state of a case in line with the case.
    static func updateState(ofCase id: Int64, to state: CaseState, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE case_words SET state = :state WHERE rowid = :id"
        ).execute(arguments: ["id": id, "state": state.words])
    }

    /// Adds words to those of a case.
    static func add(_ words: String, toCase id: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE case_words SET words = words || char(10) || :words WHERE rowid = :id"
        ).execute(arguments: ["id": id, "words": words])
    }

    /// Takes the words of a case out of the index.
    static func remove(case id: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM case_words WHERE rowid = :id").execute(arguments: ["id": id])
    }

    private static func quoted(_ phrase: String) -> String {
        var text = "\""
        for scalar in phrase.unicodeScalars where scalar != "\0" {
            if scalar == "\"" { text += "\"\"" } else { text.unicodeScalars.append(scalar) }
        }
        return text + "\"*"
    }

    /// Whether FTS5 takes a scalar as part of a word: letters, numbers and private use (`unicode61`).
    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default:
            false
        }
    }
}
