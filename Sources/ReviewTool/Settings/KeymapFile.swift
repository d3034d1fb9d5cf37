internal import Foundation
internal import TOMLKit
internal import Themes
internal import Workstation

/// The keymap of a person, `keymap.toml` in the folder of configuration.
///
/// A table for each place, `[worklist]`, `[reading]`, `[item]`, and `[everywhere]`; in each, names of commands with their
/// keys, a text with blanks between them or a list of texts.
enum KeymapFile {
    /// Where it is looked for.
    static func path(in folder: String = Place.configuration) -> String { folder + "/keymap.toml" }

    /// The keymap laid over the keys that come with the program; those alone when there is no file.
    static func read(from folder: String = Place.configuration) throws(Configuration.Problem) -> Keymap {
        let path = path(in: folder)
        guard let data = FileManager.default.contents(atPath: path) else { return .usual }
        do {
            return try Keymap(merging: try entries(of: String(decoding: data, as: UTF8.self), path: path))
        } catch let remark as Keymap.Remark {
            throw Configuration.Problem(path: path, line: remark.line, words: remark.description)
        } catch let problem as Configuration.Problem {
            throw problem
        } catch {
            throw Configuration.Problem(path: path, line: 1, words: "the keymap cannot be used; mend it.")
        }
    }

    private static func entries(of text: String, path: String) throws(Configuration.Problem) -> [KeymapEntry] {
        let root: TOMLTable
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw Configuration.Problem(
                path: path, line: error.source.begin.line, words: "the file is no valid TOML here; mend it.")
        } catch {
            throw Configuration.Problem(path: path, line: 1, words: "the file is no valid TOML; mend it.")
        }
        let lines = KeyLines(of: text)
        var entries: [KeymapEntry] = []
        for name in root.keys {
            guard let table = root[name]?.table else {
                throw Configuration.Problem(
                    path: path, line: lines[name],
                    words:
                        "“\(name)” stands outside a place; put it under [worklist], [reading], [item] or [everywhere].")
            }
            guard Keymap.tables.contains(name) else {
                throw Configuration.Problem(
                    path: path, line: lines[name],
                    words: "“\(name)” is no place of a keymap; there are \(Keymap.tables.joined(separator: ", ")).")
            }
            for command in table.keys {
                let line = lines[name + "." + command]
                guard let keys = keys(table[command]) else {
                    throw Configuration.Problem(
                        path: path, line: line,
                        words: "“\(command)” wants its keys as text, such as \"j <down>\", or as a list of texts.")
                }
                entries.append(KeymapEntry(table: name, command: command, keys: keys, line: line))
            }
        }
        return entries.sorted { $0.line < $1.line }
    }

    /// The words of a text or of a list of texts; nil for anything else.
    private static func keys(_ value: (any TOMLValueConvertible)?) -> [String]? {
        if let text = value?.string { return text.split(separator: " ").map(String.init) }
        guard let list = value?.array else { return nil }
        var words: [String] = []
        for element in list {
            guard let text = element.string else { return nil }
            words += text.split(separator: " ").map(String.init)
        }
        return words
    }
}
