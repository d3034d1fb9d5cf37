/// Cuts the text of a filter into its terms, without asking what they mean.
struct FilterScanner {
    /// A term as typed.
    struct Piece {
        /// The whole term, with its sign.
        var span: Range<Int>
        var isNegated = false
        /// The key as typed, and where; nil for bare words.
        var key: (word: String, span: Range<Int>)?
        /// What stands between key and value: `:`, a comparison, or both.
        var sign = ""
        /// The values: one of bare words, those between commas after a key.
        var values: [Value] = []
    }

    /// A value as typed.
    struct Value {
        var text: String
        /// Where it stands, quotation marks included.
        var span: Range<Int>
        var isQuoted: Bool
    }

    private let characters: [Character]
    private var at = 0

    /// A scanner of a text.
    init(_ text: String) { characters = Array(text) }

    /// The next term; nil behind the last.
    mutating func next() -> Piece? {
        while at < characters.count, characters[at].isWhitespace { at += 1 }
        guard at < characters.count else { return nil }
        let start = at
        var piece = Piece(span: start..<start)
        if characters[at] == "-", at + 1 < characters.count, !characters[at + 1].isWhitespace {
            piece.isNegated = true
            at += 1
        }
        if let key = takeKey() {
            piece.key = key
            piece.sign = takeSign()
            piece.values = [takeValue(endsAtComma: true)]
            while at < characters.count, characters[at] == "," {
                at += 1
                piece.values.append(takeValue(endsAtComma: true))
            }
        } else {
            piece.values = [takeValue(endsAtComma: false)]
        }
        piece.span = start..<at
        return piece
    }

    /// Letters right before a colon or a comparison.
    private mutating func takeKey() -> (word: String, span: Range<Int>)? {
        var end = at
        while end < characters.count, characters[end].isASCII, characters[end].isLetter { end += 1 }
        guard end > at, end < characters.count, ":<>=".contains(characters[end]) else { return nil }
        defer { at = end }
        return (String(characters[at..<end]), at..<end)
    }

    private mutating func takeSign() -> String {
        var sign = ""
        if at < characters.count, characters[at] == ":" {
            sign = ":"
            at += 1
        }
        while at < characters.count, "<>=".contains(characters[at]), sign.count < 3 {
            sign.append(characters[at])
            at += 1
        }
        return sign
    }

    /// A value; a quotation that is not closed goes on to the end of the text, for it is still being typed.
    private mutating func takeValue(endsAtComma: Bool) -> Value {
        let start = at
        guard at < characters.count, characters[at] == "\"" else {
            while at < characters.count, !characters[at].isWhitespace, !(endsAtComma && characters[at] == ",") {
                at += 1
            }
            return Value(text: String(characters[start..<at]), span: start..<at, isQuoted: false)
        }
        at += 1
        let inner = at
        while at < characters.count, characters[at] != "\"" { at += 1 }
        let text = String(characters[inner..<at])
        if at < characters.count { at += 1 }
        return Value(text: text, span: start..<at, isQuoted: true)
    }
}
