internal import CaseModel
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
        rule(row: layout.head.row + layout.head.rows, in: &frame)
    }

    private func rule(row: Int, in frame: inout Frame) {
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
            draw(text, .request, desk, rect, isScrolled: layout.evidence == nil, in: &frame)
            if layout.evidence != nil { separator(column: rect.column + rect.columns + 1, rect, in: &frame) }
        }
        if let rect = layout.evidence {
            let showsSummary = scrollsSummary && layout.summary == nil
            let text = showsSummary ? summaryText(width: rect.columns) : guidelineText(item, width: rect.columns)
            let isScrolled = showsSummary || !scrollsSummary
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
        // What is below says so, and with which key it comes.
        let words = top < last ? (isScrolled ? "more: j" : "more: Tab") : "end"
        let width = CharacterWidth.of(words)
        guard rect.columns > width + 4 else { return }
        frame.write(
            " " + words, row: rect.row + rect.rows - 1, column: rect.column + rect.columns - width - 1,
            role: .muted)
    }

    private func separator(column: Int, _ rect: Rect, in frame: inout Frame) {
        for row in rect.row..<(rect.row + rect.rows) { frame.write("│", row: row, column: column, role: .border) }
    }

    private func drawDecision(_ desk: ItemDesk, _ rect: Rect, in frame: inout Frame) {
        guard rect.row < frame.rows - 1 else { return }
        rule(row: rect.row, in: &frame)
        var column = frame.write(" Decision ", row: rect.row, column: rect.column, role: .heading)
        func choice(_ decision: Decision, _ word: String, _ role: Role) {
            let isChosen = desk.chosen == decision
            column = frame.write(
                isChosen ? " (•) \(word) " : " ( ) \(word) ", row: rect.row, column: column,
                role: isChosen ? role : .muted)
        }
        choice(.upheld, "uphold", .upheld)
        choice(.overturned, "overturn", .overturned)
        let state: String
        if desk.recorded != nil, !desk.isUnrecorded {
            state = "recorded"
        } else if desk.isDeciding {
            state = "recording"
        } else if desk.chosen == nil {
            state = "open"
        } else if desk.recorded != nil {
            state = "changed, not recorded"
        } else {
            state = "not recorded"
        }
        column = frame.write(
            " \(state) ", row: rect.row, column: column, role: state == "recorded" ? .success : .accent)
        var end = frame.columns - 1
        let tally = findingTally(item: itemNumber)
        if !tally.words.isEmpty {
            frame.write(" \(tally.words) ", row: rect.row, column: end - tally.words.count - 2, role: tally.role)
            end -= tally.words.count + 3
        }
        let blanks = desk.editor.blanks.count
        if blanks > 0 {
            let words = blanks == 1 ? " 1 blank " : " \(blanks) blanks "
            frame.write(words, row: rect.row, column: end - words.count, role: .blank)
            end -= words.count + 1
        }
        guard !desk.links.isEmpty else { return }
        let loose = desk.looseLinks.count
        let words =
            " \(desk.links.count == 1 ? "1 link" : "\(desk.links.count) links")\(loose == 0 ? "" : ", \(loose) loose") "
        if end - words.count > column {
            frame.write(words, row: rect.row, column: end - words.count, role: loose == 0 ? .muted : .warning)
        }
    }

    private func drawRationale(_ desk: ItemDesk, _ rect: Rect, in frame: inout Frame) {
        guard rect.rows > 0 else { return }
        if desk.editor.text.isEmpty, !desk.isWriting {
            frame.draw(desk.editor, in: rect, isFocused: false)
            let words =
                reviewCase.state.isOpenToDecision
                ? "No rationale yet: t fills a template, e writes one." : "The letter gives no rationale."
            frame.write(words, row: rect.row, column: 2, role: .muted)
            return
        }
        frame.draw(desk.editor, in: rect, isFocused: desk.isWriting)
        frame.mark(linked: desk.links.map(\.sentence), of: desk.editor, in: rect)
        if desk.guidelines.quotationsRevision == desk.editor.revision {
            frame.mark(desk.guidelines.quotations, of: desk.editor, in: rect)
        }
    }
}
