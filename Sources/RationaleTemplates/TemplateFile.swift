internal import CaseModel
internal import TOMLKit

extension RationaleTemplate {
    /// Reads a template file: TOML front matter between two lines `+++`, then the body in Mustache.
    ///
    /// Front matter: `name` (text, required), `kinds` and `decisions` (lists of words, empty when missing), `split`
    /// (true for requests granted in part). The body is one paragraph a line.
    /// - Parameters:
    ///   - text: the file's text, UTF-8 decoded.
    ///   - file: the name by which errors call it.
    public init(parsing text: String, file: String) throws(TemplateError) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "+++", let end = lines.dropFirst().firstIndex(of: "+++") else {
            throw .noFrontMatter(file: file)
        }
        let matter: TOMLTable
        do {
            matter = try TOMLTable(string: lines[1..<end].joined(separator: "\n"))
        } catch let error as TOMLParseError {
            throw .frontMatter(
                file: file, line: error.source.begin.line + 1, problem: "the front matter is no valid TOML; mend it.")
        } catch {
            throw .frontMatter(file: file, line: 1, problem: "the front matter is no valid TOML; mend it.")
        }
        func line(of key: String) -> Int { (lines[..<end].firstIndex { $0.hasPrefix(key) } ?? 0) + 1 }
        func words(_ key: String) throws(TemplateError) -> [String] {
            guard let value = matter[key] else { return [] }
            guard let list = value.array else {
                throw .frontMatter(file: file, line: line(of: key), problem: "“\(key)” is a list of words.")
            }
            return list.compactMap(\.string)
        }
        for key in matter.keys where !["name", "kinds", "decisions", "split"].contains(key) {
            throw .frontMatter(
                file: file, line: line(of: key),
                problem: "“\(key)” is not known here; the front matter has name, kinds, decisions and split.")
        }
        guard let name = matter["name"]?.string, !name.isEmpty else {
            throw .frontMatter(file: file, line: 1, problem: "the front matter lacks a name; add name = \"…\".")
        }
        var kinds: [ItemKind] = []
        for word in try words("kinds") {
            guard let kind = ItemKind(rawValue: word) else {
                let known = ItemKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .frontMatter(
                    file: file, line: line(of: "kinds"),
                    problem: "“\(word)” is no kind of item; the kinds are \(known).")
            }
            kinds.append(kind)
        }
        var decisions: [Decision] = []
        for word in try words("decisions") {
            guard let decision = Decision(rawValue: word) else {
                throw .frontMatter(
                    file: file, line: line(of: "decisions"),
                    problem: "“\(word)” is no decision; they are upheld and overturned.")
            }
            decisions.append(decision)
        }
        let body = lines[(end + 1)...].joined(separator: "\n")
        let trimmed = body.drop { $0.isWhitespace }
        self.init(
            name: name, kinds: kinds, decisions: decisions, isForSplit: matter["split"]?.bool ?? false,
            body: String(trimmed.reversed().drop { $0.isWhitespace }.reversed()), file: file,
            bodyLine: end + 2 + body.prefix(body.count - trimmed.count).count { $0 == "\n" })
        try validate()
    }
}
