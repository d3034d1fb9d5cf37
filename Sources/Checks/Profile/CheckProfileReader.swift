import CaseModel
import TOMLKit

extension CheckProfile {
    /// The profile of California workers' compensation, which comes with the program.
    package static func california() throws(CheckProfileError) -> CheckProfile {
        try CheckProfile(parsing: String(decoding: PackageResources.california_toml, as: UTF8.self))
    }

    /// Reads a profile.
    ///
    /// `severity` maps rule ids to `error`, `warning`, `note` or `off`; `lesser` the same, for what a rule is less sure
    /// of. What is left out has the rule's usual severity.
    /// - Throws: ``CheckProfileError`` with the line of what is wrong.
    package init(parsing text: String) throws(CheckProfileError) {
        let reader = try CheckProfileReader(text)
        self = try reader.profile()
    }
}

/// Reads a profile's tables, each value checked as it is taken.
private struct CheckProfileReader {
    private let table: TOMLTable
    private let lines: [Substring]

    init(_ text: String) throws(CheckProfileError) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw .notTOML(line: error.source.begin.line, reason: "a value or a bracket is malformed")
        } catch {
            throw .notTOML(line: 1, reason: "it cannot be read")
        }
    }

    func profile() throws(CheckProfileError) -> CheckProfile {
        try allow(["name", "severity", "lesser", "clock", "opioids", "edition"], in: table)
        let known = Set(RuleRegistry.all.map(\.id))
        let clock = try tableValue("clock")
        try allow(["application-days", "record-days"], in: clock)
        return CheckProfile(
            name: try string("name"), severities: try severities("severity", known),
            lesser: try severities("lesser", known).compactMapValues { $0 },
            applicationDays: try number("application-days", clock), recordDays: try number("record-days", clock),
            opioids: Set(try strings("opioids")), editions: try editions())
    }

    private func line(of key: String) -> Int {
        let index = lines.firstIndex { line in
            let name = line.drop { $0 == " " || $0 == "\"" || $0 == "[" }
            return name.hasPrefix(key)
        }
        return (index ?? 0) + 1
    }

    private func bad(_ key: String, _ wanted: String) -> CheckProfileError {
        .badValue(line: line(of: key), key: key, wanted: wanted)
    }

    private func allow(_ keys: [String], in table: TOMLTable) throws(CheckProfileError) {
        for key in table.keys where !keys.contains(key) { throw .unknownKey(line: line(of: key), key: key) }
    }

    private func tableValue(_ key: String) throws(CheckProfileError) -> TOMLTable {
        guard let value = table[key] else { return TOMLTable() }
        guard let inner = value.table else { throw bad(key, "a table") }
        return inner
    }

    private func string(_ key: String) throws(CheckProfileError) -> String {
        guard let value = table[key]?.string else { throw bad(key, "a text") }
        return value
    }

    private func number(_ key: String, _ table: TOMLTable) throws(CheckProfileError) -> Int {
        guard let value = table[key]?.int, (0...366).contains(value) else { throw bad(key, "a number from 0 to 366") }
        return value
    }

    private func strings(_ key: String) throws(CheckProfileError) -> [String] {
        guard let array = table[key]?.array else { throw bad(key, "a list of texts") }
        var result: [String] = []
        for value in array {
            guard let text = value.string else { throw bad(key, "a list of texts") }
            result.append(text)
        }
        return result
    }

    private func severities(
        _ key: String, _ known: Set<String>
    ) throws(CheckProfileError) -> [String: Severity?] {
        let table = try tableValue(key)
        var result: [String: Severity?] = [:]
        for rule in table.keys {
            guard known.contains(rule) else { throw .unknownKey(line: line(of: rule), key: rule) }
            guard let word = table[rule]?.string, word == "off" || Severity(rawValue: word) != nil else {
                throw bad(rule, "error, warning, note or off")
            }
            result.updateValue(Severity(rawValue: word), forKey: rule)
        }
        return result
    }

    private func editions() throws(CheckProfileError) -> [String: [GuidelineEdition]] {
        guard let value = table["edition"] else { return [:] }
        guard let array = value.array else { throw bad("edition", "a list of tables") }
        var result: [String: [GuidelineEdition]] = [:]
        for entry in array {
            guard let entry = entry.table else { throw bad("edition", "a list of tables") }
            try allow(["chapters", "year", "from", "to"], in: entry)
            guard let year = entry["year"]?.int, let chapters = entry["chapters"]?.array else {
                throw bad("edition", "a table with chapters and a year")
            }
            let edition = GuidelineEdition(year: year, from: try day("from", entry), to: try day("to", entry))
            for chapter in chapters {
                guard let title = chapter.string else { throw bad("chapters", "a list of texts") }
                result[title.lowercased(), default: []].append(edition)
            }
        }
        return result
    }

    private func day(_ key: String, _ entry: TOMLTable) throws(CheckProfileError) -> Day? {
        guard let value = entry[key] else { return nil }
        guard let text = value.string, let day = Day(iso: text) else { throw bad(key, "a day in quotation marks") }
        return day
    }
}
