internal import Checks
internal import TextUI

extension CaseScreen {
    /// The words of a section that errors and warnings point to, in characters of its text as it stands; a warning first,
    /// so that an error lies over it. A note is told in the list and marks nothing.
    func findingMarks(_ section: Section, item: Int?, in text: String) -> [ReadingText.Mark] {
        let places = standing.filter { $0.severity > .note }.sorted { $0.severity < $1.severity }
            .flatMap { finding in
                finding.evidence.filter { $0.section == section && (item == nil || $0.item == item) }
                    .map { (place: $0, sign: finding.severity.sign) }
            }
        guard !places.isEmpty else { return [] }
        let words = EvidenceText(text)
        return places.compactMap { place, sign in
            words.range(of: place).map { ReadingText.Mark(range: $0, role: sign.role, sign: sign.letter) }
        }
    }
}

extension Frame {
    /// Marks words in an editor; the letter of each mark stands at the left of its bar, so that no colour is needed.
    mutating func mark(_ marks: [ReadingText.Mark], of editor: Editor, in rect: Rect) {
        guard !rect.isEmpty, !marks.isEmpty else { return }
        let view = editor.layout(width: Editor.textWidth(in: rect), height: rect.rows)
        for (row, line) in view.lines.enumerated() {
            for mark in marks where mark.range.overlaps(line.range) {
                paint(mark.range, role: mark.role, line, row: rect.row + row, in: rect)
                if let sign = mark.sign {
                    write(sign, row: rect.row + row, column: max(0, rect.column - 1), role: mark.role)
                }
            }
        }
    }
}
