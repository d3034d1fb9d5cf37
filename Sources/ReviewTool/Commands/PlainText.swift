internal import Foundation

/// A text that a person wrote into a file.
enum PlainText {
    /// The text of a file.
    /// - Throws: ``ToolError/cannotRead(path:reason:)``.
    static func read(_ path: String) throws(ToolError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .cannotRead(path: path, reason: "there is no such file, or it may not be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .cannotRead(path: path, reason: "it is not UTF-8 text")
        }
        return text
    }

    /// The paragraphs of a text, which an empty line parts; the lines of one belong together, as an editor wraps them.
    static func unwrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.allSatisfy(\.isWhitespace) }
            .map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    }
}
