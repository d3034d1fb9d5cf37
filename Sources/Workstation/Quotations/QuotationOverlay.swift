internal import TextUI

/// The quotations of a rationale, each with its source and, word by word, where it differs.
struct QuotationOverlay: Sendable {
    var quotations: [FoundQuotation]
    var rationale: [Character]
    var cursor = 0

    var selected: FoundQuotation? { quotations.indices.contains(cursor) ? quotations[cursor] : nil }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, quotations.count - 1)) }

    func draw(in frame: inout Frame) {
        let body = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: body, columns: frame.columns, role: .body)
        Chrome.title(
            "Quotations in the rationale", right: quotations.isEmpty ? "" : "\(cursor + 1)/\(quotations.count)",
            in: &frame)
        frame.cursor = nil
        let rows = min(quotations.count, max(1, body / 2 - 1))
        let top = max(0, cursor - rows + 1)
        for row in 0..<rows where quotations.indices.contains(top + row) {
            draw(quotations[top + row], isSelected: top + row == cursor, row: 1 + row, in: &frame)
            frame.point(.entry(top + row - cursor), row: 1 + row, column: 0, columns: frame.columns)
        }
        if quotations.isEmpty {
            frame.write(
                "Nothing is quoted, and no long passage of the library is copied.", row: 1, column: 2, role: .muted)
        } else {
            frame.horizontalRule(row: 1 + rows, column: 0, columns: frame.columns)
            drawDetail(row: 2 + rows, rows: body - rows - 1, in: &frame)
        }
        Chrome.footer(
            [("j", "down"), ("k", "up"), ("Enter", "show the passage"), ("q", "back")], notice: nil, right: "",
            in: &frame)
    }

    private func draw(_ quotation: FoundQuotation, isSelected: Bool, row: Int, in frame: inout Frame) {
        if isSelected {
            frame.fill(row: row, column: 0, columns: frame.columns, role: .selection)
            frame.cursor = Position(row: row, column: 0)
        }
        func role(_ role: Role) -> Role { isSelected ? .selection : role }
        let verdict = quotation.verdict
        frame.write(isSelected ? ">" : " ", row: row, column: 0, role: role(.body))
        frame.write(verdict.words, row: row, column: 2, columns: 18, role: role(verdict.role))
        let text = String(rationale[quotation.range.clamped(to: 0..<rationale.count)]).replacing("\n", with: " ")
        frame.write(text, row: row, column: 21, columns: max(1, frame.columns - 22), role: role(.body))
    }

    private func drawDetail(row: Int, rows: Int, in frame: inout Frame) {
        guard let selected, rows > 0 else { return }
        var blocks: [ReadingText.Block] = []
        if let source = selected.source {
            let hundredths = Int((selected.score * 100).rounded())
            blocks.append(.init(text: "\(source) · \(hundredths) % the same", role: .accent))
        } else {
            blocks.append(.init(text: "no stored passage is like it", role: .warning))
        }
        if !selected.isMarked { blocks.append(.init(text: "copied without quotation marks", role: .warning)) }
        for part in selected.parts where !part.isSame {
            let quoted = part.quoted.isEmpty ? "nothing" : "“\(part.quoted)”"
            let stored = part.stored.isEmpty ? "nothing" : "“\(part.stored)”"
            blocks.append(.init(text: "rationale \(quoted)   guideline \(stored)", role: .error))
        }
        if selected.isExact { blocks.append(.init(text: "word for word as stored", role: .success)) }
        let text = ReadingText(blocks, width: max(1, frame.columns - 3))
        frame.draw(text, top: 0, in: Rect(row: row, column: 2, rows: rows, columns: frame.columns - 3))
    }
}

extension FoundQuotation {
    /// What is to be thought of it, in two words.
    var verdict: (words: String, role: Role) {
        guard source != nil else { return ("not found", .warning) }
        let differing = parts.count { !$0.isSame }
        if differing == 0 { return isMarked ? ("exact", .success) : ("unmarked copy", .warning) }
        return (differing == 1 ? "1 place differs" : "\(differing) places differ", .error)
    }
}
