import CaseModel

/// Finds the dates of a text.
///
/// Known forms: `12/23/2016`, `12-23-2016`, `12-6-16`, `12/2016`, `December 9, 2016`, `Dec. 9 2016`, `9 December
/// 2016`, `December 2016`, `first half of 2016`, and a year after "in", "since", "early" and the like. Two digits are a year of this century
/// up to 40, else of the last. A run of numbers that a unit follows (`5/325mg`, `320.5/30/16mg`) is a strength, and
/// one whose first number is no month is none either. It gives up on days without a year.
struct DateScanner {
    let text: SectionText

    static func dates(in text: SectionText) -> [DateMention] {
        let scanner = DateScanner(text: text)
        var result: [DateMention] = []
        var at = 0
        while at < text.tokens.count {
            if let mention = scanner.mention(at) {
                result.append(mention)
                at = mention.tokens.upperBound
            } else {
                at += 1
            }
        }
        return result
    }

    private func mention(_ at: Int) -> DateMention? {
        let token = text.tokens[at]
        switch token.kind {
        case .number:
            if isGlued(at) { return nil }
            return numeric(at) ?? dayFirst(at) ?? year(at)
        case .word: return DateScanner.month(token.text).flatMap { named(at, $0) } ?? half(at)
        case .mark: return nil
        }
    }

    /// Whether a number belongs to a longer run before it, as the second half of a range of measures.
    private func isGlued(_ at: Int) -> Bool {
        guard at > 0, !text.tokens[at].isSpaced else { return false }
        let before = text.tokens[at - 1]
        return before.isWord || before.isNumber || before.text == "/" || before.text == "#" || before.text == "."
    }

    private func numeric(_ at: Int) -> DateMention? {
        guard let first = text.tokens[at].whole, let mark = mark(at + 1), text.tokens[at].length <= 2,
            let second = number(at + 2, after: mark)
        else { return nil }
        guard mark.text == self.mark(at + 3)?.text, let third = number(at + 4, after: mark) else {
            // Month and year: "12/2016".
            guard mark.text == "/", text.tokens[at + 2].length == 4, (1900...2100).contains(second),
                (1...12).contains(first)
            else { return nil }
            return DateMention(value: .month(year: second, month: first), tokens: at..<(at + 3))
        }
        let tokens = at..<(at + 5)
        let (digits, width) = (text.tokens[at + 2].length, text.tokens[at + 4].length)
        guard digits <= 2, width == 2 || width == 4, isClosed(at + 5) else { return nil }
        let year = width == 4 ? third : DateScanner.century(third)
        if let day = Day(year: year, month: first, day: second) { return DateMention(value: .day(day), tokens: tokens) }
        guard width == 4 && (1900...2999).contains(third) || (1...12).contains(first) && (29...31).contains(second)
        else { return nil }
        return DateMention(value: .impossible, tokens: tokens)
    }

    private func mark(_ at: Int) -> Token? {
        guard at < text.tokens.count, !text.tokens[at].isSpaced else { return nil }
        let token = text.tokens[at]
        return token.text == "/" || token.text == "-" ? token : nil
    }

    /// The number after a mark; a hyphen at the end of a line may have left a space behind.
    private func number(_ at: Int, after mark: Token) -> Int? {
        guard at < text.tokens.count, !text.tokens[at].isSpaced || mark.text == "-" else { return nil }
        return text.tokens[at].whole
    }

    /// Whether the run of numbers ends before a token: no unit and no further number is attached.
    private func isClosed(_ at: Int) -> Bool {
        guard at < text.tokens.count, !text.tokens[at].isSpaced else { return true }
        let next = text.tokens[at]
        if next.text == "%" || next.isWord && !next.isCapital { return false }
        if next.text == "/" || next.text == "-" { return at + 1 >= text.tokens.count || !text.tokens[at + 1].isNumber }
        return true
    }

    private func named(_ at: Int, _ month: Int) -> DateMention? {
        var next = at + 1
        if next < text.tokens.count, text.tokens[next].text == "." { next += 1 }
        if next < text.tokens.count, text.tokens[next].text == "of" { next += 1 }
        guard next < text.tokens.count, let number = text.tokens[next].whole else { return nil }
        if text.tokens[next].length == 4, (1900...2100).contains(number) {
            return DateMention(value: .month(year: number, month: month), tokens: at..<(next + 1))
        }
        guard text.tokens[next].length <= 2, let (year, end) = yearAfterDay(next + 1) else { return nil }
        return mention(year, month, number, at..<end)
    }

    private func yearAfterDay(_ from: Int) -> (Int, Int)? {
        var at = from
        if at < text.tokens.count, ["st", "nd", "rd", "th"].contains(text.tokens[at].text) { at += 1 }
        if at < text.tokens.count, text.tokens[at].text == "," { at += 1 }
        if at < text.tokens.count, text.tokens[at].text == "of" { at += 1 }
        guard at < text.tokens.count, text.tokens[at].length == 4, let year = text.tokens[at].whole else { return nil }
        return (year, at + 1)
    }

    private func dayFirst(_ at: Int) -> DateMention? {
        guard let day = text.tokens[at].whole, text.tokens[at].length <= 2 else { return nil }
        var next = at + 1
        if next < text.tokens.count, ["st", "nd", "rd", "th"].contains(text.tokens[next].text) { next += 1 }
        if next < text.tokens.count, text.tokens[next].text == "of" { next += 1 }
        guard next < text.tokens.count, let month = DateScanner.month(text.tokens[next].text),
            text.tokens[next].isCapital, let (year, end) = yearAfterDay(next + 1)
        else { return nil }
        return mention(year, month, day, at..<end)
    }

    private func mention(_ year: Int, _ month: Int, _ day: Int, _ tokens: Range<Int>) -> DateMention {
        let value = Day(year: year, month: month, day: day).map { DateMention.Value.day($0) } ?? .impossible
        return DateMention(value: value, tokens: tokens)
    }

    /// "First half of 2016", "the second half of the year 2016".
    private func half(_ at: Int) -> DateMention? {
        guard let half = ["first": 1, "second": 2, "last": 2, "latter": 2][text.tokens[at].text],
            text.reads(["half", "of"], at: at + 1)
        else { return nil }
        let next = text.reads(["the", "year"], at: at + 3) ? at + 5 : at + 3
        guard next < text.tokens.count, text.tokens[next].length == 4, let year = text.tokens[next].whole,
            (1930...2100).contains(year)
        else { return nil }
        return DateMention(value: .half(year: year, half: half), tokens: at..<(next + 1))
    }

    private func year(_ at: Int) -> DateMention? {
        guard at > 0, text.tokens[at].length == 4, let year = text.tokens[at].whole, (1930...2100).contains(year),
            ["in", "since", "year", "during", "of", "from", "early", "late", "mid", "until"].contains(
                text.tokens[at - 1].text)
                || text.tokens[at - 1].text == "-" && at > 1 && text.tokens[at - 2].text == "mid"
        else { return nil }
        return DateMention(value: .year(year), tokens: at..<(at + 1))
    }

    static func century(_ year: Int) -> Int { year <= 40 ? 2000 + year : 1900 + year }

    private static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    static func month(_ word: String) -> Int? { months[word] }
}
