internal import CaseModel
internal import RationaleTemplates
internal import TextUI

/// The templates that suit an item, best first, with a preview filled from the case.
struct TemplateOverlay: Sendable {
    var templates: [RationaleTemplate]
    var values: TemplateValues
    var cursor = 0
    /// The template whose text is shown; it follows the cursor when that rests.
    var previewed = 0

    /// How long the cursor rests before the text follows: less is not noticed, and a key held down passes in less.
    static let rest = 80

    var selected: RationaleTemplate? { templates.indices.contains(cursor) ? templates[cursor] : nil }

    mutating func move(_ step: Int) {
        cursor = max(0, min(cursor + step, templates.count - 1))
    }

    func draw(in frame: inout Frame) {
        let body = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: body, columns: frame.columns, role: .body)
        Chrome.title("Rationale templates that suit the item", right: "", in: &frame)
        let listRows = min(templates.count, max(1, body / 2 - 1))
        let top = max(0, cursor - listRows + 1)
        for row in 0..<listRows {
            let index = top + row
            guard templates.indices.contains(index) else { break }
            let isSelected = index == cursor
            frame.point(.entry(index - cursor), row: 1 + row, column: 0, columns: frame.columns)
            let role: Role = isSelected ? .selection : .body
            if isSelected {
                frame.fill(row: 1 + row, column: 0, columns: frame.columns, role: .selection)
                frame.cursor = Position(row: 1 + row, column: 1)
            }
            let words = templates[index].decisions.map { $0 == .upheld ? "uphold" : "overturn" }.joined(separator: ", ")
            frame.write(isSelected ? ">" : " ", row: 1 + row, column: 1, role: role)
            frame.write(words.isEmpty ? "either" : words, row: 1 + row, column: 3, columns: 9, role: role)
            frame.write(templates[index].name, row: 1 + row, column: 13, columns: frame.columns - 14, role: role)
        }
        let first = 1 + listRows + 1
        for column in 0..<frame.columns { frame.write("─", row: first - 1, column: column, role: .border) }
        drawPreview(row: first, rows: frame.rows - 1 - first, in: &frame)
        Chrome.footer(
            [("j", "down"), ("k", "up"), ("Enter", "fill"), ("q", "back")], notice: nil,
            right: "\(cursor + 1)/\(templates.count)", in: &frame)
    }

    private func drawPreview(row: Int, rows: Int, in frame: inout Frame) {
        guard templates.indices.contains(previewed), rows > 0 else { return }
        do {
            let text = try templates[previewed].filled(with: values)
            frame.draw(
                Editor(text: text, cursor: 0),
                in: Rect(row: row, column: 0, rows: rows, columns: min(frame.columns, 112)),
                isFocused: false)
        } catch {
            let lines = WrappedText(error.description, width: max(1, frame.columns - 2)).lines.prefix(rows)
            for (line, words) in lines.enumerated() {
                frame.write(words.text, row: row + line, column: 1, role: .error)
            }
        }
    }
}
