internal import CaseModel
internal import Checks
internal import TextUI

extension CaseScreen {
    /// Draws an item: the heart of the program.
    func drawItem(_ item: Int, in frame: inout Frame) {
        let desk = desks[item - 1]
        let layout = itemLayout
        drawHead(desk, layout, in: &frame)
        drawPanes(item, layout, in: &frame)
        drawDecision(desk, layout.decision, in: &frame)
        drawRationale(desk, layout.editor, in: &frame)
        if let field = desk.citationField {
            frame.fill(row: frame.rows - 1, column: 0, columns: frame.columns, role: .footer)
            let column = frame.write("guideline ", row: frame.rows - 1, column: 1, role: .key)
            frame.draw(
                field, row: frame.rows - 1, column: column, columns: max(1, frame.columns - column - 1), isFocused: true
            )
        } else if let field = desk.claimsField {
            frame.fill(row: frame.rows - 1, column: 0, columns: frame.columns, role: .footer)
            let column = frame.write("claims administrator ", row: frame.rows - 1, column: 1, role: .key)
            frame.draw(
                field, row: frame.rows - 1, column: column, columns: max(1, frame.columns - column - 1), isFocused: true
            )
        } else if !desk.isWriting {
            frame.cursor = Position(row: layout.decision.row, column: 0)
        }
    }

    private func drawHead(_ desk: ItemDesk, _ layout: ItemLayout, in frame: inout Frame) {
        let lines = WrappedText(headText(desk.item), width: layout.head.columns).lines
        for row in 0..<min(layout.head.rows, lines.count) {
            let isCut = row == layout.head.rows - 1 && lines.count > layout.head.rows
            let end = frame.write(
                lines[row].text, row: layout.head.row + row, column: layout.head.column, role: .heading,
                limit: layout.head.columns - (isCut ? 2 : 0))
            if isCut { frame.write(" …", row: layout.head.row + row, column: end, role: .muted) }
        }
        if layout.hasRule { rule(row: layout.head.row + layout.head.rows, in: &frame) }
    }

    func rule(row: Int, in frame: inout Frame) {
        for column in 0..<frame.columns { frame.write("─", row: row, column: column, role: .border) }
    }

    private func drawPanes(_ item: Int, _ layout: ItemLayout, in frame: inout Frame) {
        let desk = desks[item - 1]
        let scrollsSummary = desk.pane == .summary
        if let rect = layout.summary {
            let text = summaryText(width: rect.columns)
            draw(text, .summary, desk, rect, isScrolled: scrollsSummary, in: &frame)
            separator(column: rect.column + rect.columns + 1, rect, in: &frame)
        }
        if let rect = layout.request {
            let text = requestText(item, width: rect.columns)
            draw(
                text, .request, desk, rect, isScrolled: layout.evidence == nil || desk.pane == .request, in: &frame)
            if layout.evidence != nil { separator(column: rect.column + rect.columns + 1, rect, in: &frame) }
        }
        if let rect = layout.evidence {
            let showsSummary = scrollsSummary && layout.summary == nil
            let text = showsSummary ? summaryText(width: rect.columns) : guidelineText(item, width: rect.columns)
            let isScrolled = showsSummary || desk.pane == .guideline
            draw(text, showsSummary ? .summary : .guideline, desk, rect, isScrolled: isScrolled, in: &frame)
        }
    }

    private func draw(
        _ text: ReadingText, _ pane: ItemDesk.Pane, _ desk: ItemDesk, _ rect: Rect, isScrolled: Bool,
        in frame: inout Frame
    ) {
        let last = max(0, text.lines.count - rect.rows)
        let top = min(desk.paneTops[pane] ?? 0, last)
        frame.draw(text, top: top, in: rect)
        guard last > 0, rect.rows > 0 else { return }
        // In the blank column between the pane and the line beside it.
        frame.drawScrollBar(
            row: rect.row, column: rect.endColumn, rows: rect.rows, top: top, lines: text.lines.count,
            matches: text.matchLines, bookmarks: [])
        guard itemLayout.hasRule else { return }
        // What is below says so, and with which key it comes; on the line above, where it covers no text.
        let words = top < last ? (key(isScrolled, of: desk).map { " more: \($0) " } ?? " more ") : " end "
        let width = CharacterWidth.of(words)
        guard rect.columns > width + 4 else { return }
        frame.write(words, row: rect.row - 1, column: rect.column + rect.columns - width - 1, role: .muted)
    }

    /// The key by which more of a pane is seen; nil where the keys write, or choose sentences in the other one.
    private func key(_ isScrolled: Bool, of desk: ItemDesk) -> String? {
        guard !desk.isWriting, desk.citationField == nil, desk.claimsField == nil else { return nil }
        return isScrolled ? "j" : desk.guidelines.quoting == nil ? "Tab" : nil
    }

    private func separator(column: Int, _ rect: Rect, in frame: inout Frame) {
        for row in rect.row..<(rect.row + rect.rows) { frame.write("│", row: row, column: column, role: .border) }
    }

    private func drawRationale(_ desk: ItemDesk, _ rect: Rect, in frame: inout Frame) {
        guard rect.rows > 0 else { return }
        if desk.editor.text.isEmpty, !desk.isWriting {
            frame.draw(desk.editor, in: rect, isFocused: false)
            let words =
                reviewCase.state.isOpenToDecision
                ? "No rationale yet: t fills a template, e writes one." : "The letter gives no rationale."
            frame.write(words, row: rect.row, column: rect.column + 2, role: .muted)
            return
        }
        frame.draw(desk.editor, in: rect, isFocused: desk.isWriting)
        frame.mark(linked: desk.links.map(\.sentence), of: desk.editor, in: rect)
        if desk.guidelines.quotationsRevision == desk.editor.revision {
            frame.mark(desk.guidelines.quotations, of: desk.editor, in: rect)
        }
        frame.mark(findingMarks(.rationale, item: itemNumber, in: desk.editor.text), of: desk.editor, in: rect)
    }
}
