extension Frame {
    /// Where a text stands within its columns.
    public enum Alignment: Hashable, Sendable {
        case left, right, centre
    }

    /// Writes a text within so many columns, aligned; what does not fit ends in `…`.
    public mutating func write(
        _ text: some StringProtocol, row: Int, column: Int, columns width: Int, role: Role,
        alignment: Alignment = .left
    ) {
        guard width > 0 else { return }
        let text = String(text)
        let needed = CharacterWidth.of(text)
        if needed > width {
            let end = write(text, row: row, column: column, role: role, limit: width - 1)
            write("…", row: row, column: end, role: role)
            return
        }
        let start =
            switch alignment {
            case .left: column
            case .right: column + width - needed
            case .centre: column + (width - needed) / 2
            }
        write(text, row: row, column: start, role: role)
    }

    /// Writes a text so that it ends before a column.
    public mutating func writeRight(_ text: some StringProtocol, row: Int, endColumn: Int, role: Role) {
        let text = String(text)
        write(text, row: row, column: endColumn - CharacterWidth.of(text), role: role)
    }

    /// Writes lines from the top of a rectangle on, clipped to it.
    public mutating func draw(lines: some Sequence<String>, in rect: Rect, role: Role = .body) {
        for (row, line) in zip(rect.row..<rect.endRow, lines) {
            write(line, row: row, column: rect.column, role: role, limit: rect.columns)
        }
    }

    /// Draws a line downwards.
    public mutating func verticalRule(
        row: Int, column: Int, rows height: Int, glyph: Character = "│", role: Role = .border
    ) {
        for y in row..<(row + max(0, height)) { write(String(glyph), row: y, column: column, role: role) }
    }

    /// Draws a line to the right.
    public mutating func horizontalRule(
        row: Int, column: Int, columns width: Int, glyph: Character = "─", role: Role = .border
    ) {
        write(String(repeating: glyph, count: max(0, width)), row: row, column: column, role: role)
    }
}
