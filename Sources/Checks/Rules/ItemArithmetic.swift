import CaseModel

/// Amounts of a split request that do not add up, or a number that is not its own product or word.
struct ItemArithmetic: Rule {
    let id = "item.arithmetic"
    let usualSeverity = Severity.error
    let basis = "LC 4610.6(h)(5)"

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
        for unit in [Amount.Unit.visits, .pieces, .refills] {
            let amounts = parts.compactMap { single($0[unit]) }
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

    /// The one amount of a part; nil when there is none, or two that differ.
    private func single(_ amounts: [Amount]?) -> Amount? {
        guard let amounts, let first = amounts.first, first.values.count == 1,
            amounts.allSatisfy({ $0.values == first.values })
        else { return nil }
        return first
    }

    /// "2 times a week for 4 weeks (6)".
    private func products(_ text: SectionText, _ item: Int) -> [Observation] {
        let visits = AmountScanner.amounts(in: text).filter { $0.unit == .visits }
        return visits.compactMap { product in
            let at = product.tokens.upperBound
            guard product.tokens.count > 4, at + 2 < text.tokens.count, text.tokens[at].text == "(",
                text.tokens[at + 1].isNumber, text.tokens[at + 1].value != product.values[0],
                text.tokens[at + 2].text == ")" || text.tokens[at + 2].text.hasPrefix("visit")
                    || text.tokens[at + 2].text.hasPrefix("session")
            else { return nil }
            return Observation(
                item: item,
                "“\(text.words(product.tokens))” comes to \(number(product.values[0])), not "
                    + "\(number(text.tokens[at + 1].value)).",
                [text.evidence(product.tokens.lowerBound..<(at + 2))])
        }
    }

    /// "eight (6) sessions".
    private func words(_ text: SectionText, _ item: Int?) -> [Observation] {
        text.all.compactMap { at in
            guard at + 4 < text.tokens.count, let value = AmountScanner.words[text.tokens[at].text], value > 1,
                text.tokens[at + 1].text == "(", text.tokens[at + 2].isNumber, text.tokens[at + 2].value != value,
                text.tokens[at + 3].text == ")", text.tokens[at + 4].isWord, text.tokens[at + 4].isSpaced
            else { return nil }
            return Observation(
                item: item, "“\(text.words(at..<(at + 4)))” gives two numbers for one.",
                [text.evidence(at..<(at + 5))])
        }
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}
