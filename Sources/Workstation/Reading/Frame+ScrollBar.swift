internal import TextUI

extension Frame {
    /// Draws a scroll bar down one column: which part of a text is shown, where the matches of a search are, and where
    /// bookmarks. Nothing where all of the text is shown and nothing is marked.
    ///
    /// Signs tell them apart, so that no colour is needed: a line, a dot, a diamond.
    mutating func drawScrollBar(
        row: Int, column: Int, rows height: Int, top: Int, lines: Int, matches: [Int], bookmarks: [Int]
    ) {
        guard height > 0, lines > 0, column > 3 else { return }
        if lines > height {
            let size = max(1, height * height / lines)
            let first = (height - size) * min(top, lines - height) / (lines - height)
            verticalRule(row: row + first, column: column, rows: size, glyph: "┃")
        }
        // Where they are, so that the eye finds them before the key does.
        let scale = max(lines, height)
        for line in matches { write("•", row: row + line * height / scale, column: column, role: .match) }
        for line in bookmarks { write("◆", row: row + line * height / scale, column: column, role: .accent) }
    }
}
