internal import TextUI

extension Frame {
    /// Marks the quotations of a rationale in its editor: what is quoted truly, and each word that differs.
    mutating func mark(_ quotations: [FoundQuotation], of editor: Editor, in rect: Rect) {
        guard !rect.isEmpty, !quotations.isEmpty else { return }
        let view = editor.layout(width: Editor.textWidth(in: rect), height: rect.rows)
        for (row, line) in view.lines.enumerated() {
            for quotation in quotations {
                paint(
                    quotation.range, role: quotation.source == nil ? .muted : .quotation, line, row: rect.row + row,
                    in: rect)
                for part in quotation.parts where !part.isSame {
                    paint(part.range, role: .error, line, row: rect.row + row, in: rect)
                }
            }
        }
    }

    /// Marks the sentences of a rationale that rest on evidence, as far as they still stand in it word for word.
    mutating func mark(linked sentences: [String], of editor: Editor, in rect: Rect) {
        guard !rect.isEmpty, !sentences.isEmpty else { return }
        let text = editor.text
        let view = editor.layout(width: Editor.textWidth(in: rect), height: rect.rows)
        for sentence in sentences {
            guard let place = text.firstRange(of: sentence) else { continue }
            let start = text.distance(from: text.startIndex, to: place.lowerBound)
            let range = start..<(start + sentence.count)
            for (row, line) in view.lines.enumerated() {
                paint(range, role: .match, line, row: rect.row + row, in: rect)
            }
        }
    }

    /// Gives the part of a stretch that stands on a line of an editor a role.
    mutating func paint(_ range: Range<Int>, role: Role, _ line: EditorView.Line, row: Int, in rect: Rect) {
        let part = range.clamped(to: line.range)
        guard !part.isEmpty else { return }
        let before = CharacterWidth.of(line.text.prefix(part.lowerBound - line.range.lowerBound))
        let width = CharacterWidth.of(line.text.dropFirst(part.lowerBound - line.range.lowerBound).prefix(part.count))
        paint(row: row, column: rect.column + 1 + before, columns: width, role: role)
    }
}
