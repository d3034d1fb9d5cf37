internal import Foundation

/// A terminal that shows nothing of what is typed and makes no signal of a key, until it is given back.
///
/// Ctrl-C and Ctrl-Z would else end or stop the program while the shell is left without echo. Ctrl-C ends the line
/// instead, as its last byte, so that whoever reads sees it at once.
struct HiddenTyping {
    /// What ends a line that is thrown away: Ctrl-C, unless the terminal has another key for it.
    let interrupt: UInt8
    private let found: termios

    /// Nil where the input is no terminal.
    init?() {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        found = modes
        let key = withUnsafeBytes(of: modes.c_cc) { $0[Int(VINTR)] }
        interrupt = key == 0 ? 0x03 : key
        let interrupt = interrupt
        modes.c_lflag &= ~tcflag_t(ECHO | ISIG)
        modes.c_lflag |= tcflag_t(ICANON)
        withUnsafeMutableBytes(of: &modes.c_cc) { $0[Int(VEOL)] = interrupt }
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
    }

    /// The terminal is as it was found.
    func end() {
        var modes = found
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }

    /// What was typed and not read. Of a line that is not ended the system tells only while the terminal has no lines.
    static func unread() -> [UInt8] {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return [] }
        var without = modes
        without.c_lflag &= ~tcflag_t(ICANON | ECHO)
        withUnsafeMutableBytes(of: &without.c_cc) {
            $0[Int(VMIN)] = 0
            $0[Int(VTIME)] = 0
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &without)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &modes) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
        }
    }
}
