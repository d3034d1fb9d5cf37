internal import Foundation

/// The standard input, line by line.
final class LineInput {
    /// What came of waiting for a line.
    enum Outcome: Equatable {
        case line(String)
        /// Nothing was ended by Enter for as long as one may wait.
        case idle
        case end
    }

    private var bytes: [UInt8] = []
    private var isAtEnd = false

    /// The next line without its end, waiting so many milliseconds at most; nil waits without end.
    func line(within milliseconds: Int? = nil) -> Outcome {
        let deadline = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
        while true {
            if let end = bytes.firstIndex(of: 0x0A) {
                defer { bytes.removeSubrange(...end) }
                return .line(LineInput.plain(bytes[..<end]))
            }
            if isAtEnd {
                defer { bytes = [] }
                return bytes.isEmpty ? .end : .line(LineInput.plain(bytes[...]))
            }
            var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let found = poll(&watched, 1, LineInput.milliseconds(until: deadline))
            if found == 0 { return .idle }
            guard found > 0 else {
                if errno != EINTR { isAtEnd = true }
                continue
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 { bytes += buffer.prefix(count) } else if count == 0 || errno != EINTR { isAtEnd = true }
        }
    }

    /// Asks for a line that is not shown; nil at the end of the input.
    func secret(_ prompt: String) -> String? {
        Standard.prompt(prompt)
        var modes = termios()
        let isTerminal = tcgetattr(STDIN_FILENO, &modes) == 0
        var silent = modes
        silent.c_lflag &= ~tcflag_t(ECHO)
        // What was typed before it was asked for is no passphrase.
        if isTerminal { tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) }
        defer {
            if isTerminal {
                tcsetattr(STDIN_FILENO, TCSANOW, &modes)
                Standard.print("")
            }
        }
        guard case .line(let line) = line() else { return nil }
        return line
    }

    /// Throws away what was typed and not read, the half line too.
    func forget() {
        bytes = []
        tcflush(STDIN_FILENO, TCIFLUSH)
    }

    /// Rounded up; -1 without a deadline.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = (deadline - .now).components
        guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
        return Int32(clamping: left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1)
    }

    /// What comes through a pipe may hold anything; tabs and line ends of other systems are spaces here.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let line = String(decoding: bytes, as: UTF8.self)
        let plain = line.unicodeScalars.map { $0 == "\t" || $0 == "\r" ? " " : $0 }
        return String(String.UnicodeScalarView(plain.filter { $0.properties.generalCategory != .control }))
    }
}
