internal import TextUI

/// The two lines that stand on every screen: where one is at the top, what the keys do at the bottom.
enum Chrome {
    /// Draws the top line: the place at the left, what is known of it at the right; the left gives way.
    static func title(_ left: String, right: String, in frame: inout Frame) {
        frame.fill(row: 0, column: 0, columns: frame.columns, role: .title)
        let width = right.isEmpty ? 0 : CharacterWidth.of(right) + 2
        frame.write(left, row: 0, column: 1, columns: max(0, frame.columns - 2 - width), role: .title)
        if width > 0, width < frame.columns {
            frame.write(right, row: 0, column: frame.columns - width + 1, role: .title)
        }
    }

    /// Draws the bottom line: a notice when there is one, else the keys of the place.
    static func footer(_ hints: [(key: String, word: String)], notice: Notice?, right: String, in frame: inout Frame) {
        let row = frame.rows - 1
        guard row > 0 else { return }
        frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
        if let notice {
            draw(notice, in: &frame)
            return
        }
        let reserved = right.isEmpty ? 0 : CharacterWidth.of(right) + 2
        // Help comes last in the table and must stay in sight, so the others give way to it.
        let last = hints.last
        let lastWidth = last.map { CharacterWidth.of($0.key) + CharacterWidth.of($0.word) + 3 } ?? 0
        var column = 1
        for (index, hint) in hints.enumerated() {
            let width = CharacterWidth.of(hint.key) + 1 + CharacterWidth.of(hint.word)
            let isLast = index == hints.count - 1
            guard column + width + (isLast ? 0 : lastWidth) <= frame.columns - reserved else { continue }
            if let key = Key(label: hint.key) { frame.point(.key(key), row: row, column: column, columns: width) }
            column = frame.write(hint.key, row: row, column: column, role: .key)
            column = frame.write(" " + hint.word + "  ", row: row, column: column, role: .footer)
        }
        // Where one is changes with every key: in the colour of the text above it, that costs the line fewer bytes.
        if reserved > 0 { frame.write(right, row: row, column: frame.columns - reserved + 1, role: .body) }
    }

    /// Draws a notice in the bottom line; a long one takes up to two lines more, for half a sentence helps nobody.
    private static func draw(_ notice: Notice, in frame: inout Frame) {
        let tail = notice.kind == .error ? "  Esc" : ""
        let room = max(1, frame.columns - 2 - CharacterWidth.of(tail))
        let lines = WrappedText(notice.text, width: room).lines.prefix(max(1, min(3, frame.rows - 1)))
        for (index, line) in lines.enumerated() {
            let row = frame.rows - lines.count + index
            frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
            let end = frame.write(
                line.text, row: row, column: 1, role: notice.kind == .error ? .error : .footer, limit: room)
            guard index == lines.count - 1, !tail.isEmpty else { continue }
            frame.write(tail, row: row, column: end, role: .key)
            frame.point(.key(.named(.escape)), row: row, column: end, columns: CharacterWidth.of(tail))
        }
    }

    /// The hints of the commands of a place.
    static func hints(of commands: [Command]) -> [(key: String, word: String)] {
        commands.compactMap { command in
            guard let word = command.hint, let key = command.keys.first else { return nil }
            return (key.label, word)
        }
    }
}
