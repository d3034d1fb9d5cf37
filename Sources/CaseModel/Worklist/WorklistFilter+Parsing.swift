extension WorklistFilter {
    /// Understands a filter as typed; an empty text lists all cases.
    ///
    /// Words that have neither letter nor digit are passed over. Keys and listed values are taken whatever their case.
    /// - Throws: ``CaseModelError/notAFilter(_:)``, which says which word is wrong and what may stand there.
    public init(parsing text: String) throws(CaseModelError) {
        var scanner = FilterScanner(text)
        var terms: [FilterTerm] = []
        while let piece = scanner.next() {
            guard let condition = try WorklistFilter.condition(of: piece) else { continue }
            guard terms.count < WorklistFilter.limits.terms else {
                throw .filter(piece.span, "A filter has at most \(WorklistFilter.limits.terms) terms; leave some out.")
            }
            terms.append(FilterTerm(condition, isNegated: piece.isNegated, span: piece.span))
        }
        self.terms = terms
    }

    private static func condition(of piece: FilterScanner.Piece) throws(CaseModelError) -> FilterCondition? {
        for value in piece.values where value.text.count > limits.characters {
            throw .filter(value.span, "A word of a filter has at most \(limits.characters) characters; shorten it.")
        }
        guard let given = piece.key else { return try bare(piece.values[0]) }
        guard let key = FilterKey(word: given.word) else {
            let known = FilterKey.allCases.map(\.rawValue).joined(separator: ", ")
            throw .filter(
                given.span,
                "“\(given.word)” is no key; there are \(known); words with a colon stand in quotation marks.")
        }
        guard piece.values.count <= limits.alternatives else {
            throw .filter(piece.span, "A term has at most \(limits.alternatives) alternatives; leave some out.")
        }
        if key.compares { return try compared(key, piece) }
        guard piece.sign == ":" else {
            throw .filter(
                given.span, "“\(key.rawValue)” takes a colon and no comparison: \(key.expected).")
        }
        for value in piece.values where value.text.allSatisfy(\.isWhitespace) {
            throw .filter(piece.span, "After “\(key.rawValue):” stands \(key.expected).")
        }
        return try listed(key, piece.values)
    }

    private static func listed(_ key: FilterKey, _ values: [FilterScanner.Value]) throws(CaseModelError)
        -> FilterCondition
    {
        switch key {
        case .is: return .standing(try named(values, key))
        case .state: return .state(try named(values, key))
        case .priority: return .priority(try named(values, key))
        case .has: return .has(try named(values, key))
        case .specialty: return .specialty(values.map(\.text))
        case .number: return .number(values.map(\.text))
        case .assigned:
            var reviewers: [ReviewerID] = []
            for value in values {
                guard let reviewer = try? ReviewerID(parsing: value.text) else { throw refusal(of: value, key) }
                reviewers.append(reviewer)
            }
            return .assigned(reviewers)
        case .tag:
            var tags: [FilterTag] = []
            for value in values {
                guard let tag = try? FilterTag(parsing: value.text, isWhole: value.isQuoted) else {
                    throw refusal(of: value, key)
                }
                tags.append(tag)
            }
            return .tag(tags)
        case .text, .due, .items, .decided: return .words(values.map(\.text))
        }
    }

    /// The values of an enumeration by their raw names.
    private static func named<Value: RawRepresentable<String>>(_ values: [FilterScanner.Value], _ key: FilterKey)
        throws(CaseModelError) -> [Value]
    {
        var found: [Value] = []
        for value in values {
            guard let one = Value(rawValue: value.text.lowercased()) else { throw refusal(of: value, key) }
            found.append(one)
        }
        return found
    }

    static func refusal(of value: FilterScanner.Value, _ key: FilterKey) -> CaseModelError {
        .filter(value.span, "“\(value.text)” cannot stand after “\(key.rawValue)”; there stands \(key.expected).")
    }

    /// Words without a key. A part of a case number is looked for in the numbers too: the index of words knows
    /// `CM17-0003890` only from the beginning of each of its parts.
    private static func bare(_ value: FilterScanner.Value) throws(CaseModelError) -> FilterCondition? {
        guard value.text.contains(where: { $0.isLetter || $0.isNumber || !$0.isASCII }) else { return nil }
        if !value.isQuoted, ["OR", "AND", "NOT"].contains(value.text) {
            throw .filter(
                value.span,
                "“\(value.text)” joins nothing here: all terms must hold, a comma is or (state:decided,assigned), "
                    + "- is not; the word itself stands in quotation marks.")
        }
        return !value.isQuoted && looksLikeNumber(value.text) ? .wordsOrNumber(value.text) : .words([value.text])
    }

    /// Four digits or more, and else only letters and hyphens: `0003890`, `17-0003890`, `cm17-00`.
    private static func looksLikeNumber(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"): break
            default: return false
            }
        }
        return digits >= 4
    }
}

extension CaseModelError {
    static func filter(_ span: Range<Int>, _ sentence: String) -> CaseModelError {
        .notAFilter(FilterProblem(span: span, sentence: sentence))
    }
}
