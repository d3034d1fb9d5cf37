/// Why a template cannot be used. None of these holds clinical text.
public enum TemplateError: Error, Hashable, Sendable {
    /// The file has no front matter between two lines `+++`.
    case noFrontMatter(file: String)
    /// The front matter says something that is not understood.
    case frontMatter(file: String, line: Int, problem: String)
    /// The body is no valid Mustache.
    case syntax(file: String, line: Int, problem: String)
    /// The body asks for a value that no case has.
    case unknownName(file: String, line: Int, name: String)
}

extension TemplateError: CustomStringConvertible {
    /// One sentence: file, line, what to do.
    public var description: String {
        switch self {
        case .noFrontMatter(let file):
            "\(file):1: a template begins with its front matter between two lines “+++”; add it."
        case .frontMatter(let file, let line, let problem):
            "\(file):\(line): \(problem)"
        case .syntax(let file, let line, let problem):
            "\(file):\(line): the template cannot be read: \(problem)"
        case .unknownName(let file, let line, let name):
            "\(file):\(line): “\(name)” is not a value of a case; the names are \(TemplateValues.names.joined(separator: ", "))."
        }
    }
}
