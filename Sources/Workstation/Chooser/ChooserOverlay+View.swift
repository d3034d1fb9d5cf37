internal import TextUI

extension ChooserOverlay {
    /// Draws the list under the top line, the field on the bottom line.
    func draw(in frame: inout Frame) {
        let height = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: height, columns: frame.columns, role: .body)
        Chrome.title(title, right: entries.isEmpty ? "" : "\(cursor + 1)/\(entries.count)", in: &frame)
        frame.cursor = nil
        if entries.isEmpty {
            let lines = WrappedText(emptyWords, width: max(1, frame.columns - 4)).lines
            for (row, line) in lines.prefix(height).enumerated() {
                frame.write(line.text, row: 1 + row, column: 2, role: .muted)
            }
        }
        let width = max(8, min(34, frame.columns / 3))
        let top = max(0, min(cursor - height / 2, entries.count - height))
        for row in 0..<height where entries.indices.contains(top + row) {
            let entry = entries[top + row]
            let isSelected = top + row == cursor
            if isSelected {
                frame.fill(row: 1 + row, column: 0, columns: frame.columns, role: .selection)
                frame.cursor = Position(row: 1 + row, column: 0)
            }
            frame.write(isSelected ? ">" : " ", row: 1 + row, column: 0, role: isSelected ? .selection : .body)
            frame.write(entry.label, row: 1 + row, column: 2, columns: width, role: isSelected ? .selection : .accent)
            frame.write(
                entry.text, row: 1 + row, column: width + 3, columns: frame.columns - width - 4,
                role: isSelected ? .selection : .body)
        }
        drawBottom(in: &frame)
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
