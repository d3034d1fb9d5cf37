extension VisibleText {
    /// A whole text made visible, for what leaves the program other than by a frame; line ends stay.
    public static func text(of text: some StringProtocol) -> String {
        var visible = ""
        visible.reserveCapacity(text.utf8.count)
        for character in text {
            visible += character == "\n" || character == "\r\n" ? "\n" : flowing(character)
        }
        return visible
    }

    /// A character where no cell bounds it: whole, unless something in it is hidden or heaped up.
    ///
    /// Vowel signs that take a place of their own, flags and joined emoji are part of what is said.
    private static func flowing(_ character: Character) -> String {
        let shown = of(character).character
        let scalars = Array(character.unicodeScalars)
        guard shown != character, (2...clusterLimit).contains(scalars.count) else { return String(shown) }
        var (selectors, marks) = (0, 0)
        for (index, scalar) in scalars.enumerated() {
            switch GlyphShape.of(scalar) {
            case .narrow, .wide: continue
            case .mark where index > 0 && marks < markLimit: marks += 1
            case _ where isRegional(scalar) || isSkinTone(scalar): continue
            // Text or emoji; what else chooses among glyphs could carry a message that is not seen.
            case _ where (0xFE0E...0xFE0F).contains(scalar.value) && index > 0 && selectors == 0: selectors += 1
            case _ where scalar == "\u{200D}" && index > 0 && joins(scalars, at: index): continue
            default: return String(shown)
            }
        }
        return String(character)
    }

    /// Whether a joiner stands before what it joins, and not before another joiner or a mark.
    private static func joins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 1 < scalars.count else { return false }
        switch GlyphShape.of(scalars[index + 1]) {
        case .narrow, .wide: return true
        default: return false
        }
    }

    /// The most scalars of a character that is let through whole: a family of four with the tones of their skin has 11.
    private static let clusterLimit = 12

    /// A text with each tab replaced by the spaces up to the next stop; stops are counted from the last line end.
    public static func expandTabs(_ text: some StringProtocol, every stop: Int = 8) -> String {
        let text = String(text)
        guard text.utf8.contains(0x09) else { return text }
        let stop = max(1, stop)
        var expanded = ""
        var column = 0
        for character in text {
            if character == "\t" {
                let spaces = stop - column % stop
                expanded.append(contentsOf: repeatElement(" ", count: spaces))
                column += spaces
            } else {
                expanded.append(character)
                column = character.isNewline ? 0 : column + VisibleText.of(character).width
            }
        }
        return expanded
    }
}
