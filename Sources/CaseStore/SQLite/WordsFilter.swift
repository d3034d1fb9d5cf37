import CaseModel
import GRDB

/// The words by which a worklist is filtered: how cases are indexed, and how a person's words become a search.
struct WordsFilter {
    /// The search in the language of FTS5.
    let expression: String

    /// The longest filter that is looked at: enough for what a person types, little enough to bound the work.
    private static let limits = (words: 12, scalars: 64)

    /// Makes a search of words as typed; nil when there is nothing in them to search for.
    ///
    /// Every word stands in quotation marks, with those within doubled, so that nothing a person types is taken for an
    /// operator; a word such as `L4-L5` is then the tokens `l4`, `l5` in this order.
    init?(_ words: String, onlyOpen: Bool) {
        let terms = words.split(whereSeparator: \.isWhitespace).lazy
            .filter { $0.unicodeScalars.prefix(WordsFilter.limits.scalars).contains(where: WordsFilter.isTokenScalar) }
            .prefix(WordsFilter.limits.words)
            .map(WordsFilter.quoted)
        guard !terms.isEmpty else { return nil }
        let all = terms.joined(separator: " ")
        let off = "(\"published\" OR \"delivered\" OR \"withdrawn\" OR \"consolidated\")"
        expression = onlyOpen ? "(" + all + ") NOT state : " + off : all
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

    private static func quoted(_ word: Substring) -> String {
        var text = "\""
        for scalar in word.unicodeScalars.prefix(limits.scalars) where scalar != "\0" {
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
