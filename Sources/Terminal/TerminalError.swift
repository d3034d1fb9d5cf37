/// Why there is no screen to work on.
nonisolated public enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// The terminal cannot place its cursor, like `TERM=dumb`; its type.
    case tooSimple(String)
    /// Neither the terminal's type nor one that would do instead is known here; the type.
    case unknownType(String)
    /// The system gave no pipe to be woken by.
    case noPipe

    /// One sentence that says what to do.
    public var description: String {
        switch self {
        case .notATerminal:
            "This needs a terminal: run it without redirecting its input or output."
        case .tooSimple(let type):
            "The terminal type “\(type)” cannot place the cursor: set TERM, for example to xterm-256color."
        case .unknownType(let type):
            "The terminal type “\(type)” is not known here: set TERM, for example to xterm-256color."
        case .noPipe:
            "The system has no pipe left: close other programs and try again."
        }
    }
}
