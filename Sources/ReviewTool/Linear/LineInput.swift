internal import Foundation
internal import Terminal

/// The standard input, line by line.
final class LineInput {
    /// What came of waiting for a line.
    enum Outcome: Equatable {
        case line(String)
        /// The line is as long as a terminal lets one be, so its end may be missing.
        case cut
        /// Nothing was ended by Enter for as long as one may wait.
        case idle
        case end
    }

    /// What came of asking for a line that is not shown.
    enum Secret: Equatable {
        case line(String)
        /// Ctrl-C.
        case interrupted
        case end
    }

    /// A terminal keeps so many bytes of a line and drops what is typed behind them (termios(3)).
    static let longest = 4_095

    private var bytes: [UInt8] = []
    private var isAtEnd = false
    private var hidden: HiddenTyping?

    /// The next line without its end, waiting so many milliseconds at most; nil waits without end.
    func line(within milliseconds: Int? = nil) -> Outcome {
        guard let line = nextBytes(within: milliseconds) else { return isAtEnd ? .end : .idle }
        if line.count >= LineInput.longest, isatty(STDIN_FILENO) == 1 { return .cut }
        return .line(LineInput.plain(line))
    }

    /// The bytes of the next line; nil when the time is over or the input has ended.
    private func nextBytes(within milliseconds: Int?) -> ArraySlice<UInt8>? {
        let deadline = milliseconds.map { Deadline(milliseconds: $0) }
        while true {
            if let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == hidden?.interrupt }) {
                // A line that was interrupted keeps its end, by which it is known.
                let line = bytes[end] == 0x0A ? bytes[..<end] : bytes[...end]
                bytes.removeSubrange(...end)
                return line
            }
            if isAtEnd {
                defer { bytes = [] }
                return bytes.isEmpty ? nil : bytes[...]
            }
            var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let found = poll(&watched, 1, deadline?.pollMilliseconds() ?? -1)
            let isInterrupted = found < 0 && errno == EINTR
            // What is typed after the time is over, on a system that slept or a program that was stopped, comes too late.
            if deadline?.isOver() == true { return nil }
            guard found > 0 else {
                if found < 0, !isInterrupted { isAtEnd = true }
                continue
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 { bytes += buffer.prefix(count) } else if count == 0 || errno != EINTR { isAtEnd = true }
        }
    }

    // MARK: - What is not shown

    /// From now on nothing of what is typed is shown, until ``show()``; nothing where the input is no terminal.
    func hide() { if hidden == nil { hidden = HiddenTyping() } }

    /// Gives the terminal back as ``hide()`` found it.
    func show() {
        hidden?.end()
        hidden = nil
    }

    /// Asks for a line, between ``hide()`` and ``show()``.
    func secret(_ prompt: String) -> Secret {
        // What was typed before it was asked for is no passphrase.
        if hidden != nil {
            bytes = []
            tcflush(STDIN_FILENO, TCIFLUSH)
        }
        Standard.prompt(prompt)
        defer { if hidden != nil { Standard.print("") } }
        guard let line = nextBytes(within: nil) else { return .end }
        if let interrupt = hidden?.interrupt, line.last == interrupt { return .interrupted }
        return .line(LineInput.plain(line))
    }

    /// Takes what was typed and not answered, the half line too, as words to be said.
    func takeUnread() -> String {
        bytes += HiddenTyping.unread()
        defer { bytes = [] }
        return LineInput.plain(bytes[...])
    }

    /// What comes through a pipe may hold anything; tabs and line ends of other systems are spaces here.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let line = String(decoding: bytes, as: UTF8.self)
        let plain = line.unicodeScalars.map { $0 == "\t" || $0 == "\r" ? " " : $0 }
        return String(String.UnicodeScalarView(plain.filter { $0.properties.generalCategory != .control }))
    }
}
