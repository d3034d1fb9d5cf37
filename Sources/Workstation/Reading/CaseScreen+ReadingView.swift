internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Draws the one or two texts that are read, and what is typed beneath them.
    func drawReading(in frame: inout Frame) {
        let layout = readingLayout
        let active = ReadingPane(page: page, top: tops[page] ?? 0, text: text)
        frame.cursor = Position(row: readingArea.text.row, column: max(0, readingArea.text.column - 2))
        for (index, area) in layout.areas.enumerated() {
            let isActive = layout.areas.count == 1 || (index == 1) == reading.isSecond
            guard let pane = isActive ? active : reading.beside else { continue }
            draw(pane, in: area, isActive: isActive, of: &frame)
        }
        if let separator = layout.separator {
            frame.verticalRule(row: 1, column: separator, rows: layout.areas[0].text.rows + 1)
        }
        if let row = layout.legend { drawMentionLegend(row: row, in: &frame) }
        drawFields(in: &frame)
    }

    private func draw(_ pane: ReadingPane, in area: ReadingLayout.Area, isActive: Bool, of frame: inout Frame) {
        if let title = area.title {
            let role = isActive ? Role.heading : .muted
            if readingLayout.separator == nil {
                frame.horizontalRule(row: title.row, column: title.column, columns: title.columns)
            }
            frame.write(isActive ? "▸ " : "  ", row: title.row, column: title.column, role: role)
            frame.write(
                name(of: pane.page) + " ", row: title.row, column: title.column + 2, columns: title.columns - 3,
                role: role)
        }
        frame.draw(pane.text, top: pane.top, in: area.text)
        if isActive { drawMatch(in: area, of: &frame) }
        let marked = bookmarkLines(of: pane)
        for (line, bookmark) in marked { draw(bookmark, at: line, of: pane, in: area, frame: &frame) }
        frame.drawScrollBar(
            row: area.text.row, column: area.bar, rows: area.text.rows, top: pane.top, lines: pane.text.lines.count,
            matches: pane.text.matchLines, bookmarks: marked.map(\.line))
        if isActive, let making = reading.marking { draw(making, in: area, of: &frame) }
    }

    /// The match that was gone to last stands out from the others, and the cursor is on it.
    private func drawMatch(in area: ReadingLayout.Area, of frame: inout Frame) {
        guard let match = currentMatch else { return }
        let top = tops[page] ?? 0
        for (index, part) in match.parts.enumerated() {
            let row = part.line - top
            guard (0..<area.text.rows).contains(row) else { continue }
            frame.paint(part.range, of: text.lines[part.line], row: row, in: area.text, role: .selection)
            guard index == 0 else { continue }
            let before = CharacterWidth.of(text.lines[part.line].text.prefix(part.range.lowerBound))
            frame.cursor = Position(
                row: area.text.row + row, column: min(area.text.column + before, frame.columns - 1))
        }
    }

    private func drawFields(in frame: inout Frame) {
        if let searchField { draw(searchField, label: "/", in: &frame) }
        if let pageField { draw(pageField, label: "page ", in: &frame) }
        if let making = reading.marking { draw(making.field, label: "note ", in: &frame) }
    }

    private func draw(_ field: LineField, label: String, in frame: inout Frame) {
        let row = frame.rows - 1
        frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
        let column = frame.write(label, row: row, column: 1, role: .key)
        let hint = reading.marking.map { bookmark(at: $0) == nil ? "" : "^X remove  " }.map {
            $0 + "↑↓ line  Enter keep"
        }
        let hintWidth = hint.map { CharacterWidth.of($0) + 2 } ?? 0
        let room = frame.columns - column - 1
        let shown = room - hintWidth >= 20 ? hint : nil
        if let shown { frame.writeRight(shown, row: row, endColumn: frame.columns - 1, role: .muted) }
        frame.draw(
            field, row: row, column: column, columns: max(1, room - (shown == nil ? 0 : hintWidth)), role: .footer,
            isFocused: true)
    }
}
