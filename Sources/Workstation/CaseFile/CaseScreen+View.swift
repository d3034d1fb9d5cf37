internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// What the page is called in the top line.
    private var pageName: String {
        switch page {
        case .summary: return "Summary"
        case .letter: return "Letter preview"
        case .item(let number): return "item \(number) of \(desks.count)"
        case .record(let record, let page):
            let summary = reviewCase.records.first { $0.position == record }
            return "\(summary?.title ?? "record \(record)") · page \(page) of \(summary?.pageCount ?? page)"
        }
    }

    /// Draws the page between the top line and the bottom line.
    func draw(in frame: inout Frame, today: Day) {
        let due = DueWords.clause(reviewCase, today: today)
        Chrome.title("\(number) · \(pageName) · \(due)", right: savedWords, in: &frame)
        if let itemNumber {
            drawItem(itemNumber, in: &frame)
            return
        }
        let top = tops[page] ?? 0
        let left = 2
        frame.draw(text, top: top, in: Rect(row: 1, column: left, rows: readingHeight, columns: max(1, columns - 3)))
        drawScrollBar(in: &frame, top: top, lines: text.lines.count)
        if let searchField {
            frame.fill(row: frame.rows - 1, column: 0, columns: frame.columns, role: .footer)
            frame.write("/", row: frame.rows - 1, column: 1, role: .key)
            frame.draw(
                searchField, row: frame.rows - 1, column: 2, columns: max(1, frame.columns - 3), role: .footer,
                isFocused: true)
        } else {
            frame.cursor = Position(row: 1, column: 0)
        }
    }

    /// `40 %`, or on an item how many errors stand, for the bottom line.
    var position: String {
        if page.isItem { return errorWords.isEmpty ? "" : "! " + errorWords }
        let lines = text.lines.count
        guard lines > readingHeight else { return "all" }
        let shown = min(lines, (tops[page] ?? 0) + readingHeight)
        return "\(shown * 100 / max(1, lines)) %"
    }

    private func drawScrollBar(in frame: inout Frame, top: Int, lines: Int) {
        let height = readingHeight
        guard lines > height, frame.columns > 4 else { return }
        let size = max(1, height * height / lines)
        let first = (height - size) * top / max(1, lines - height)
        for row in first..<(first + size) {
            frame.write("│", row: 1 + row, column: frame.columns - 1, role: .border)
        }
        // Where the matches are, so that the eye finds them before the key does.
        for line in text.matchLines {
            frame.write("•", row: 1 + line * height / lines, column: frame.columns - 1, role: .match)
        }
    }

    /// Whether what was written is on disk, in words for the top line.
    private var savedWords: String {
        if desks.contains(where: { $0.saving == .failed }) { return "NOT SAVED" }
        if desks.contains(where: { $0.isDirty }) { return "unsaved" }
        if let holdWords { return holdWords }
        let last = desks.compactMap { desk -> String? in
            guard case .saved(let time) = desk.saving else { return nil }
            return time.text
        }.max()
        guard let last else { return reviewCase.state.words }
        return "saved \(last)"
    }
}
