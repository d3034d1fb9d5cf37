internal import CaseModel
internal import Checks
internal import TextUI

/// The columns under which two places stand one below the other.
private let narrow = 72

extension FindingsOverlay {
    /// Draws the sentence of a finding, and below it every place in its section, scrolled to its words: two of them side
    /// by side, more or in a narrow window one below the other.
    func drawPlaces(of entry: JudgedFinding, in frame: inout Frame) {
        var blocks = [ReadingText.Block(text: entry.finding.message, role: .heading)]
        if let override = entry.override {
            blocks.append(.init(text: "overridden by \(override.actor): \(override.reason)", role: .accent))
        }
        blocks.append(.init(text: entry.finding.source, role: .muted))
        let head = ReadingText(blocks, width: max(1, frame.columns - 4))
        let body = frame.rows - 2
        let headRows = min(head.lines.count, max(1, body / 3))
        frame.draw(head, top: 0, in: Rect(row: 1, column: 2, rows: headRows, columns: frame.columns - 3))
        frame.horizontalRule(row: 1 + headRows, column: 0, columns: frame.columns)
        let area = Rect(row: 2 + headRows, column: 0, rows: max(0, body - headRows - 1), columns: frame.columns)
        let places = entry.finding.evidence
        guard !places.isEmpty, area.rows > 0 else {
            frame.write("It points to no words of the letter.", row: area.row, column: 2, role: .muted)
            return
        }
        for (rect, place) in zip(FindingsOverlay.panes(places.count, in: area), places) {
            draw(place, entry.finding.severity, in: rect, of: &frame)
        }
        if places.count == 2, frame.columns >= narrow {
            frame.verticalRule(row: area.row, column: frame.columns / 2, rows: area.rows)
        }
    }

    /// Where so many places stand.
    private static func panes(_ count: Int, in area: Rect) -> [Rect] {
        if count == 2, area.columns >= narrow {
            let half = area.columns / 2
            return [
                Rect(row: area.row, column: 0, rows: area.rows, columns: half - 1),
                Rect(row: area.row, column: half + 1, rows: area.rows, columns: area.columns - half - 1),
            ]
        }
        let shown = min(count, max(1, area.rows / 3))
        let rows = area.rows / shown
        return (0..<shown).map { Rect(row: area.row + $0 * rows, column: 0, rows: rows, columns: area.columns) }
    }

    /// One place: its section by name, then the text with the words marked, two lines above them in sight.
    private func draw(_ place: Evidence, _ severity: Severity, in rect: Rect, of frame: inout Frame) {
        let item = place.item.map { ", item \($0)" } ?? ""
        frame.write(
            place.section.words + item, row: rect.row, column: rect.column + 3, columns: max(1, rect.columns - 4),
            role: .accent)
        let text = place.sectionText(in: determination) ?? place.text
        var block = ReadingText.Block(text: text, role: .body)
        let range = place.range(in: text)
        if let range {
            block.marks = [.init(range: range, role: severity.sign.role, sign: severity.sign.letter)]
        }
        let width = max(1, rect.columns - 5)
        let reading = ReadingText([block], width: width)
        let rows = rect.rows - 1
        let first = reading.lines.firstIndex { !$0.marks.isEmpty } ?? 0
        let top = max(0, min(first - 2 + scroll, reading.lines.count - rows))
        frame.draw(reading, top: top, in: Rect(row: rect.row + 1, column: rect.column + 3, rows: rows, columns: width))
        if range == nil, rows > 0 {
            frame.write(
                "changed since: “\(place.text)”", row: rect.row + rows, column: rect.column + 3, columns: width,
                role: .muted)
        }
    }
}
