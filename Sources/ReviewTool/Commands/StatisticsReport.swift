internal import CaseModel
internal import Foundation
internal import TextUI

/// Statistics on their way out: as lines with bars, as comma-separated text or as JSON.
enum StatisticsReport {
    case cases(WorklistStatistics)
    case history([StatisticsTable])

    private var tables: [StatisticsTable] {
        switch self {
        case .cases(let statistics): statistics.tables
        case .history(let tables): tables
        }
    }

    /// Lines for a person, at most so many columns wide.
    func lines(columns: Int, top: Int) -> [String] {
        var lines: [String] = []
        switch self {
        case .cases(let statistics):
            lines.append("\(Counted.words(statistics.all, "case")) · \(statistics.open) open · \(statistics.late) late")
            if let times = statistics.times {
                lines.append(
                    "days to decide: half within \(times.median), nine in ten within \(times.ninetieth) "
                        + "(\(Counted.words(times.count, "case")))")
            }
        case .history(let tables):
            if let all = tables.map(\.total).max() { lines.append("\(all) determinations of other programmes") }
        }
        for table in tables {
            lines += ["", "by " + table.title]
            let shown = table.shortened(to: top).lines
            lines += BarChart.lines(
                shown.map { ($0.label.isEmpty ? "not known" : $0.label, $0.count) }, columns: columns)
            if shown.isEmpty { lines.append("  none") }
        }
        return lines
    }

    /// Comma-separated text with a heading.
    var commaSeparated: String {
        switch self {
        case .cases(let statistics): statistics.commaSeparated
        case .history(let tables):
            CommaSeparated.line(["table", "kind", "count"]) + tables.map(\.commaSeparated).joined()
        }
    }

    /// One JSON object: the counts of the whole, and each table as a list of kinds with their counts.
    func json() throws -> String {
        var object = JSONObject(tables: [:])
        for table in tables {
            object.tables[table.title] = table.lines.map { JSONObject.Line(kind: $0.label, count: $0.count) }
        }
        if case .cases(let statistics) = self {
            (object.cases, object.open, object.late) = (statistics.all, statistics.open, statistics.late)
            object.daysToDecide = statistics.times.map {
                JSONObject.Times(cases: $0.count, median: $0.median, ninetieth: $0.ninetieth)
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(object), as: UTF8.self)
    }

    private struct JSONObject: Encodable {
        struct Line: Encodable {
            var kind: String
            var count: Int
        }

        struct Times: Encodable {
            var cases: Int
            var median: Int
            var ninetieth: Int
        }

        var cases: Int?
        var open: Int?
        var late: Int?
        var daysToDecide: Times?
        var tables: [String: [Line]]
    }
}
