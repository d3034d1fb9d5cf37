/// What wrapping and moving need to know of a character, in one byte.
struct GlyphKind: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// A line end.
    static let newline = GlyphKind(rawValue: 1 << 2)
    /// A space that a line may be broken after.
    static let space = GlyphKind(rawValue: 1 << 3)
    /// Opens a blank of a template.
    static let blankOpen = GlyphKind(rawValue: 1 << 4)
    /// Closes a blank of a template.
    static let blankClose = GlyphKind(rawValue: 1 << 5)
    /// Belongs to a word.
    static let word = GlyphKind(rawValue: 1 << 6)

    /// The columns that the character takes; none for a line end.
    var width: Int { Int(rawValue & 3) }

    /// The kind of a character.
    static func of(_ character: Character) -> GlyphKind {
        if character.utf8.count == 1, let byte = character.utf8.first { return ascii(byte) }
        let shown = VisibleText.of(character)
        var kind = GlyphKind(rawValue: UInt8(shown.width))
        switch character {
        case "⟦": kind.insert(.blankOpen)
        case "⟧": kind.insert(.blankClose)
        case "\r\n": return .newline
        // Spaces that forbid a break keep the words together.
        case "\u{A0}", "\u{202F}", "\u{2007}": break
        default:
            if shown.character == " " || character == "\u{3000}" {
                kind.insert(.space)
            } else if character.isLetter || character.isNumber {
                kind.insert(.word)
            }
        }
        return kind
    }

    private static func ascii(_ byte: UInt8) -> GlyphKind {
        switch byte {
        case 0x0A: .newline
        case 0x20: [.space, GlyphKind(rawValue: 1)]
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: [.word, GlyphKind(rawValue: 1)]
        default: GlyphKind(rawValue: 1)
        }
    }
}
