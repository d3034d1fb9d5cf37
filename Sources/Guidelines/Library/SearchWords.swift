/// Puts a person's words into the language of FTS5.
struct SearchWords {
    /// The words as a phrase each, all of which must be there.
    let expression: String
    /// The one word in the singular, small letters, when it is one of ``content(of:)``; else empty.
    let stem: String

    /// The longest search that is looked at: enough for what a person types, little enough to bound the work.
    private static let limits = (words: 16, scalars: 64)

    /// A search for all words as typed; the last one may be unfinished. Nil when there is nothing to search for.
    ///
    /// Every word stands in quotation marks, with those within doubled, so that nothing a person types is taken for an
    /// operator; `L4-L5` is then the tokens `l4`, `l5` in this order.
    init?(typed text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).lazy
            .filter { $0.unicodeScalars.prefix(SearchWords.limits.scalars).contains(where: SearchWords.isTokenScalar) }
            .prefix(SearchWords.limits.words)
        var terms = Array(
            words.map { SearchWords.phrase(Substring($0.unicodeScalars.prefix(SearchWords.limits.scalars))) })
        guard let last = Array(words).last else { return nil }
        // A beginning of one or two letters would fit half the vocabulary.
        if text.last?.isWhitespace == false, last.unicodeScalars.filter(SearchWords.isTokenScalar).count >= 3 {
            terms[terms.count - 1] += "*"
        }
        expression = terms.joined(separator: " ")
        stem = ""
    }

    private init(expression: String, stem: String = "") {
        self.expression = expression
        self.stem = stem
    }

    /// The words of a text that tell what it is about, each once in order, at most twelve.
    static func content(of text: String) -> [SearchWords] {
        var seen: Set<String> = []
        var result: [SearchWords] = []
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            guard result.count < 12 else { break }
            guard word.count > 1, !stopWords.contains(String(word)), word.contains(where: \.isLetter),
                word.unicodeScalars.count <= limits.scalars, word.unicodeScalars.allSatisfy(isTokenScalar)
            else { continue }
            // Plural and singular are one: the beginning that both have.
            let isPlural = word.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss")
            let stem = isPlural ? word.dropLast() : word
            guard seen.insert(String(stem)).inserted else { continue }
            // The whole words rather than their beginning: its doclists would have to be merged first.
            let both = "(" + phrase(stem) + " OR " + phrase(stem + "s") + ")"
            result.append(SearchWords(expression: stem.count >= 3 ? both : phrase(stem), stem: String(stem)))
        }
        return result
    }

    /// Any of several searches; nil for none.
    static func any(_ searches: [SearchWords]) -> SearchWords? {
        searches.isEmpty ? nil : SearchWords(expression: searches.map(\.expression).joined(separator: " OR "))
    }

    /// Several rows of words, all in one text, each in this order without a gap; nil when there are none.
    static func phrases(_ rows: [String]) -> SearchWords? {
        let rows = rows.filter { $0.unicodeScalars.contains(where: isTokenScalar) }
        return rows.isEmpty
            ? nil : SearchWords(expression: "text : (" + rows.map { phrase($0[...]) }.joined(separator: " AND ") + ")")
    }

    /// This and another search.
    func and(_ other: SearchWords) -> SearchWords { SearchWords(expression: expression + " AND " + other.expression) }

    /// This in the title of the section alone.
    var inTitle: SearchWords { SearchWords(expression: "title : (" + expression + ")") }

    private static func phrase(_ word: Substring) -> String {
        var text = "\""
        for scalar in word.unicodeScalars.prefix(8 * limits.scalars) where scalar != "\0" {
            if scalar == "\"" { text += "\"\"" } else { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
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

    /// Words of requests that tell nothing about what is asked for.
    private static let stopWords: Set<String> = [
        "the", "of", "for", "and", "or", "to", "in", "on", "at", "by", "with", "without", "from", "as", "per", "an",
        "is", "was", "were", "be", "are", "this", "that", "it", "its", "one", "two", "three", "four", "six", "eight",
        "twelve", "time", "times", "week", "weeks", "month", "months", "day", "days", "daily", "session", "sessions",
        "visit", "visits", "request", "requested", "original", "remaining", "eligible", "portion", "imr", "claims",
        "administrator", "authorized", "additional", "count", "mg", "ml", "mcg", "gm", "refill", "refills", "qty",
        "quantity", "tablet", "tablets", "tab", "tabs", "capsule", "capsules", "left", "right", "bilateral", "total",
        "use", "dos", "date", "service", "rfa", "leaving", "unspecified",
    ]
}
