/// Values as comma-separated text (RFC 4180), safe to open in a spreadsheet.
public enum CommaSeparated {
    /// A line of cells, ended by CR LF.
    ///
    /// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
    /// return, also behind spaces) gets an apostrophe before it.
    public static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        // By scalars: to Swift CR LF is one character, which is neither of the two.
        let first = text.unicodeScalars.first { $0 != " " }
        let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension WorklistStatistics {
    /// The statistics as comma-separated text: table, kind, count; the counts of the whole first.
    public var commaSeparated: String {
        var text = CommaSeparated.line(["table", "kind", "count"])
        text += CommaSeparated.line(["cases", "all", String(all)])
        text += CommaSeparated.line(["cases", "open", String(open)])
        text += CommaSeparated.line(["cases", "late", String(late)])
        if let times {
            text += CommaSeparated.line(["days to decide", "cases", String(times.count)])
            text += CommaSeparated.line(["days to decide", "median", String(times.median)])
            text += CommaSeparated.line(["days to decide", "nine in ten within", String(times.ninetieth)])
        }
        return text + tables.map(\.commaSeparated).joined()
    }
}

extension StatisticsTable {
    /// The lines of the table as comma-separated text: table, kind, count.
    public var commaSeparated: String {
        lines.map { CommaSeparated.line([title, $0.label, String($0.count)]) }.joined()
    }
}
