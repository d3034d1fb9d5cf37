/// Numbers in digits and in words.
///
/// Words go up to hundreds: "eight", "twenty-four", "one hundred and twenty", "a hundred"; "single" is one. A number
/// that is given again in brackets, "eight (8)" or "8 (eight)", is one number, the first; whether the two agree is not
/// asked here. It gives up on ordinals and fractions.
enum NumberWords {
    /// The number at a place and the token after it.
    static func number(_ at: Int, _ end: Int, in text: SectionText) -> (value: Double, next: Int)? {
        guard let (value, next) = plain(at, end, in: text) else { return nil }
        if next < end, text.tokens[next].text == "(", let (_, last) = plain(next + 1, end, in: text), last < end,
            text.tokens[last].text == ")"
        {
            return (value, last + 1)
        }
        return (value, next)
    }

    /// The number at a place without what stands in brackets behind it.
    static func plain(_ at: Int, _ end: Int, in text: SectionText) -> (value: Double, next: Int)? {
        guard at < end else { return nil }
        if text.tokens[at].isNumber { return (text.tokens[at].value, at + 1) }
        var (value, next) = (0.0, at)
        if let (low, after) = belowHundred(at, end, text) { (value, next) = (low, after) }
        guard next < end, text.tokens[next].text == "hundred",
            next > at || at > 0 && text.tokens[at - 1].text == "a"
        else { return next > at ? (value, next) : nil }
        value = max(1, value) * 100
        next += 1
        let rest = next < end && text.tokens[next].text == "and" ? next + 1 : next
        if let (low, after) = belowHundred(rest, end, text) { return (value + low, after) }
        return (value, next)
    }

    private static func belowHundred(_ at: Int, _ end: Int, _ text: SectionText) -> (Double, Int)? {
        guard at < end else { return nil }
        if let value = small[text.tokens[at].text] { return (value, at + 1) }
        guard let value = tens[text.tokens[at].text] else { return nil }
        let isJoined = at + 1 < end && text.tokens[at + 1].text == "-" && !text.tokens[at + 1].isSpaced
        let unit = isJoined ? at + 2 : at + 1
        if unit < end, let low = small[text.tokens[unit].text], low < 10, text.tokens[unit].text != "single" {
            return (value + low, unit + 1)
        }
        return (value, at + 1)
    }

    private static let small: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "single": 1,
    ]
    private static let tens: [String: Double] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
}
