/// What may stand at the cursor of a filter that is being typed.
public struct FilterCompletion: Hashable, Sendable {
    /// What takes the place of ``range``.
    public var text: String
    /// What it replaces, as offsets in `Array(text)`; empty when nothing is typed there yet.
    public var range: Range<Int>
    /// What it finds, in a few words; empty when the text says it.
    public var summary: String

    /// A completion from its parts.
    public init(text: String, range: Range<Int>, summary: String) {
        self.text = text
        self.range = range
        self.summary = summary
    }
}

extension WorklistFilter {
    /// The candidates at a cursor: keys where a term begins, values where one stands after a key.
    ///
    /// - Parameters:
    ///   - text: the filter as typed.
    ///   - cursor: an offset in `Array(text)`, or its end.
    ///   - specialties: the specialties that the store has, for `specialty:`.
    ///   - tags: the tags that cases have, for `tag:`.
    /// - Returns: what begins as the word at the cursor does, in the order of the language; values of the store by
    ///   name. Empty where nothing can be proposed.
    public static func completions(
        in text: String, at cursor: Int, specialties: [String] = [], tags: [String] = []
    ) -> [FilterCompletion] {
        var scanner = FilterScanner(text)
        while let piece = scanner.next() {
            guard piece.span.lowerBound <= cursor, cursor <= piece.span.upperBound else { continue }
            guard let given = piece.key else {
                let word = piece.values[0]
                guard !word.isQuoted, cursor >= word.span.lowerBound else { return [] }
                return keys(beginning: word.text, in: word.span)
            }
            if cursor <= given.span.upperBound { return keys(beginning: given.word, in: given.span, sign: false) }
            guard let key = FilterKey(word: given.word) else { return [] }
            guard
                let value = piece.values.first(where: { $0.span.lowerBound <= cursor && cursor <= $0.span.upperBound })
            else { return [] }
            return values(of: key, beginning: value.text, in: value.span, specialties: specialties, tags: tags)
        }
        return keys(beginning: "", in: cursor..<cursor)
    }

    /// Keys, and where a word is begun also what `is:` may ask: who types `late` means `is:late`.
    private static func keys(beginning word: String, in range: Range<Int>, sign: Bool = true) -> [FilterCompletion] {
        let start = word.lowercased()
        var found = FilterKey.allCases.filter { $0.rawValue.hasPrefix(start) }.map {
            FilterCompletion(
                text: $0.rawValue + (sign ? $0.compares ? "<" : ":" : ""), range: range, summary: $0.summary)
        }
        if sign, !start.isEmpty {
            found += FilterStanding.allCases.filter { $0.rawValue.hasPrefix(start) }.map {
                FilterCompletion(text: "is:" + $0.rawValue, range: range, summary: $0.summary)
            }
        }
        return found
    }

    private static func values(
        of key: FilterKey, beginning word: String, in range: Range<Int>, specialties: [String], tags: [String]
    ) -> [FilterCompletion] {
        let start = word.lowercased()
        let all =
            switch key {
            case .specialty: specialties.filter { !$0.isEmpty }.sorted()
            case .tag: tags.sorted()
            default: key.values
            }
        return all.filter { $0.lowercased().hasPrefix(start) }.map { value in
            let needsQuotes = value.contains { $0.isWhitespace || $0 == "," }
            let summary = key == .is ? FilterStanding(rawValue: value)?.summary : nil
            return FilterCompletion(
                text: needsQuotes ? "\"" + value.lowercased() + "\"" : value.lowercased(), range: range,
                summary: summary ?? "")
        }
    }
}
