internal import CaseModel
internal import Checks
internal import TextUI

extension FindingsOverlay {
    func draw(in frame: inout Frame) {
        let body = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: body, columns: frame.columns, role: .body)
        frame.cursor = nil
        if isComparing, let selected {
            let title = selected.finding.item.map { "Finding · item \($0)" } ?? "Finding · the letter as a whole"
            Chrome.title(title, right: "\(cursor + 1)/\(entries.count)", in: &frame)
            drawPlaces(of: selected, in: &frame)
        } else {
            Chrome.title("Findings", right: counts, in: &frame)
            drawList(body, in: &frame)
        }
        drawBottom(in: &frame)
    }

    private func drawList(_ body: Int, in frame: inout Frame) {
        let rows = min(entries.count, max(1, body / 2))
        let top = max(0, cursor - rows + 1)
        for row in 0..<rows where entries.indices.contains(top + row) {
            draw(entries[top + row], isSelected: top + row == cursor, row: 1 + row, in: &frame)
            // While a reason is written nothing is chosen: the keys of that go into the field.
            guard reason == nil else { continue }
            frame.point(.entry(top + row - cursor), row: 1 + row, column: 0, columns: frame.columns)
        }
        guard let selected else {
            frame.write("The check finds nothing to mend.", row: 1, column: 2, role: .success)
            return
        }
        frame.horizontalRule(row: 1 + rows, column: 0, columns: frame.columns)
        let text = ReadingText(detail(of: selected), width: max(1, frame.columns - 4))
        frame.draw(
            text, top: 0, in: Rect(row: 2 + rows, column: 2, rows: body - rows - 1, columns: frame.columns - 3))
    }

    private func draw(_ entry: JudgedFinding, isSelected: Bool, row: Int, in frame: inout Frame) {
        if isSelected {
            frame.fill(row: row, column: 0, columns: frame.columns, role: .selection)
            frame.cursor = Position(row: row, column: 0)
        }
        let counts = entry.override == nil
        func role(_ role: Role) -> Role { isSelected ? .selection : counts ? role : .muted }
        let sign = entry.finding.severity.sign
        frame.write(isSelected ? ">" : " ", row: row, column: 0, role: role(.body))
        frame.write(counts ? sign.letter : "–", row: row, column: 2, role: role(sign.role))
        let item = entry.finding.item.map { "item \($0)" } ?? "letter"
        frame.write(item, row: row, column: 4, columns: 8, role: role(.muted))
        let text = entry.override.map { "overridden: \($0.reason) · \(entry.finding.message)" } ?? entry.finding.message
        frame.write(
            text.replacing("\n", with: " "), row: row, column: 13, columns: max(1, frame.columns - 14),
            role: role(.body))
    }

    /// The sentence, the override, every place with what stands around it, the basis.
    private func detail(of entry: JudgedFinding) -> [ReadingText.Block] {
        var blocks = [ReadingText.Block(text: entry.finding.message, role: .body)]
        if let override = entry.override {
            blocks.append(.init(text: "overridden by \(override.actor): \(override.reason)", role: .accent))
        }
        for place in entry.finding.evidence {
            let label = "  " + place.section.words + "  "
            let text = place.sectionText(in: determination) ?? place.text
            guard let range = place.range(in: text) else {
                blocks.append(.init(text: label + "“\(place.text)”", role: .quotation))
                continue
            }
            let characters = Array(text.map { $0 == "\n" ? " " : $0 })
            let start = max(0, range.lowerBound - 40)
            let end = min(characters.count, range.upperBound + 40)
            let before = label + (start > 0 ? "… " : "") + String(characters[start..<range.lowerBound])
            let words = "[" + String(characters[range]) + "]"
            let after = String(characters[range.upperBound..<end]) + (end < characters.count ? " …" : "")
            blocks.append(
                .init(
                    text: before + words + after, role: .body,
                    marks: [
                        .init(range: 0..<label.count, role: .muted),
                        .init(
                            range: before.count..<(before.count + words.count), role: entry.finding.severity.sign.role),
                    ]))
        }
        blocks.append(.init(text: entry.finding.source, role: .muted))
        return blocks
    }

    private func drawBottom(in frame: inout Frame) {
        if let reason {
            let row = frame.rows - 1
            if !remark.isEmpty, row > 1 {
                frame.fill(row: row - 1, column: 0, columns: frame.columns, role: .body)
                frame.write(remark, row: row - 1, column: 1, role: .warning)
            }
            frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
            let column = frame.write("why it may stand ", row: row, column: 1, role: .key)
            frame.draw(
                reason, row: row, column: column, columns: max(1, frame.columns - column - 1), role: .footer,
                isFocused: true)
            return
        }
        let notice = remark.isEmpty ? nil : Notice(kind: .information, text: remark)
        let override = (key: "x", word: selected?.override == nil ? "override" : "lift")
        let hints =
            entries.isEmpty
            ? []
            : isComparing
                ? [("f", "mend"), override, ("v", "next")]
                : [("Enter", "show"), ("f", "mend"), override, ("v", "next")]
        Chrome.footer(hints + [("q", "back")], notice: notice, right: errorWords, in: &frame)
    }
}
