/// Finds the amounts of a text.
///
/// Known forms: `50 mg`, `50mg`, `10/325mg`, `0.025%`, `#60`, `quantity 60`, `qty: 60`, `sixty tablets`, `8 visits`,
/// `eight (8) sessions`, `6 additional physical therapy visits`, `x 8`, `2x6`, `2 times a week for 4 weeks`, `twice a
/// week`, `three times daily`, `bid`, `7-10 days`, `two to three months`, `3 refills`, `120 grams`. A range has both of
/// its numbers. A frequency with a duration, or a product, is also the number of visits it comes to, ranges apart. How
/// much is taken at a time ("1 tablet twice a day") is no amount dispensed. It gives up on counts of other things and
/// on "from 12 to 6", which is a change and no range.
struct AmountScanner {
    private let text: SectionText
    private var amounts: [Amount] = []

    static func amounts(in text: SectionText, _ range: Range<Int>? = nil) -> [Amount] {
        var scanner = AmountScanner(text: text)
        scanner.scan(range ?? text.all)
        return scanner.amounts
    }

    private init(text: SectionText) { self.text = text }

    private mutating func scan(_ range: Range<Int>) {
        var at = range.lowerBound
        while at < range.upperBound {
            if let amount = amount(at, range.upperBound) {
                // "Two visits more than the usual trial" is a difference.
                let isDifference = AmountWords.comparisons.contains { text.reads($0, at: amount.tokens.upperBound) }
                if !isDifference { amounts.append(amount) }
                at = amount.tokens.upperBound
            } else {
                at += 1
            }
        }
        addProducts(range)
    }

    private func amount(_ at: Int, _ end: Int) -> Amount? {
        let token = text.tokens[at]
        if token.text == "#", let (value, next) = number(at + 1, end) {
            return Amount(unit: .pieces, values: [value], tokens: at..<next)
        }
        if token.text == "quantity" || token.text == "qty" || token.text == "dispense" { return quantity(at, end) }
        if let daily = AmountScanner.latin[token.text] {
            return Amount(unit: .timesADay, values: [daily], tokens: at..<(at + 1))
        }
        if let times = AmountScanner.times[token.text] {
            if let week = frequency(at + 1, end, AmountWords.weekly) {
                return Amount(unit: .timesAWeek, values: [times], tokens: at..<week)
            }
            if let day = frequency(at + 1, end, AmountWords.daily) {
                return Amount(unit: .timesADay, values: [times], tokens: at..<day)
            }
        }
        guard let (value, next) = number(at, end), !isPartOfName(at) else { return nil }
        return measured(value, at, next, end)
    }

    private func number(_ at: Int, _ end: Int) -> (value: Double, next: Int)? {
        NumberWords.number(at, end, in: text)
    }

    /// Whether digits belong to a name ("C5-6", "L4") or a date or score.
    private func isPartOfName(_ at: Int) -> Bool {
        guard at > 0, text.tokens[at].isNumber else { return false }
        let before = text.tokens[at - 1]
        if before.text == "/" && !text.tokens[at].isSpaced { return true }
        return before.text == "-" && !text.tokens[at].isSpaced && !before.isSpaced && at > 1
            && !text.tokens[at - 2].isNumber && text.tokens[at - 2].text.count <= 3
    }

    private func quantity(_ at: Int, _ end: Int) -> Amount? {
        var next = at + 1
        while next < end, [":", ".", "of", "#", "(", "="].contains(text.tokens[next].text) { next += 1 }
        guard let (value, last) = number(next, end) else { return nil }
        // "quantity 5 fill": the number of refills.
        if last < end, AmountWords.refills.contains(text.tokens[last].text) { return nil }
        return Amount(unit: .pieces, values: [value], tokens: at..<last)
    }

    /// The further numbers of a strength or range, and the token after them.
    private func values(_ first: Double, _ at: Int, _ after: Int, _ end: Int) -> ([Double], Int) {
        var (values, next) = ([first], after)
        while next + 1 < end, ["/", "-"].contains(text.tokens[next].text), !text.tokens[next].isSpaced,
            text.tokens[next + 1].isNumber, !text.tokens[next + 1].isSpaced
        {
            values.append(text.tokens[next + 1].value)
            next += 2
        }
        guard values.count == 1, next < end, ["to", "-", "or"].contains(text.tokens[next].text),
            at == 0 || text.tokens[at - 1].text != "from",
            let (second, last) = number(next + 1, end), second > first, last < end,
            AmountWords.measures.contains(text.tokens[last].text)
        else { return (values, next) }
        return ([first, second], last)
    }

    private func measured(_ first: Double, _ at: Int, _ after: Int, _ end: Int) -> Amount? {
        var (values, next) = values(first, at, after, end)
        if next < end, text.tokens[next].text == "-" { next += 1 }
        guard next < end else { return nil }
        let word = text.tokens[next].text
        if AmountWords.strengths.contains(word) {
            return Amount(unit: .strength, values: values, tokens: at..<(next + 1))
        }
        if word == "%" || word == "percent" {
            return Amount(unit: .percent, values: values, tokens: at..<(next + 1))
        }
        if AmountWords.contents.contains(word) {
            return Amount(unit: .content, values: values, tokens: at..<(next + 1))
        }
        if AmountWords.turns.contains(word) {
            if let week = frequency(next + 1, end, AmountWords.weekly) {
                return Amount(unit: .timesAWeek, values: values, tokens: at..<week)
            }
            if let day = frequency(next + 1, end, AmountWords.daily) {
                return Amount(unit: .timesADay, values: values, tokens: at..<day)
            }
        }
        // "4 hours a day" is how much at a time.
        if word.hasPrefix("hour") || word == "hrs", frequency(next + 1, end, AmountWords.daily) != nil { return nil }
        // "7 days a week" is how often.
        if word.hasPrefix("day"), frequency(next + 1, end, AmountWords.weekly) != nil { return nil }
        if let unit = AmountWords.units[word] {
            return Amount(unit: unit, values: values, tokens: at..<(next + 1))
        }
        if AmountWords.refills.contains(word) {
            return Amount(unit: .refills, values: values, tokens: at..<(next + 1))
        }
        return counted(values, at, next, end)
    }

    /// "6 additional physical therapy visits", "60 tablets".
    private func counted(_ values: [Double], _ at: Int, _ from: Int, _ end: Int) -> Amount? {
        var next = from
        while next < min(end, from + 6) {
            let word = text.tokens[next].text
            if AmountWords.visits.contains(word) {
                return Amount(unit: .visits, values: values, tokens: at..<(next + 1), isNamed: true)
            }
            if next == from, AmountWords.pieces.contains(word) {
                let after = next + 1 < end ? text.tokens[next + 1].text : ""
                let before = at > 0 ? text.tokens[at - 1].text : ""
                if AmountWords.intake.contains(after) || before == "take" || before == "taking" { return nil }
                return Amount(unit: .pieces, values: values, tokens: at..<(next + 1))
            }
            guard AmountWords.between.contains(word) else { return nil }
            next += 1
        }
        return nil
    }

    private func frequency(_ at: Int, _ end: Int, _ forms: [[String]]) -> Int? {
        for form in forms where at + form.count <= end && text.reads(form, at: at) { return at + form.count }
        return nil
    }

    /// Adds the visits that a frequency and a duration, or a product, come to.
    private mutating func addProducts(_ range: Range<Int>) {
        for (index, amount) in amounts.enumerated() where amount.unit == .timesAWeek && amount.values.count == 1 {
            guard index + 1 < amounts.count, amounts[index + 1].unit == .weeks, amounts[index + 1].values.count == 1,
                amounts[index + 1].tokens.lowerBound - amount.tokens.upperBound <= 3
            else { continue }
            amounts.append(
                Amount(
                    unit: .visits, values: [amount.values[0] * amounts[index + 1].values[0]],
                    tokens: amount.tokens.lowerBound..<amounts[index + 1].tokens.upperBound))
        }
        for at in range where text.tokens[at].text == "x" || text.tokens[at].text == "times" {
            guard at + 1 < range.upperBound, let (second, end) = number(at + 1, range.upperBound) else { continue }
            let unit = end < range.upperBound ? text.tokens[end].text : ""
            if ["mg", "cm", "mm", "%", "weeks", "week", "days", "months"].contains(unit) { continue }
            if at > range.lowerBound, let (first, _) = number(at - 1, range.upperBound) {
                amounts.append(Amount(unit: .visits, values: [first * second], tokens: (at - 1)..<end))
            } else if text.tokens[at].text == "x" || end == range.upperBound,
                !amounts.contains(where: { $0.unit == .visits && $0.tokens.overlaps(at..<end) })
            {
                amounts.append(Amount(unit: .visits, values: [second], tokens: at..<end))
            }
        }
    }

    private static let times: [String: Double] = ["once": 1, "twice": 2, "thrice": 3]
    private static let latin: [String: Double] = ["bid": 2, "tid": 3, "qid": 4]
}
