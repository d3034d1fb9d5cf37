internal import CaseModel
internal import TOMLKit

/// The tables of a `case.toml`, each value checked as it is taken, with the line for what is wrong.
struct CaseTOML {
    let path: String
    let lines: [Substring]
    let root: TOMLTable

    init(_ text: String, path: String) throws(IntakeError) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let line = Int(error.source.begin.line)
            throw .caseFolder(
                path: path, line: line,
                problem: CaseTOML.impossibleDay(in: lines.indices.contains(line - 1) ? lines[line - 1] : "").map {
                    "the calendar has no day \($0); write one that exists."
                } ?? "the file is no valid TOML here; mend it.")
        } catch {
            throw .caseFolder(path: path, line: 1, problem: "the file is no valid TOML; mend it.")
        }
    }

    /// The day of a line that the calendar lacks, which the parser takes for bad syntax; nil when there is none.
    private static func impossibleDay(in line: Substring) -> Substring? {
        guard let equals = line.firstIndex(of: "=") else { return nil }
        let value = line[line.index(after: equals)...].drop { $0 == " " || $0 == "\t" }.prefix(10)
        let isDayShaped =
            value.utf8.count == 10
            && zip(value.utf8, "0000-00-00".utf8).allSatisfy { $1 == 45 ? $0 == 45 : (48...57).contains($0) }
        return isDayShaped && Day(iso: value) == nil ? value : nil
    }

    /// The line, from 1, of the so-many-th place where a key is set, or where a table begins when the key is given as
    /// `[name]`; the first line when there is none.
    func line(of key: String, occurrence: Int = 0) -> Int {
        let isTable = key.hasPrefix("[")
        let wanted = isTable ? key.dropFirst().dropLast() : key[...]
        var seen = 0
        for (index, line) in lines.enumerated() {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            guard bare.hasPrefix("[") == isTable else { continue }
            let name = bare.drop { $0 == "[" }
            guard name.hasPrefix(wanted), let next = name.dropFirst(wanted.count).first, " =\t]".contains(next) else {
                continue
            }
            if seen == occurrence { return index + 1 }
            seen += 1
        }
        return 1
    }

    func problem(_ key: String, _ words: String, occurrence: Int = 0) -> IntakeError {
        .caseFolder(path: path, line: line(of: key, occurrence: occurrence), problem: words)
    }

    /// Refuses keys that are not known, so that a misspelt one is not silently passed over.
    func checkKeys(of table: TOMLTable, known: [String], named name: String, occurrence: Int = 0) throws(IntakeError) {
        for key in table.keys.sorted() where !known.contains(key) {
            throw problem(key, "“\(key)” is not known in \(name); there are \(known.joined(separator: ", ")).")
        }
    }

    func text(_ key: String, in table: TOMLTable, occurrence: Int = 0) throws(IntakeError) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else {
            throw problem(key, "“\(key)” is text, in quotation marks.", occurrence: occurrence)
        }
        return text
    }

    func texts(_ key: String, in table: TOMLTable) throws(IntakeError) -> [String] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else { throw problem(key, "“\(key)” is a list of texts.") }
        var texts: [String] = []
        for element in list {
            guard let text = element.string else { throw problem(key, "“\(key)” is a list of texts.") }
            texts.append(text)
        }
        return texts
    }

    /// A day, as a TOML date or as text of the same form.
    func day(_ key: String, in table: TOMLTable) throws(IntakeError) -> Day? {
        guard let value = table[key] else { return nil }
        if let date = value.date, let day = Day(year: date.year, month: date.month, day: date.day) { return day }
        if let text = value.string, let day = Day(iso: text) { return day }
        throw problem(key, "“\(key)” is a day of the form 2026-03-02 that the calendar has.")
    }

    func table(_ key: String) throws(IntakeError) -> TOMLTable? {
        guard let value = root[key] else { return nil }
        guard let table = value.table else { throw problem(key, "“\(key)” is a table; begin it with [\(key)].") }
        return table
    }

    func tables(_ key: String) throws(IntakeError) -> [TOMLTable] {
        guard let value = root[key] else { return [] }
        guard let list = value.array else { throw problem(key, "each item begins with [[\(key)]].") }
        var tables: [TOMLTable] = []
        for element in list {
            guard let table = element.table else { throw problem(key, "each item begins with [[\(key)]].") }
            tables.append(table)
        }
        return tables
    }
}
