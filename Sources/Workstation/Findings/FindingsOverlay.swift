internal import CaseModel
internal import Checks
internal import TextUI

/// What the check found: a line each, and below them the evidence of the one that is selected, place beside place.
struct FindingsOverlay: Sendable {
    var findings: [Finding]
    var cursor = 0

    var selected: Finding? { findings.indices.contains(cursor) ? findings[cursor] : nil }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, findings.count - 1)) }

    func draw(in frame: inout Frame) {
        let body = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: body, columns: frame.columns, role: .body)
        Chrome.title("Findings", right: counts, in: &frame)
        frame.cursor = nil
        let rows = min(findings.count, max(1, body / 2))
        let top = max(0, cursor - rows + 1)
        for row in 0..<rows where findings.indices.contains(top + row) {
            draw(findings[top + row], isSelected: top + row == cursor, row: 1 + row, in: &frame)
        }
        if findings.isEmpty {
            frame.write("The check finds nothing to mend.", row: 1, column: 2, role: .success)
        } else {
            frame.horizontalRule(row: 1 + rows, column: 0, columns: frame.columns)
            drawEvidence(row: 2 + rows, rows: body - rows - 1, in: &frame)
        }
        Chrome.footer(
            [("j", "down"), ("k", "up"), ("Enter", "go there"), ("q", "back")], notice: nil, right: "", in: &frame)
    }

    private var counts: String {
        func count(_ severity: Severity, _ word: String) -> String? {
            let number = findings.count { $0.severity == severity }
            return number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        return [count(.error, "error"), count(.warning, "warning"), count(.note, "note")].compactMap { $0 }
            .joined(separator: " · ")
    }

    private func draw(_ finding: Finding, isSelected: Bool, row: Int, in frame: inout Frame) {
        if isSelected {
            frame.fill(row: row, column: 0, columns: frame.columns, role: .selection)
            frame.cursor = Position(row: row, column: 0)
        }
        let sign = finding.severity.sign
        frame.write(isSelected ? ">" : " ", row: row, column: 0, role: isSelected ? .selection : .body)
        frame.write(sign.letter, row: row, column: 2, role: isSelected ? .selection : sign.role)
        let item = finding.item.map { "item \($0)" } ?? "letter"
        frame.write(item, row: row, column: 4, columns: 8, role: isSelected ? .selection : .muted)
        frame.write(
            finding.message, row: row, column: 13, columns: max(1, frame.columns - 14),
            role: isSelected ? .selection : .body)
    }

    private func drawEvidence(row: Int, rows: Int, in frame: inout Frame) {
        guard let selected, rows > 0 else { return }
        var blocks = [ReadingText.Block(text: selected.message, role: .body)]
        for place in selected.evidence {
            blocks.append(.init(text: "\(place.section.rawValue)  “\(place.text)”", role: .quotation))
        }
        blocks.append(.init(text: "\(selected.rule) · \(selected.basis)", role: .muted))
        let text = ReadingText(blocks, width: max(1, frame.columns - 4))
        frame.draw(text, top: 0, in: Rect(row: row, column: 2, rows: rows, columns: frame.columns - 3))
    }
}

extension Severity {
    /// The letter and the role by which a finding is known.
    var sign: (letter: String, role: Role) {
        switch self {
        case .error: ("E", .error)
        case .warning: ("W", .warning)
        case .note: ("n", .muted)
        }
    }
}
