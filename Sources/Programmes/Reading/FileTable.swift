import CaseModel
import TOMLKit

/// A table of a TOML file, each value checked as it is taken, with the line for what is wrong.
///
/// It keeps the whole file, since the parser's tables point into their parent.
struct FileTable {
    private let file: File
    private let table: TOMLTable
    private let path: [String]

    private final class File {
        let name: String
        let root: TOMLTable
        let text: String
        lazy var lines = KeyLines(text)

        init(name: String, root: TOMLTable, text: String) { (self.name, self.root, self.text) = (name, root, text) }
    }

    /// Reads a file's text; `name` is what errors call it.
    init(_ text: String, name: String) throws(ProgrammeError) {
        do {
            let root = try TOMLTable(string: text)
            file = File(name: name, root: root, text: text)
            table = root
            path = []
        } catch let error as TOMLParseError {
            throw FileTable.malformed(text, name, line: max(1, error.source.begin.line))
        } catch {
            throw .malformed(file: name, line: 1, key: nil, reason: "the file is no valid TOML; mend it.")
        }
    }

    private init(file: File, table: TOMLTable, path: [String]) {
        (self.file, self.table, self.path) = (file, table, path)
    }

    /// The parser takes a day that the calendar lacks for bad syntax; it is told as what it is.
    private static func malformed(_ text: String, _ name: String, line: Int) -> ProgrammeError {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let words = lines.indices.contains(line - 1) ? lines[line - 1] : ""
        if let key = words.firstIndex(of: "=") {
            let value = words[words.index(after: key)...].drop { $0 == " " || $0 == "\t" }.prefix(10)
            let isDayShaped =
                value.utf8.count == 10
                && zip(value.utf8, "0000-00-00".utf8).allSatisfy { $1 == 45 ? $0 == 45 : (48...57).contains($0) }
            if isDayShaped, Day(iso: value) == nil {
                let key = words[..<key].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
                return .malformed(
                    file: name, line: line, key: key,
                    reason: "the calendar has no day \(value); write one that exists.")
            }
        }
        return .malformed(file: name, line: line, key: nil, reason: "the file is no valid TOML here; mend it.")
    }

    // MARK: - What is wrong

    /// An error about a key.
    func problem(_ key: String, _ reason: String) -> ProgrammeError {
        .malformed(file: file.name, line: file.lines.line(path + [key]), key: key, reason: reason)
    }

    /// Refuses keys that nobody would read, so that a misspelt one is not passed over.
    func allow(_ known: [String]) throws(ProgrammeError) {
        for key in table.keys.sorted() where !known.contains(key) {
            throw problem(
                key,
                "this key is not known \(path.isEmpty ? "here" : "in [\(title)]"); there are "
                    + "\(known.joined(separator: ", ")).")
        }
    }

    private var title: String { path.filter { Int($0) == nil }.joined(separator: ".") }

    /// The keys, sorted.
    var keys: [String] { table.keys.sorted() }

    /// Whether there is such a key.
    func has(_ key: String) -> Bool { table[key] != nil }

    private func missing(_ key: String, _ wanted: String) -> ProgrammeError {
        problem(key, "it is missing\(path.isEmpty ? "" : " in [\(title)]"); it is \(wanted).")
    }

    // MARK: - Values

    /// A text that must be there and hold something.
    func text(_ key: String) throws(ProgrammeError) -> String {
        guard let text = try optionalText(key) else { throw missing(key, "a text") }
        guard text.contains(where: { !$0.isWhitespace }) else { throw problem(key, "it is empty; write it.") }
        return text
    }

    /// A text, nil when there is none.
    func optionalText(_ key: String) throws(ProgrammeError) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else { throw problem(key, "it must be a text in quotation marks.") }
        return text
    }

    /// A list of texts; empty when there is none.
    func texts(_ key: String) throws(ProgrammeError) -> [String] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else { throw problem(key, "it must be a list of texts.") }
        var texts: [String] = []
        for element in list {
            guard let text = element.string else { throw problem(key, "it must be a list of texts.") }
            texts.append(text)
        }
        return texts
    }

    /// A whole number in a range; the fallback when there is none and one is given.
    func number(_ key: String, in range: ClosedRange<Int>, else fallback: Int? = nil) throws(ProgrammeError) -> Int {
        let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let value = table[key] else {
            if let fallback { return fallback }
            throw missing(key, wanted)
        }
        guard let number = value.int, range.contains(number) else { throw problem(key, "it must be \(wanted).") }
        return number
    }

    /// True or false; the fallback when there is none and one is given.
    func flag(_ key: String, else fallback: Bool? = nil) throws(ProgrammeError) -> Bool {
        guard let value = table[key] else {
            if let fallback { return fallback }
            throw missing(key, "true or false")
        }
        guard let flag = value.bool else { throw problem(key, "it must be true or false.") }
        return flag
    }

    /// A day, as a date of TOML or as text of the same form; nil when there is none.
    func day(_ key: String) throws(ProgrammeError) -> Day? {
        guard let value = table[key] else { return nil }
        if let date = value.date, let day = Day(year: date.year, month: date.month, day: date.day) { return day }
        if let text = value.string {
            if let day = Day(iso: text) { return day }
            throw problem(key, "the calendar has no day “\(text.prefix(20))”; write one like 2027-03-31.")
        }
        throw problem(key, "it must be a day like 2027-03-31.")
    }

    /// One of the words of a table; nil when there is none.
    func optionalWord<Word>(_ key: String, of _: Word.Type) throws(ProgrammeError) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let text = try optionalText(key) else { return nil }
        guard let word = Word(rawValue: text) else { throw problem(key, "it must be \(FileTable.choices(Word.self)).") }
        return word
    }

    /// One of the words of a table, which must be there.
    func word<Word>(_ key: String, of type: Word.Type) throws(ProgrammeError) -> Word
    where Word: RawRepresentable<String> & CaseIterable {
        guard let word = try optionalWord(key, of: type) else { throw missing(key, FileTable.choices(type)) }
        return word
    }

    /// A list of words of a table; empty when there is none.
    func words<Word>(_ key: String, of _: Word.Type) throws(ProgrammeError) -> [Word]
    where Word: RawRepresentable<String> & CaseIterable {
        var words: [Word] = []
        for text in try texts(key) {
            guard let word = Word(rawValue: text) else {
                throw problem(key, "“\(text.prefix(40))” is not known; there are \(FileTable.choices(Word.self)).")
            }
            words.append(word)
        }
        return words
    }

    /// `a, b or c`.
    private static func choices<Word>(_: Word.Type) -> String where Word: RawRepresentable<String> & CaseIterable {
        let all = Word.allCases.map(\.rawValue)
        return all.count < 2 ? all.joined() : all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
    }

    // MARK: - Tables

    /// A table within, which must be there.
    func table(_ key: String) throws(ProgrammeError) -> FileTable {
        guard let inner = try optionalTable(key) else { throw missing(key, "a table that begins with [\(key)]") }
        return inner
    }

    /// A table within; nil when there is none.
    func optionalTable(_ key: String) throws(ProgrammeError) -> FileTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else { throw problem(key, "it must be a table; begin it with [\(key)].") }
        return FileTable(file: file, table: inner, path: path + [key])
    }

    /// A list of tables; empty when there is none.
    func tables(_ key: String) throws(ProgrammeError) -> [FileTable] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else { throw problem(key, "each entry begins with [[\(key)]].") }
        var tables: [FileTable] = []
        for (index, element) in list.enumerated() {
            guard let inner = element.table else { throw problem(key, "each entry begins with [[\(key)]].") }
            tables.append(FileTable(file: file, table: inner, path: path + [key, String(index)]))
        }
        return tables
    }
}
