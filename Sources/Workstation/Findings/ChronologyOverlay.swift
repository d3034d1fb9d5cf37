internal import CaseModel
internal import Checks
internal import TextUI

/// The dates of a case on a line, the earliest at the top: what came out of order is seen.
struct ChronologyOverlay: Sendable {
    /// One line of the screen.
    struct Line: Hashable, Sendable {
        var year = ""
        var day = ""
        var sign = ""
        var words: String
        var role: Role
        var place = ""
    }

    let lines: [Line]
    /// What the check says of the dates, told beneath them.
    let told: [Finding]
    var top = 0

    init(events: [Chronology.Event], findings: [Finding]) {
        var lines: [Line] = []
        var last: Chronology.Event?
        for event in events {
            if let gap = ChronologyOverlay.gap(from: last?.day, to: event.day) {
                lines.append(Line(day: "⋮", words: gap, role: .muted))
            }
            let year = last?.day.year == event.day.year ? "" : String(event.day.year)
            let american = event.day.american
            lines.append(
                Line(
                    year: year, day: event.isExact ? String(american.prefix(5)) : "  ~  ",
                    sign: event.isMilestone ? "●" : "·", words: event.words.replacing("\n", with: " "),
                    role: event.isMilestone ? .heading : .body, place: event.section.rawValue))
            last = event
        }
        told = findings.filter { $0.rule.hasPrefix("chronology.") || $0.rule.hasPrefix("clock.") }
        self.lines = lines
    }

    /// A gap worth telling: of more than two months, in the largest unit that fits.
    private static func gap(from earlier: Day?, to later: Day) -> String? {
        guard let earlier else { return nil }
        let days = earlier.days(until: later)
        guard days > 60 else { return nil }
        let (count, unit) = days >= 730 ? (days / 365, "year") : (days / 30, "month")
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    mutating func scroll(_ step: Int, height: Int) {
        top = max(0, min(top + step, max(0, lines.count + 3 * told.count - height)))
    }

    /// The findings on the dates, folded to a width, below an empty line.
    private func foldedFindings(width: Int) -> [Line] {
        told.flatMap { finding -> [Line] in
            let sign = finding.severity.sign
            let parts = WrappedText(finding.message, width: max(1, width)).lines
            return [Line(words: "", role: .body)]
                + parts.enumerated().map { index, part in
                    Line(sign: index == 0 ? sign.letter : "", words: part.text, role: sign.role)
                }
        }
    }

    func draw(in frame: inout Frame) {
        let height = frame.rows - 2
        frame.fill(row: 1, column: 0, rows: height, columns: frame.columns, role: .body)
        let lines = lines + foldedFindings(width: frame.columns - 16)
        Chrome.title("Chronology", right: "every date, with where it stands", in: &frame)
        frame.cursor = nil
        if lines.isEmpty { frame.write("The case has no dates.", row: 1, column: 2, role: .muted) }
        for row in 0..<height where lines.indices.contains(top + row) {
            let line = lines[top + row]
            frame.write(line.year, row: 1 + row, column: 1, role: .muted)
            frame.write(line.day, row: 1 + row, column: 6, role: line.role)
            frame.write(line.sign, row: 1 + row, column: 12, role: line.role)
            let width = max(1, frame.columns - 16 - CharacterWidth.of(line.place) - 1)
            frame.write(line.words, row: 1 + row, column: 14, columns: width, role: line.role)
            frame.writeRight(line.place, row: 1 + row, endColumn: frame.columns - 1, role: .muted)
        }
        let more = lines.count > height ? [(key: "j", word: "down"), (key: "k", word: "up")] : []
        Chrome.footer(more + [("q", "back")], notice: nil, right: "", in: &frame)
    }
}
