internal import CaseModel
internal import Checks
internal import Letters

/// Tells what was found, letter by letter, so that a folder of thousands needs little memory.
struct CheckReport {
    private let format: CheckCommand.Format
    private var count = 0
    private var totals: [Severity: Int] = [:]

    init(format: CheckCommand.Format) { self.format = format }

    func begin() {
        if format == .json { Standard.write("{\"letters\": [", to: 1) }
    }

    mutating func add(_ checked: CheckedLetter) {
        for finding in checked.findings { totals[finding.severity, default: 0] += 1 }
        switch format {
        case .json: Standard.write((count == 0 ? "\n" : ",\n") + CheckJSON.letter(checked), to: 1)
        case .text: tell(checked)
        }
        count += 1
    }

    func end() {
        switch format {
        case .json: Standard.write("\n]}\n", to: 1)
        case .text:
            let told = Severity.allCases.reversed().map { counted(totals[$0] ?? 0, $0.rawValue) }
            Standard.print("\(count) checked: " + told.joined(separator: ", "))
        }
    }

    // MARK: - For people

    private func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    private func tell(_ checked: CheckedLetter) {
        let name = checked.path ?? checked.caseNumber.map(\.text) ?? ""
        for finding in checked.findings {
            let places = finding.evidence.map { place($0, checked.letter) }
            let line = places.lazy.compactMap(\.line).first.map { ":\($0)" } ?? ""
            let item = finding.item.map { "item \($0): " } ?? ""
            Standard.print("\(name)\(line): \(finding.severity.rawValue): \(item)\(finding.message) [\(finding.rule)]")
            if let stored = finding.stored, let first = places.first {
                let beside = Place(label: stored.source, text: stored.text)
                for line in sideBySide(first, beside) { Standard.print(line) }
            } else if places.count == 2 {
                for line in sideBySide(places[0], places[1]) { Standard.print(line) }
            } else {
                for place in places.prefix(4) { Standard.print("    \(place.label): \(short(place.text))") }
            }
            if !finding.basis.isEmpty { Standard.print("    basis: \(finding.basis)") }
        }
    }

    private struct Place {
        var label: String
        var text: String
        var line: Int?
    }

    private func place(_ evidence: Evidence, _ letter: ReadLetter?) -> Place {
        let item = evidence.item ?? 0
        let kind: LetterPart.Kind =
            switch evidence.section {
            case .header: .header
            case .summary: .summary
            case .head: .head(item: item)
            case .claimsAdministratorGuideline: .claimsAdministratorGuideline(item: item)
            case .reviewerGuideline: .reviewerGuideline(item: item)
            case .rationale: .rationale(item: item)
            }
        let line = letter?.part(kind)?.source(ofScalars: evidence.start..<evidence.end)?.lines.lowerBound
        let label = evidence.section.words + (line.map { ", line \($0)" } ?? "")
        return Place(label: label, text: evidence.text, line: line)
    }

    private static let width = 52

    /// Two places in two columns, each under its section.
    private func sideBySide(_ left: Place, _ right: Place) -> [String] {
        let a = [left.label] + wrapped(left.text)
        let b = [right.label] + wrapped(right.text)
        return (0..<max(a.count, b.count)).map { row in
            let first = row < a.count ? a[row] : ""
            let pad = String(repeating: " ", count: max(0, CheckReport.width - first.count))
            let line = "    " + first + pad + " | " + (row < b.count ? b[row] : "")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in short(text).split(separator: " ") {
            if !line.isEmpty, line.count + word.count + 1 > CheckReport.width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    private func short(_ text: String) -> String {
        let line = text.split { $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        return line.count > 300 ? String(line.prefix(297)) + "..." : line
    }
}
