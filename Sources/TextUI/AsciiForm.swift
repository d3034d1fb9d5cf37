/// What stands for a character on a terminal that knows only ASCII.
public enum AsciiForm {
    /// One ASCII character for any; `?` where there is no likeness.
    public static func of(_ character: Character) -> Character {
        if let byte = character.utf8.first, byte < 0x80 {
            // The marks upon an ASCII letter are left out.
            return Character(Unicode.Scalar(byte))
        }
        return forms[character] ?? "?"
    }

    private static let forms: [Character: Character] = {
        let likenesses: [(Character, String)] = [
            (">", "›»→▸▶❯⟩⇒"), ("<", "‹«←◂◀❮⟨⇐"), ("^", "↑▲△"), ("v", "↓▼▽✓✔"), ("|", "│┃║▌▐▏▕╎┆┊"),
            ("-", "─━═‐‑‒–—―−╌┄·"), ("+", "┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╔╗╚╝◆"), ("'", "‘’‚′"), ("\"", "“”„″"), (".", "…"),
            ("*", "✎•●★■▪◦○"), (":", "⋮"), ("[", "⟦"), ("]", "⟧"), ("x", "×✗✘✕"), ("#", "█▓▒░"), ("~", "≈"),
            ("=", "≤≥≠"), (" ", "\u{A0}"), ("S", "§"), ("o", "°º"), ("1", "¹"), ("2", "²"), ("3", "³"), ("u", "µμ"),
        ]
        var forms: [Character: Character] = [:]
        for (form, characters) in likenesses { for character in characters { forms[character] = form } }
        return forms
    }()
}
