/// Finds what stands between quotation marks.
enum QuotationMarks {
    /// A quotation: the scalars between the marks.
    struct Marked: Equatable {
        var range: Range<Int>
        var isSingle: Bool
    }

    /// The longest quotation, in Unicode scalars: a mark that is never closed must not quote the rest of a text.
    static let longest = 6_000

    /// The quotations of a text in order; one within another is a part of it.
    ///
    /// Double marks of any kind open after a space or bracket and close after a word, `12"` aside; guillemets do as
    /// they are. Single ones count only where they stand like marks, not like apostrophes.
    static func find(_ text: String) -> [Marked] {
        let scalars = Array(text.unicodeScalars)
        var result: [Marked] = []
        var at = 0
        while at < scalars.count {
            if let close = closing(scalars, open: at) {
                result.append(close.marked)
                at = close.next
            } else {
                at += 1
            }
        }
        return result
    }

    private static func closing(_ text: [Unicode.Scalar], open: Int) -> (marked: Marked, next: Int)? {
        let mark = text[open]
        let isSingle = "'\u{2018}\u{201A}\u{2039}".unicodeScalars.contains(mark)
        guard isSingle || "\"\u{201C}\u{201D}\u{201E}\u{201F}\u{AB}\u{FF02}".unicodeScalars.contains(mark),
            open + 1 < text.count, opens(text, open, mark)
        else { return nil }
        let closers: String.UnicodeScalarView =
            switch mark {
            case "\u{AB}": "\u{BB}".unicodeScalars
            case "\u{2039}": "\u{203A}".unicodeScalars
            case _ where isSingle: "'\u{2019}".unicodeScalars
            default: "\"\u{201D}\u{201C}\u{FF02}".unicodeScalars
            }
        var words = 0
        for end in (open + 1)..<min(text.count, open + longest) {
            if isSpace(text[end - 1]), !isSpace(text[end]) { words += 1 }
            guard closers.contains(text[end]), closes(text, end, mark), end > open + 1 else { continue }
            // `the patients' pain`: a single mark so soon is an apostrophe.
            if isSingle, words < 6 { continue }
            return (Marked(range: (open + 1)..<end, isSingle: isSingle), end + 1)
        }
        return nil
    }

    private static func opens(_ text: [Unicode.Scalar], _ at: Int, _ mark: Unicode.Scalar) -> Bool {
        if mark == "\u{AB}" || mark == "\u{2039}" { return true }
        let before = at > 0 ? text[at - 1] : " "
        return !isWord(before) && before != "." && before != "," && !isSpace(text[at + 1])
    }

    private static func closes(_ text: [Unicode.Scalar], _ at: Int, _ mark: Unicode.Scalar) -> Bool {
        if mark == "\u{AB}" || mark == "\u{2039}" { return true }
        let isFollowed = at + 1 < text.count && isWord(text[at + 1])
        guard !isFollowed else { return false }
        // A closing curly mark is one wherever it stands; a straight one stands right after what it closes.
        return text[at] == "\u{201D}" || !isSpace(text[at - 1])
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
