/// The lines on which the keys and tables of a TOML text stand; the parser itself does not tell.
///
/// A key's path is its tables and its name, joined by a unit separator, the entries of a list of tables counted from 0:
/// `clock⟂1⟂basis`. Keys within inline tables and arrays are not looked for; they are told by the line of their parent.
struct KeyLines {
    private var lines: [String: Int] = [:]
    private static let joint = "\u{1F}"

    /// Scans a text.
    init(_ text: String) {
        var scan = Scan()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isInside = scan.isInside
            if !isInside, let found = KeyLines.opening(line) {
                let path = scan.path(of: found)
                if lines[path] == nil { lines[path] = index + 1 }
                // A dotted key opens its tables too.
                var parts = path.components(by: KeyLines.joint).dropLast()
                while !parts.isEmpty, lines[parts.joined(separator: KeyLines.joint)] == nil {
                    lines[parts.joined(separator: KeyLines.joint)] = index + 1
                    parts = parts.dropLast()
                }
            }
            scan.take(line)
        }
    }

    /// The line of a path, from 1; of its nearest parent that has one, else the first.
    func line(_ path: [String]) -> Int {
        var path = path[...]
        while !path.isEmpty {
            if let line = lines[path.joined(separator: KeyLines.joint)] { return line }
            path = path.dropLast()
        }
        return 1
    }

    /// What a line opens: a table, an entry of a list of tables, or a key.
    private enum Opening {
        case table([String])
        case entry([String])
        case key([String])
    }

    private static func opening(_ line: Substring) -> Opening? {
        let bare = line.drop { $0 == " " || $0 == "\t" }
        if bare.hasPrefix("[[") { return .entry(names(bare.dropFirst(2), until: "]")) }
        if bare.hasPrefix("[") { return .table(names(bare.dropFirst(), until: "]")) }
        guard let first = bare.first, first != "#", first != "\r" else { return nil }
        return .key(names(bare, until: "="))
    }

    /// The names of a dotted key, the quotation marks taken off.
    private static func names(_ text: Substring, until end: Character) -> [String] {
        var names = [""]
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil } else { names[names.count - 1].append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == end {
                break
            } else if character == "." {
                names.append("")
            } else if character != " ", character != "\t" {
                names[names.count - 1].append(character)
            }
        }
        return names
    }

    /// Where the scan is: the table, and whether a text or a list runs over the end of the line.
    private struct Scan {
        private var table: [String] = []
        private var counts: [String: Int] = [:]
        private var quote: String?
        private var depth = 0

        var isInside: Bool { quote != nil || depth > 0 }

        mutating func path(of opening: Opening) -> String {
            switch opening {
            case .key(let names): return (table + names).joined(separator: KeyLines.joint)
            case .table(let names): table = resolved(names)
            case .entry(let names):
                let list = resolved(names.dropLast()) + names.suffix(1)
                let key = list.joined(separator: KeyLines.joint)
                counts[key, default: -1] += 1
                table = list + [String(counts[key] ?? 0)]
            }
            return table.joined(separator: KeyLines.joint)
        }

        /// A table's names with the number of the entry behind each list.
        private func resolved(_ names: some Sequence<String>) -> [String] {
            var path: [String] = []
            for name in names {
                path.append(name)
                if let count = counts[path.joined(separator: KeyLines.joint)] { path.append(String(count)) }
            }
            return path
        }

        /// Follows quotation marks and brackets to the end of the line.
        mutating func take(_ line: Substring) {
            let isHeader = !isInside && line.drop { $0 == " " || $0 == "\t" }.hasPrefix("[")
            if isHeader { return }
            var rest = line
            while let character = rest.first {
                if let open = quote {
                    if open.hasPrefix("\""), character == "\\" {
                        rest = rest.dropFirst(2)
                    } else if rest.hasPrefix(open) {
                        quote = nil
                        rest = rest.dropFirst(open.count)
                    } else {
                        rest = rest.dropFirst()
                    }
                    continue
                }
                if character == "#" { break }
                if let open = ["\"\"\"", "'''", "\"", "'"].first(where: { rest.hasPrefix($0) }) {
                    quote = open
                    rest = rest.dropFirst(open.count)
                    continue
                }
                if character == "[" || character == "{" { depth += 1 }
                if character == "]" || character == "}" { depth = max(0, depth - 1) }
                rest = rest.dropFirst()
            }
            // A text in single marks ends with its line, whatever a malformed file says.
            if quote?.count == 1 { quote = nil }
        }
    }
}

extension String {
    fileprivate func components(by joint: String) -> [String] {
        split(separator: joint, omittingEmptySubsequences: false).map { String($0) }
    }
}
