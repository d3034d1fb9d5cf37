/// How a character of foreign text stands on the screen: as itself, reduced to what a cell can hold, or as a stand-in.
///
/// Whatever a terminal would act on, or what would hide something from the reader, gets a visible stand-in of one
/// column: C0 controls their pictures (`␛`), line ends `␤`, bidirectional and zero-width controls, soft hyphens and
/// tags `·`, unassigned and private characters `�`, flags `⚑`. A cluster keeps its base and at most four marks
/// without width; skin tones and joined emoji are reduced to the first emoji.
public struct VisibleText: Hashable, Sendable {
    /// What to show: no control, and one base at most with marks of no width.
    public let character: Character
    /// The columns of ``character``: 1 or 2.
    public let width: Int
    /// Whether the reader must be told that something else stands there than what is seen.
    public let isMadeVisible: Bool

    /// The marks upon one base that are kept; ncurses holds no more in a cell.
    static let markLimit = 4

    /// How a character stands on the screen.
    public static func of(_ character: Character) -> VisibleText {
        let bytes = character.utf8
        if bytes.count == 1, let byte = bytes.first { return ofASCII(byte, character) }
        let scalars = character.unicodeScalars
        guard let base = scalars.first else { return standIn("\u{FFFD}") }
        if scalars.count == 1 { return ofScalar(base, character) }
        return ofCluster(character, base)
    }

    private static func ofASCII(_ byte: UInt8, _ character: Character) -> VisibleText {
        if byte >= 0x20, byte < 0x7F { return VisibleText(character: character, width: 1, isMadeVisible: false) }
        return standIn(picture(UInt32(byte)))
    }

    private static func ofScalar(_ scalar: Unicode.Scalar, _ character: Character) -> VisibleText {
        if isRegional(scalar) { return standIn("⚑") }
        switch GlyphShape.of(scalar) {
        case .narrow: return VisibleText(character: character, width: 1, isMadeVisible: false)
        case .wide: return VisibleText(character: character, width: 2, isMadeVisible: false)
        case .space: return VisibleText(character: " ", width: 1, isMadeVisible: false)
        case .mark: return standIn(single("\u{25CC}\(character)") ?? "·")
        case .hiddenZero, .hiddenNarrow, .hiddenWide: return standIn(hidden(scalar))
        }
    }

    /// A cluster: its base, the marks that a cell can hold, and whether what is left out needs telling.
    private static func ofCluster(_ character: Character, _ base: Unicode.Scalar) -> VisibleText {
        let shown = ofScalar(base, Character(base))
        if shown.isMadeVisible { return shown }
        var kept = String(shown.character).unicodeScalars
        var marks = 0
        var selectors = 0
        var isHiding = false
        var isAfterJoiner = false
        for scalar in character.unicodeScalars.dropFirst() {
            if GlyphShape.of(scalar) == .mark, marks < markLimit, !isAfterJoiner {
                kept.append(scalar)
                marks += 1
            } else if isVariationSelector(scalar) {
                selectors += 1
            } else if shown.width == 2, scalar == "\u{200D}" {
                isAfterJoiner = true
            } else if !(isAfterJoiner && CharacterWidth.of(scalar) > 0) && !isSkinTone(scalar) {
                isHiding = true
            }
        }
        // Rows of variation selectors can carry a hidden message; one is how emoji and ideographs are chosen.
        if selectors > 1, !isAfterJoiner { isHiding = true }
        // A space would not show that something hangs on it.
        if isHiding, shown.character == " " { return standIn("·") }
        guard let joined = single(String(kept)) else {
            // Without what was left out the rest is no cluster any more.
            return VisibleText(character: shown.character, width: shown.width, isMadeVisible: true)
        }
        return VisibleText(character: joined, width: shown.width, isMadeVisible: isHiding)
    }

    /// The character of a text that is one; nil for more.
    private static func single(_ text: String) -> Character? { text.count == 1 ? text.first : nil }

    private static func standIn(_ character: Character) -> VisibleText {
        VisibleText(character: character, width: 1, isMadeVisible: true)
    }

    /// The picture of a C0 control or DEL.
    private static func picture(_ value: UInt32) -> Character {
        Character(Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? "\u{FFFD}")
    }

    private static func hidden(_ scalar: Unicode.Scalar) -> Character {
        if scalar.value < 0x20 { return picture(scalar.value) }
        if scalar.value < 0xA0 { return scalar.value == 0x85 ? "␤" : "·" }
        if scalar == "\u{2028}" || scalar == "\u{2029}" { return "␤" }
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .surrogate: return "\u{FFFD}"
        default:
            return scalar.properties.isDefaultIgnorableCodePoint || CharacterWidth.of(scalar) > 0 ? "·" : "\u{FFFD}"
        }
    }

    static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar.value) }

    static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    }
}
