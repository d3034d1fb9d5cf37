internal import Foundation
internal import TextUI

/// The standard streams.
enum Standard {
    /// Whether messages are seen by a person at once.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line of result; what a terminal would act on is made visible.
    /// - Parameter columns: how wide the terminal is whose lines are broken between words; nil leaves the line whole.
    static func print(_ line: String, columns: Int? = nil) {
        write(broken(visible(line), columns) + "\n", to: STDOUT_FILENO)
    }

    /// Writes a line for the person who waits; what a terminal would act on is made visible.
    static func error(_ line: String) { write(visible(line) + "\n", to: STDERR_FILENO) }

    /// Writes words behind which an answer is awaited; what a terminal would act on is made visible.
    static func prompt(_ words: String, columns: Int? = nil) {
        write(broken(visible(words), columns), to: STDOUT_FILENO)
    }

    /// A line for a terminal, whose last column stays free: some go on to the next line by themselves when it is written.
    private static func broken(_ line: String, _ columns: Int?) -> String {
        columns.map { Wrap.betweenWords(line, width: $0 - 1) } ?? line
    }

    /// Writes a text of several lines: as it is into a file or a pipe, made visible on a terminal.
    static func write(text: String) {
        write(isatty(STDOUT_FILENO) == 1 ? visible(text) : text, to: STDOUT_FILENO)
    }

    /// File names and values of cases are foreign text: none of it may drive the terminal.
    private static func visible(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.text(of: $0) }
            .joined(separator: "\n")
    }

    /// Writes text as it is.
    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // A reader that has gone away (a pipe to head) wants no more.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
