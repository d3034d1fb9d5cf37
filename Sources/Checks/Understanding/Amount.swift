/// A measured amount in a text.
struct Amount: Hashable, Sendable {
    /// What is counted.
    enum Unit: String, Hashable, Sendable {
        /// Milligrams, grams and the like: how strong a drug is.
        case strength
        /// A percentage: the strength of an ointment.
        case percent
        /// Pieces dispensed, `#60`.
        case pieces
        /// Visits, sessions, treatments.
        case visits
        case timesAWeek
        case weeks
        case days
        case months
        case refills
        /// Volume or weight of a tube or bottle.
        case content
    }

    let unit: Unit
    /// The numbers: one, or several of a pair of strengths (`10/325`) or a range (`7-10`).
    let values: [Double]
    let tokens: Range<Int>
}

/// Finds the amounts of a text.
///
/// Known forms: `50 mg`, `50mg`, `10/325mg`, `0.025%`, `#60`, `quantity 60`, `qty: 60`, `sixty tablets`, `8 visits`,
/// `eight (8) sessions`, `6 additional physical therapy visits`, `x 8`, `2x6`, `2 times a week for 4 weeks`, `twice a
/// week`, `30 days`, `2 months`, `3 refills`, `120 grams`. A frequency with a duration, or a product, is also the
/// number of visits it comes to. It gives up on ranges of visits and on counts of other things.
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
                amounts.append(amount)
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
        if token.text == "quantity" || token.text == "qty" { return quantity(at, end) }
        if token.text == "twice" || token.text == "once", let week = weekly(at + 1, end) {
            return Amount(unit: .timesAWeek, values: [token.text == "once" ? 1 : 2], tokens: at..<week)
        }
        guard let (value, next) = number(at, end), !isPartOfName(at) else { return nil }
        return measured(value, at, next, end)
    }

    /// The number at a place, a digit or a word, with the same number again in brackets: "eight (8)".
    private func number(_ at: Int, _ end: Int) -> (Double, Int)? {
        guard at < end else { return nil }
        let token = text.tokens[at]
        guard let value = token.isNumber ? token.value : AmountScanner.words[token.text] else { return nil }
        if at + 3 < end, text.tokens[at + 1].text == "(", text.tokens[at + 2].isNumber, text.tokens[at + 3].text == ")",
            text.tokens[at + 2].value == value
        {
            return (value, at + 4)
        }
        return (value, at + 1)
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
        return Amount(unit: .pieces, values: [value], tokens: at..<last)
    }

    private func measured(_ first: Double, _ at: Int, _ after: Int, _ end: Int) -> Amount? {
        var (values, next) = ([first], after)
        while next + 1 < end, ["/", "-"].contains(text.tokens[next].text), !text.tokens[next].isSpaced,
            text.tokens[next + 1].isNumber, !text.tokens[next + 1].isSpaced
        {
            values.append(text.tokens[next + 1].value)
            next += 2
        }
        if next < end, text.tokens[next].text == "-" { next += 1 }
        guard next < end else { return nil }
        let word = text.tokens[next].text
        let isPair = values.count > 1
        switch word {
        case "mg", "mcg", "milligram", "milligrams", "mgs":
            return Amount(unit: .strength, values: values, tokens: at..<(next + 1))
        case "%", "percent":
            return Amount(unit: .percent, values: values, tokens: at..<(next + 1))
        case "gm", "gms", "gram", "grams", "g", "ml", "cc":
            return Amount(unit: .content, values: values, tokens: at..<(next + 1))
        case "x" where !isPair:
            return nil
        default: break
        }
        if word == "times" || word == "time" || word == "x" || word == "visits" || word == "sessions",
            let week = weekly(next + 1, end)
        {
            return Amount(unit: .timesAWeek, values: values, tokens: at..<week)
        }
        if isPair { return nil }
        switch word {
        case "week", "weeks", "wks", "wk": return Amount(unit: .weeks, values: values, tokens: at..<(next + 1))
        case "month", "months": return Amount(unit: .months, values: values, tokens: at..<(next + 1))
        case "day", "days", "days'", "day's": return Amount(unit: .days, values: values, tokens: at..<(next + 1))
        case "refills", "refill": return Amount(unit: .refills, values: values, tokens: at..<(next + 1))
        default: return counted(first, at, next, end)
        }
    }

    /// "6 additional physical therapy visits", "60 tablets".
    private func counted(_ value: Double, _ at: Int, _ from: Int, _ end: Int) -> Amount? {
        var next = from
        while next < min(end, from + 5) {
            let word = text.tokens[next].text
            if AmountScanner.visits.contains(word) {
                return Amount(unit: .visits, values: [value], tokens: at..<(next + 1))
            }
            if next == from, AmountScanner.pieces.contains(word) {
                return Amount(unit: .pieces, values: [value], tokens: at..<(next + 1))
            }
            guard AmountScanner.between.contains(word) else { return nil }
            next += 1
        }
        return nil
    }

    private func weekly(_ at: Int, _ end: Int) -> Int? {
        for form in AmountScanner.weeklyForms where at + form.count <= end && text.reads(form, at: at) {
            return at + form.count
        }
        return nil
    }

    /// Adds the visits that a frequency and a duration, or a product, come to.
    private mutating func addProducts(_ range: Range<Int>) {
        for (index, amount) in amounts.enumerated() where amount.unit == .timesAWeek && amount.values.count == 1 {
            guard index + 1 < amounts.count, amounts[index + 1].unit == .weeks,
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
            } else if text.tokens[at].text == "x",
                !amounts.contains(where: { $0.unit == .visits && $0.tokens.overlaps(at..<end) })
            {
                amounts.append(Amount(unit: .visits, values: [second], tokens: at..<end))
            }
        }
    }

    static let words: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
        "single": 1,
    ]
    private static let visits: Set<String> = ["visits", "visit", "sessions", "session", "treatments"]
    private static let pieces: Set<String> = [
        "tablets", "tablet", "tabs", "capsules", "capsule", "pills", "patches", "units", "caps",
    ]
    private static let between: Set<String> = [
        "additional", "physical", "therapy", "occupational", "acupuncture", "chiropractic", "more", "further",
        "aquatic",
        "of", "outpatient", "supervised", "psychotherapy", "water", "massage", "initial", "formal", "new",
        "manipulation",
        "manipulative", "post", "-", "operative", "hand", "pt", "therapist", "care", "postoperative", "remaining",
    ]
    private static let weeklyForms = [
        ["a", "week"], ["per", "week"], ["weekly"], ["/", "week"], ["each", "week"], ["times", "a", "week"],
        ["/", "wk"], ["time", "a", "week"], ["every", "week"], ["times", "per", "week"], ["times", "weekly"],
    ]
}
