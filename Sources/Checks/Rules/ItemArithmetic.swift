import CaseModel

/// Amounts of a split request that do not add up, or a number that is not its own product or word.
struct ItemArithmetic: Rule {
    let id = "item.arithmetic"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.flatMap { item in
            split(item) + products(item.head, item.number) + words(item.head, item.number)
                + words(item.rationale, item.number)
        } + words(letter.summary, nil)
    }

    private func split(_ item: UnderstoodItem) -> [Observation] {
        guard let split = item.split, !split.isUndivided else { return [] }
        let parts = [split.original, split.authorized, split.remaining].map {
            Dictionary(grouping: AmountScanner.amounts(in: item.head, $0), by: \.unit)
        }
        // With refills the pieces are those of one fill.
        let hasRefills = parts.contains { $0[.refills] != nil }
        // Where nothing is counted, time is: the hours of an aide, the days of a rental.
        let isCounted = parts.contains { $0[.visits] != nil || $0[.pieces] != nil }
        let units: [Amount.Unit] =
            isCounted ? [.visits, .pieces, .refills] : [.refills, .hours, .days, .weeks, .months]
        for unit in units {
            let amounts = parts.compactMap { single($0[unit]) }
            if unit == .refills, let found = refills(parts, item) { return [found] }
            guard amounts.count == 3 else { continue }
            let (original, authorized, remaining) = (amounts[0].values[0], amounts[1].values[0], amounts[2].values[0])
            if unit == .pieces, hasRefills {
                guard remaining != original else { continue }
                return [
                    Observation(
                        item: item.number,
                        "Each fill of the original request is of \(number(original)), of what remains of "
                            + "\(number(remaining)).",
                        [item.head.evidence(amounts[0].tokens), item.head.evidence(amounts[2].tokens)])
                ]
            }
            guard original - authorized != remaining else { continue }
            return [
                Observation(
                    item: item.number,
                    "Of \(number(original)) requested, \(number(authorized)) were authorized: that leaves "
                        + "\(number(original - authorized)), not \(number(remaining)).",
                    amounts.map { item.head.evidence($0.tokens) })
            ]
        }
        return []
    }

    /// Refills of which none was authorized all remain.
    private func refills(_ parts: [[Amount.Unit: [Amount]]], _ item: UnderstoodItem) -> Observation? {
        guard parts[1][.refills] == nil, !parts[1].isEmpty, let original = single(parts[0][.refills]),
            let remaining = single(parts[2][.refills]), original.values != remaining.values
        else { return nil }
        return Observation(
            item: item.number,
            "Of \(number(original.values[0])) refills requested none was authorized: that leaves "
                + "\(number(original.values[0])), not \(number(remaining.values[0])).",
            [item.head.evidence(original.tokens), item.head.evidence(remaining.tokens)])
    }

    /// The one amount of a part; nil when there is none, or two that differ.
    private func single(_ amounts: [Amount]?) -> Amount? {
        guard let amounts, let first = amounts.first, first.values.count == 1,
            amounts.allSatisfy({ $0.values == first.values })
        else { return nil }
        return first
    }

    /// "2 times a week for 4 weeks (6)", and "twelve sessions, three times a week for three weeks".
    private func products(_ text: SectionText, _ item: Int) -> [Observation] {
        let visits = AmountScanner.amounts(in: text).filter { $0.unit == .visits }
        let counts = visits.filter { $0.isNamed && $0.values.count == 1 }
        return visits.compactMap { product in
            let at = product.tokens.upperBound
            guard product.tokens.count > 4, !product.isNamed, let value = product.values.first else { return nil }
            let bracket = at + 1
            if bracket < text.tokens.count, text.tokens[at].text == "(", text.tokens[bracket].isNumber {
                guard text.tokens[bracket].value != value, bracket + 1 < text.tokens.count,
                    text.tokens[bracket + 1].text == ")" || text.tokens[bracket + 1].text.hasPrefix("visit")
                        || text.tokens[bracket + 1].text.hasPrefix("session")
                else { return nil }
                return Observation(
                    item: item,
                    "“\(text.words(product.tokens))” comes to \(number(value)), not "
                        + "\(number(text.tokens[bracket].value)).",
                    [text.evidence(product.tokens.lowerBound..<(bracket + 1))])
            }
            // The count of the same part of the head: no full stop stands between them.
            guard let count = counts.first(where: { isBeside($0.tokens, product.tokens, text) }),
                let told = count.values.first, told != value
            else { return nil }
            return Observation(
                item: item,
                "“\(text.words(product.tokens))” comes to \(number(value)), not to “\(text.words(count.tokens))”.",
                [text.evidence(count.tokens), text.evidence(product.tokens)])
        }
    }

    private func isBeside(_ a: Range<Int>, _ b: Range<Int>, _ text: SectionText) -> Bool {
        guard !a.overlaps(b) else { return false }
        let between = a.lowerBound < b.lowerBound ? a.upperBound..<b.lowerBound : b.upperBound..<a.lowerBound
        return between.count <= 14 && !text.holds([".", ";", "was", "and", "authorized", "plus"], in: between)
    }

    /// "eight (6) sessions", "6 (8) visits".
    private func words(_ text: SectionText, _ item: Int?) -> [Observation] {
        text.all.compactMap { at in
            guard let (value, bracket) = NumberWords.plain(at, text.tokens.count, in: text), value > 1,
                bracket < text.tokens.count, text.tokens[bracket].text == "(", text.tokens[bracket].isSpaced,
                let (other, close) = NumberWords.plain(bracket + 1, text.tokens.count, in: text), other != value,
                close + 1 < text.tokens.count, text.tokens[close].text == ")", text.tokens[close + 1].isWord,
                text.tokens[close + 1].isSpaced,
                // "twenty (24)" begins in the middle of nothing, and "section 3 (4)" counts nothing.
                text.tokens[at].isWord || text.tokens[bracket + 1].isWord
                    || AmountWords.between.union(AmountWords.visits).union(AmountWords.pieces)
                        .contains(text.tokens[close + 1].text),
                at == 0 || !text.tokens[at].isNumber || text.tokens[at].isSpaced
            else { return nil }
            return Observation(
                item: item, "“\(text.words(at..<(close + 1)))” gives two numbers for one.",
                [text.evidence(at..<(close + 2))])
        }
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}
