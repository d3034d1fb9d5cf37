/// How many columns a character takes, as ncurses and the C library count them.
public enum CharacterWidth {
    /// The columns of one scalar: 0, 1 or 2.
    ///
    /// What `wcwidth` calls unprintable (controls, characters that this C library does not know) has 0.
    public static func of(_ scalar: Unicode.Scalar) -> Int { GlyphShape.of(scalar).width }

    /// The columns of a character as a frame shows it: 1 or 2, see ``VisibleText``.
    public static func of(_ character: Character) -> Int { VisibleText.of(character).width }

    /// The columns of a text on one line, as a frame shows it.
    public static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + VisibleText.of($1).width }
    }
}
