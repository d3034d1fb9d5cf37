/// A word, a number or a mark of a text.
///
/// A word is a run of letters, with digits after its first (`L4`) and apostrophes inside; a number is a run of digits
/// with decimals and thousands; anything else is a mark by itself. `50mg` is a number and a word, `x8` a word and a
/// number, `10-13-16` three numbers and two marks. It gives up on numbers in exponent form.
struct Token: Sendable {
    enum Kind: Sendable { case word, number, mark }

    let kind: Kind
    /// In lower case, typographic quotes and dashes as `"`, `'`, `-`.
    let text: String
    /// The number's value; 0 otherwise.
    let value: Double
    /// The first scalar and the one after the last, in the section's text.
    let start: Int
    let end: Int
    /// Whether white space stands before it.
    let isSpaced: Bool
    /// Whether it begins with a capital letter.
    let isCapital: Bool
    /// Whether a paragraph begins with it.
    let opensParagraph: Bool

    var isWord: Bool { kind == .word }
    var isNumber: Bool { kind == .number }
    /// A number without a decimal point.
    var whole: Int? { kind == .number && value == value.rounded() && value < 1e9 && value >= 0 ? Int(value) : nil }
    var length: Int { end - start }
}

/// Cuts a text into tokens.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private var tokens: [Token] = []

    static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
        var tokenizer = Tokenizer(scalars: scalars)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        tokens.reserveCapacity(scalars.count / 5)
    }

    private mutating func run() {
        var at = 0
        var (isSpaced, isBroken) = (true, true)
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar.value <= 32 || scalar.value == 0xA0 {
                isSpaced = true
                if scalar.value == 10 { isBroken = true }
                at += 1
                continue
            }
            let end: Int
            let kind: Token.Kind
            if Tokenizer.isDigit(scalar) {
                (end, kind) = (number(at), .number)
            } else if Tokenizer.isLetter(scalar) {
                (end, kind) = (word(at), .word)
            } else {
                (end, kind) = (at + 1, .mark)
            }
            add(at, end, kind, isSpaced, isBroken)
            (isSpaced, isBroken) = (false, false)
            at = end
        }
    }

    private mutating func add(_ start: Int, _ end: Int, _ kind: Token.Kind, _ isSpaced: Bool, _ isBroken: Bool) {
        var text = String.UnicodeScalarView()
        for index in start..<end { text.append(Tokenizer.plain(scalars[index])) }
        var value = 0.0
        if kind == .number {
            value = Tokenizer.value(scalars[start..<end])
        }
        tokens.append(
            Token(
                kind: kind, text: String(text), value: value, start: start, end: end, isSpaced: isSpaced,
                isCapital: (65...90).contains(scalars[start].value), opensParagraph: isBroken))
    }

    private func number(_ start: Int) -> Int {
        var end = start
        while end < scalars.count {
            if Tokenizer.isDigit(scalars[end]) {
                end += 1
            } else if scalars[end] == ".", end + 1 < scalars.count, Tokenizer.isDigit(scalars[end + 1]) {
                end += 1
            } else if scalars[end] == ",", isThousands(end) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private func isThousands(_ comma: Int) -> Bool {
        guard comma + 3 < scalars.count else { return false }
        let digits = scalars[(comma + 1)...(comma + 3)]
        guard digits.allSatisfy(Tokenizer.isDigit) else { return false }
        return comma + 4 == scalars.count || !Tokenizer.isDigit(scalars[comma + 4])
    }

    private func word(_ start: Int) -> Int {
        // "x8" is a sign of multiplication and a number.
        if scalars[start] == "x" || scalars[start] == "X", start + 1 < scalars.count,
            Tokenizer.isDigit(scalars[start + 1])
        {
            return start + 1
        }
        var end = start + 1
        while end < scalars.count {
            let scalar = scalars[end]
            if Tokenizer.isLetter(scalar) || Tokenizer.isDigit(scalar) {
                end += 1
            } else if scalar == "'" || scalar == "\u{2019}", end + 1 < scalars.count,
                Tokenizer.isLetter(scalars[end + 1])
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value | 32
        return value >= 97 && value <= 122 || scalar.value > 0xBF && scalar.properties.isAlphabetic
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 65...90: Unicode.Scalar(UInt8(scalar.value | 32))
        case 0x2018, 0x2019: "'"
        case 0x2010...0x2015: "-"
        case 0x201C, 0x201D: "\""
        case 0xD7: "x"
        default: scalar
        }
    }

    private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Double {
        var (whole, scale, isFraction) = (0.0, 1.0, false)
        for digit in digits {
            if digit == "." {
                isFraction = true
            } else if digit != "," {
                whole = whole * 10 + Double(digit.value - 48)
                if isFraction { scale *= 10 }
            }
        }
        return whole / scale
    }
}
