internal import Foundation

/// The standard streams.
enum Standard {
    /// Whether messages are seen by a person at once.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line of result.
    static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// Writes a line for the person who waits.
    static func error(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

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
