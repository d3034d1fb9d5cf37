internal import TextUI

extension ChooserOverlay {
    /// Draws the list under the top line, the field on the bottom line.
    func draw(in frame: inout Frame) {
        let height = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: height, columns: frame.columns, role: .body)
        Chrome.title(title, right: position, in: &frame)
        frame.cursor = nil
        if entries.isEmpty {
            let lines = WrappedText(remark ?? emptyWords, width: max(1, frame.columns - 4)).lines
            for (row, line) in lines.prefix(height).enumerated() {
                frame.write(line.text, row: 1 + row, column: 2, role: .muted)
            }
        }
        // A guideline, its year and its section are long names: they have a line of their own.
        let entryRows = kind == .library ? 2 : 1
        let shown = max(1, height / entryRows)
        let top = max(0, min(cursor - shown / 2, entries.count - shown))
        for index in 0..<shown where entries.indices.contains(top + index) {
            draw(entries[top + index], isSelected: top + index == cursor, row: 1 + index * entryRows, in: &frame)
            frame.point(
                .entry(top + index - cursor), row: 1 + index * entryRows, column: 0, rows: entryRows,
                columns: frame.columns)
        }
        drawBottom(in: &frame)
    }

    private func draw(_ entry: Entry, isSelected: Bool, row: Int, in frame: inout Frame) {
        let rows = kind == .library ? 2 : 1
        func role(_ role: Role) -> Role { isSelected ? .selection : role }
        if isSelected {
            frame.fill(row: row, column: 0, rows: rows, columns: frame.columns, role: .selection)
            frame.cursor = Position(row: row, column: 0)
        }
        frame.write(isSelected ? ">" : " ", row: row, column: 0, role: role(.body))
        if kind == .library {
            frame.write(entry.label, row: row, column: 2, columns: frame.columns - 3, role: role(.accent))
            frame.write(entry.text, row: row + 1, column: 4, columns: frame.columns - 5, role: role(.body))
            return
        }
        let width = max(8, min(34, frame.columns / 3))
        frame.write(entry.label, row: row, column: 2, columns: width, role: role(.accent))
        frame.write(
            entry.text, row: row, column: width + 3, columns: frame.columns - width - 4, role: role(.body))
    }

    private func drawBottom(in frame: inout Frame) {
        let row = frame.rows - 1
        guard isTyping, let field else {
            var hints = [(key: "j", word: "down"), (key: "k", word: "up"), (key: "Enter", word: enterWord)]
            if field != nil { hints.append(("/", "search again")) }
            if kind == .links { hints.append(("x", "remove")) }
            Chrome.footer(hints + [("q", "back")], notice: nil, right: "", in: &frame)
            return
        }
        frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
        frame.write("/", row: row, column: 1, role: .key)
        frame.draw(field, row: row, column: 2, columns: max(1, frame.columns - 3), role: .footer, isFocused: true)
    }
}
