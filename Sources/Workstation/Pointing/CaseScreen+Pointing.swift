internal import TextUI

extension CaseScreen {
    /// The pane that lies under the pointer, its text and its height; nil where none does.
    private func pane(at event: PointerEvent, in layout: ItemLayout) -> (ItemDesk.Pane, ReadingText, Rect)? {
        guard let item = itemNumber else { return nil }
        func holds(_ rect: Rect?) -> Rect? {
            rect.flatMap { $0.contains(row: event.row, column: event.column) ? $0 : nil }
        }
        if let rect = holds(layout.summary) { return (.summary, summaryText(width: rect.columns), rect) }
        if let rect = holds(layout.request) { return (.request, requestText(item, width: rect.columns), rect) }
        guard let rect = holds(layout.evidence) else { return nil }
        let showsSummary = desks[item - 1].pane == .summary && layout.summary == nil
        return showsSummary
            ? (.summary, summaryText(width: rect.columns), rect)
            : (.guideline, guidelineText(item, width: rect.columns), rect)
    }

    /// The pane under the pointer is the one that the keys scroll; the request only where it is longer than its pane.
    mutating func turn(toPaneAt event: PointerEvent, in layout: ItemLayout) {
        guard let item = itemNumber, let (pane, text, rect) = pane(at: event, in: layout),
            pane != .request || text.lines.count > rect.rows
        else { return }
        desks[item - 1].pane = pane
    }

    /// Scrolls what lies under the pointer: a pane, or the rationale by moving its cursor.
    mutating func scroll(under event: PointerEvent, _ step: Int) {
        guard let item = itemNumber else { return }
        let layout = itemLayout
        if layout.editor.contains(row: event.row, column: event.column) {
            let (width, height) = (Editor.textWidth(in: layout.editor), layout.editor.rows)
            for _ in 0..<abs(step) {
                _ = desks[item - 1].editor.handle(.named(step > 0 ? .down : .up), width: width, height: height)
            }
            return
        }
        guard let (pane, text, rect) = pane(at: event, in: layout) else { return }
        let last = max(0, text.lines.count - rect.rows)
        let top = min(desks[item - 1].paneTops[pane] ?? 0, last)
        desks[item - 1].paneTops[pane] = max(0, min(top + step, last))
    }

    /// Puts the cursor of the rationale where it was pressed.
    mutating func placeCursor(line: Int, column: Int) {
        guard let item = itemNumber, desks[item - 1].isWriting else { return }
        let rect = itemLayout.editor
        desks[item - 1].editor.moveCursor(
            toLine: line, column: column - rect.column - 1, width: Editor.textWidth(in: rect), height: rect.rows)
    }
}
