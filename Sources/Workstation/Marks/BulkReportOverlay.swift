internal import CaseModel
internal import TextUI

/// Which cases of a job were refused, and why.
struct BulkReportOverlay: Sendable {
    /// One case and the reason.
    struct Line: Hashable, Sendable {
        var number: CaseNumber
        var reason: String
    }

    let title: String
    let lines: [Line]
    private(set) var top = 0

    init(title: String, lines: [Line]) {
        self.title = title
        self.lines = lines
    }

    mutating func scroll(_ step: Int, rows: Int, columns: Int) {
        top = max(0, min(top + step, text(columns: columns).lines.count - (rows - 2)))
    }

    private func text(columns: Int) -> ReadingText {
        ReadingText(
            lines.flatMap { line -> [ReadingText.Block] in
                [.init(text: line.number.text, role: .accent), .init(text: "  " + line.reason, role: .body)]
            }, width: max(1, columns - 4))
    }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        Chrome.title(title, right: "", in: &frame)
        frame.cursor = nil
        let text = text(columns: frame.columns)
        frame.draw(
            text, top: top, in: Rect(row: 1, column: 2, rows: frame.rows - 2, columns: max(1, frame.columns - 4)))
        let more = text.lines.count > frame.rows - 2 ? [(key: "j", word: "down"), (key: "k", word: "up")] : []
        Chrome.footer(more + [("q", "back")], notice: nil, right: "", in: &frame)
    }
}

extension Workstation {
    mutating func handle(_ key: Key, in report: BulkReportOverlay) -> [Effect] {
        var report = report
        switch key {
        case .character("j"), .named(.down): report.scroll(1, rows: rows, columns: columns)
        case .character("k"), .named(.up): report.scroll(-1, rows: rows, columns: columns)
        case .character(" "), .named(.pageDown): report.scroll(rows - 2, rows: rows, columns: columns)
        case .character("b"), .named(.pageUp): report.scroll(2 - rows, rows: rows, columns: columns)
        default:
            overlay = nil
            return []
        }
        overlay = .bulkReport(report)
        return []
    }
}
