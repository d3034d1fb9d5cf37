internal import Foundation

/// How wide the terminal is that lines are written to.
enum TerminalWidth {
    /// The columns of the standard output as they are just now; nil where it is no terminal, or tells nothing.
    static func ofStandardOutput() -> Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        let isTold = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return columns(
            told: isTold ? Int(size.ws_col) : 0, environment: ProcessInfo.processInfo.environment["COLUMNS"])
    }

    /// The columns that the terminal tells, which follow its window, else those of the environment, for a line that knows of
    /// no window; nil for fewer than a word needs.
    static func columns(told: Int, environment: String?) -> Int? {
        let columns = told > 0 ? told : environment.flatMap { Int($0) } ?? 0
        return columns >= 20 ? columns : nil
    }
}
