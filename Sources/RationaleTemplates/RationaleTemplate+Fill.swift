internal import Mustache
internal import Synchronization

extension RationaleTemplate {
    /// The text with the values filled in, blanks as `⟦…⟧`; a value that the case lacks becomes a blank of its name.
    ///
    /// - Throws: ``TemplateError`` when the body is no valid Mustache or names an unknown value.
    public func filled(with values: TemplateValues) throws(TemplateError) -> String {
        let parsed: MustacheTemplate
        do {
            // Text, not HTML: nothing is escaped, for a rationale is read as it stands.
            parsed = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + body)
        } catch let error as MustacheTemplate.ParserError {
            let line = error.context.lineNumber
            throw .syntax(file: file, line: bodyLine + line - 1, problem: "\(error.error)")
        } catch {
            throw .syntax(file: file, line: bodyLine, problem: "it is no valid Mustache")
        }
        let root = StrictRoot(values: values.byName)
        let text = parsed.render(root)
        if let name = root.missing.withLock({ $0 }) {
            throw .unknownName(file: file, line: line(naming: name), name: name)
        }
        return text.replacing("[[", with: "⟦").replacing("]]", with: "⟧")
    }

    /// Checks the template without a case.
    public func validate() throws(TemplateError) {
        _ = try filled(with: .example)
    }

    private func line(naming name: String) -> Int {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let index = lines.firstIndex { $0.contains("{{") && $0.contains(name) } ?? 0
        return bodyLine + index
    }
}

/// The root that Mustache asks for values: it remembers the first name it does not know, where the library alone
/// would render nothing.
private final class StrictRoot: MustacheParent {
    let values: [String: String]
    let missing = Mutex<String?>(nil)

    init(values: [String: String]) { self.values = values }

    func child(named name: String) -> Any? {
        guard let value = values[name] else {
            missing.withLock { $0 = $0 ?? name }
            return nil
        }
        return value.isEmpty ? "⟦\(name)⟧" : value
    }
}
