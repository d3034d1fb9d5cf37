extension Frame {
    /// Draws an editor: a bar at the left, the text, and signs where more text stands above or below.
    ///
    /// Blanks have the role `blank`, the selected one `selection`. The hardware cursor is set when focused.
    public mutating func draw(_ editor: Editor, in rect: Rect, isFocused: Bool) {
        guard !rect.isEmpty else { return }
        fill(row: rect.row, column: rect.column, rows: rect.rows, columns: rect.columns, role: .editor)
        let view = editor.layout(width: Editor.textWidth(in: rect), height: rect.rows)
        verticalRule(
            row: rect.row, column: rect.column, rows: rect.rows, glyph: "┃", role: isFocused ? .accent : .border)
        let blanks = editor.blanks
        for (row, line) in view.lines.enumerated() {
            draw(line, of: editor, blanks: blanks, row: rect.row + row, in: rect)
        }
        if view.topLine > 0 {
            write("↑", row: rect.row, column: rect.endColumn - 1, role: .muted)
        }
        if view.topLine + view.lines.count < view.totalLines {
            write("↓", row: rect.endRow - 1, column: rect.endColumn - 1, role: .muted)
        }
        guard isFocused else { return }
        let column = min(rect.column + 1 + view.cursor.column, rect.endColumn - 1)
        cursor = Position(row: rect.row + view.cursor.row, column: column)
    }

    private mutating func draw(
        _ line: EditorView.Line, of editor: Editor, blanks: [Range<Int>], row: Int, in rect: Rect
    ) {
        let left = rect.column + 1
        write(line.text, row: row, column: left, role: .editor, limit: rect.columns - 1)
        for blank in blanks where blank.overlaps(line.range) {
            let part = blank.clamped(to: line.range)
            let kinds = editor.buffer.kinds
            let start = kinds[line.range.lowerBound..<part.lowerBound].reduce(0) { $0 + $1.width }
            let width = kinds[part].reduce(0) { $0 + $1.width }
            paint(
                row: row, column: left + start, columns: min(width, rect.endColumn - left - start),
                role: blank == editor.selection ? .selection : .blank)
        }
    }

    /// Draws a field of one line and, when focused, sets the hardware cursor in it.
    public mutating func draw(
        _ field: LineField, row: Int, column: Int, columns width: Int, role: Role = .editor, isFocused: Bool
    ) {
        guard width > 0 else { return }
        let view = field.view(columns: width)
        fill(row: row, column: column, columns: width, role: role)
        write(view.text, row: row, column: column, role: role, limit: width)
        if isFocused { cursor = Position(row: row, column: column + min(view.cursor, width - 1)) }
    }
}
