/// The lines of a TOML file on which its keys stand; the parser tells the lines of faults of form alone.
package struct KeyLines: Sendable {
    private var lines: [String: Int] = [:]

    /// Finds the keys of tables and the `key = value` lines below them; the keys of an entry in braces have its line.
    package init(of text: String) {
        var table = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let start = line.drop { $0 == " " || $0 == "\t" }
            if start.first == "[" {
                let name = start.dropFirst().prefix { $0 != "]" }
                lines[String(name)] = index + 1
                table = name + "."
            } else if let equals = start.firstIndex(of: "=") {
                let key = start[..<equals].filter { !" \t\"".contains($0) }
                lines[table + key] = index + 1
            }
        }
    }

    /// The line of a key by its path, or of the nearest table above it, from 1.
    package subscript(path: String) -> Int {
        var path = path[...]
        while true {
            if let line = lines[String(path)] { return line }
            guard let dot = path.lastIndex(of: ".") else { return 1 }
            path = path[..<dot]
        }
    }
}
