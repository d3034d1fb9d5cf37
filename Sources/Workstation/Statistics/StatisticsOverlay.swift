internal import CaseModel
internal import TextUI

/// What the present filter finds, in numbers: totals, the time to decide, and bars by one kind at a time.
struct StatisticsOverlay: Sendable {
    var query: WorklistQuery
    var kind = WorklistStatistics.Kind.outcome
    /// Nil until counted.
    var statistics: WorklistStatistics?
    var top = 0
    /// Raised with every question: an answer to an older one is dropped.
    var generation = 0

    private var table: StatisticsTable? { statistics?.tables.first { $0.title == kind.rawValue } }

    /// Counts by the next kind, or the one before.
    mutating func turn(_ step: Int) {
        let all = WorklistStatistics.Kind.allCases
        kind = all[((all.firstIndex(of: kind) ?? 0) + step + all.count) % all.count]
        top = 0
    }

    /// The rows that bars have.
    static func height(rows: Int) -> Int { max(1, rows - 7) }

    mutating func scroll(_ step: Int, rows: Int) {
        top = max(0, min(top + step, (table?.lines.count ?? 0) - StatisticsOverlay.height(rows: rows)))
    }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        Chrome.title("Statistics · by \(kind.rawValue)", right: query.onlyOpen ? "published hidden" : "", in: &frame)
        frame.write("filter", row: 1, column: 1, role: .muted)
        frame.write(
            query.words.isEmpty ? "none" : query.words, row: 1, column: 9, role: query.words.isEmpty ? .muted : .match)
        frame.cursor = nil
        if let statistics {
            draw(statistics, in: &frame)
        } else {
            frame.write("counting …", row: 3, column: 2, role: .muted)
        }
        Chrome.footer(
            [("Tab", "by \(next.rawValue)"), ("j", "down"), ("k", "up"), ("q", "back")], notice: nil,
            right: position(frame.rows),
            in: &frame)
    }

    private var next: WorklistStatistics.Kind {
        var other = self
        other.turn(1)
        return other.kind
    }

    private func position(_ rows: Int) -> String {
        guard let table, table.lines.count > StatisticsOverlay.height(rows: rows) else { return "" }
        return
            "\(top + 1)–\(min(table.lines.count, top + StatisticsOverlay.height(rows: rows))) of \(table.lines.count)"
    }

    private func draw(_ statistics: WorklistStatistics, in frame: inout Frame) {
        let cases = statistics.all == 1 ? "1 case" : "\(statistics.all) cases"
        frame.write("\(cases) · \(statistics.open) open · \(statistics.late) late", row: 3, column: 2, role: .heading)
        let times = statistics.times.map {
            "days to decide: half within \($0.median), nine in ten within \($0.ninetieth) (\($0.count) decided)"
        }
        frame.write(times ?? "none of them was decided in a known time", row: 4, column: 2, role: .muted)
        guard let table else { return }
        guard !table.lines.isEmpty else {
            let words = kind == .chapter ? "No decided item of these cases cites a guideline." : "No case is found."
            frame.write(words, row: 6, column: 2, role: .muted)
            return
        }
        let lines = BarChart.lines(
            table.lines.map { ($0.label.isEmpty ? "not known" : $0.label, $0.count) },
            columns: min(frame.columns - 1, 120))
        for row in 0..<StatisticsOverlay.height(rows: frame.rows) where lines.indices.contains(top + row) {
            frame.write(lines[top + row], row: 6 + row, column: 0, role: .body)
        }
    }
}
