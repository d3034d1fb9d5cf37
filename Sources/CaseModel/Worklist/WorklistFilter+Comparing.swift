extension WorklistFilter {
    /// The condition of a key that compares: `due<3d`, `items:>3`, `decided=2017-02-03`. A colon alone is *equal*.
    static func compared(_ key: FilterKey, _ piece: FilterScanner.Piece) throws(CaseModelError) -> FilterCondition {
        let sign = piece.sign.hasPrefix(":") && piece.sign.count > 1 ? String(piece.sign.dropFirst()) : piece.sign
        let given: FilterComparison? = sign == ":" ? .equal : FilterComparison(rawValue: sign)
        guard let comparison = given else {
            throw .filter(
                piece.span, "“\(piece.sign)” compares nothing; after “\(key.rawValue)” stands <, <=, >, >= or =.")
        }
        guard piece.values.count == 1, let value = piece.values.first, !value.text.isEmpty else {
            throw .filter(piece.span, "After “\(key.rawValue)” stands one value: \(key.expected).")
        }
        if key != .due, let count = number(value.text) {
            return key == .items ? .items(comparison, count) : .decidedItems(comparison, count)
        }
        guard key != .items, let day = day(value.text) else { throw refusal(of: value, key) }
        return key == .due ? .due(comparison, day) : .decisionDay(comparison, day)
    }

    /// A number of up to six digits; nil for anything else.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// `today`, `3d`, `-2w`, `2017-02-01`, `2/1/2017`.
    private static func day(_ text: String) -> FilterDay? {
        if text.lowercased() == "today" { return .fromToday(0) }
        if let day = Day(iso: text) ?? Day(american: text) { return .day(day) }
        let isBefore = text.hasPrefix("-")
        let bare = isBefore ? text.dropFirst() : text[...]
        guard let unit = bare.last, let count = number(bare.dropLast()) else { return nil }
        let days: Int
        switch unit {
        case "d", "D": days = count
        case "w", "W": days = count * 7
        default: return nil
        }
        return .fromToday(isBefore ? -days : days)
    }
}
