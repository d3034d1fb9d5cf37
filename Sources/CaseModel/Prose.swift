/// The normal form of running text: what a determination's values hold.
public enum Prose {
    /// Normalizes running text.
    ///
    /// Within a paragraph every run of spaces, tabs and the like becomes one space; every run of line breaks becomes
    /// one empty line (`"\n\n"`), which is what separates paragraphs; nothing stands before the first word or after
    /// the last. No character other than white space is changed, so the wording stays what it was. Applying it twice
    /// changes nothing more.
    public static func normalized(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var space = false
        var line = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                line = true
            case " ", "\t", "\u{A0}":
                space = true
            default:
                if !result.isEmpty {
                    if line { result.append(contentsOf: "\n\n".unicodeScalars) } else if space { result.append(" ") }
                }
                (space, line) = (false, false)
                result.append(scalar)
            }
        }
        return String(result)
    }
}
