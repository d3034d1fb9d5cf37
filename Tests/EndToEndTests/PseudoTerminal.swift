import ChildProcesses
import Foundation
import Testing

/// A program in a real pseudo-terminal of its own, as on a desk: keys go in, and what comes out is kept as bytes and as
/// a screen.
///
/// All waiting is done asleep, so that other tests go on meanwhile.
final class PseudoTerminal {
    let process: ChildProcess
    private(set) var screen: ScreenModel
    /// All that the program has sent so far.
    private(set) var sent: [UInt8] = []
    /// Whether the program's side of the terminal is closed.
    private(set) var isOver = false
    private var master: Int32
    /// Where the program works; the folder goes with the last who holds the desk, and not while a program is at it.
    var desk: Desk?

    /// TIOCSPTLCK and TIOCGPTN of `asm-generic/ioctls.h`.
    private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

    /// Starts a program as the leader of a session whose terminal this is.
    init(_ command: [String], environment: [String: String], rows: Int = 24, columns: Int = 80) throws {
        // As posix_openpt, unlockpt and ptsname do it on Linux; Swift does not see those here.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        try #require(master >= 0 && ioctl(master, PseudoTerminal.setLock, &isLocked) == 0)
        try #require(ioctl(master, PseudoTerminal.getNumber, &number) == 0)
        screen = ScreenModel(rows: rows, columns: columns)
        var size = PseudoTerminal.windowSize(rows, columns)
        try #require(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
        process = try ChildProcess.start(command, environment: environment, terminal: "/dev/pts/\(number)")
        let flags = fcntl(master, F_GETFL)
        try #require(fcntl(master, F_SETFL, flags | O_NONBLOCK) == 0)
    }

    deinit {
        hangUp()
        process.kill()
    }

    private static func windowSize(_ rows: Int, _ columns: Int) -> winsize {
        winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    }

    /// Sends what a person types; Enter is `\r`, Escape `\u{1B}`.
    func type(_ keys: String) async throws {
        var patience = Patience()
        var bytes = Array(keys.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 { bytes = bytes.dropFirst(count) }
            if count < 0 {
                try #require(errno == EAGAIN || errno == EINTR)
                try #require(!patience.isOver, "the terminal takes no more keys")
                try await patience.wait()
            }
        }
    }

    /// Gives the window another size; the system tells the program.
    func resize(rows: Int, columns: Int) throws {
        screen.resize(rows: rows, columns: columns)
        var size = PseudoTerminal.windowSize(rows, columns)
        try #require(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
    }

    /// The line discipline's local modes: echo, lines, signals.
    var localModes: tcflag_t {
        var modes = termios()
        return tcgetattr(master, &modes) == 0 ? modes.c_lflag : 0
    }

    /// Closes the terminal, as a connection that breaks does.
    func hangUp() {
        guard master >= 0 else { return }
        close(master)
        master = -1
    }

    /// Reads on until the screen is as wanted; fails, and shows the screen, when it never is.
    func wait(
        until what: String, sourceLocation: SourceLocation = #_sourceLocation, _ isWanted: (ScreenModel) -> Bool
    ) async throws {
        var patience = Patience()
        while true {
            drain()
            if isWanted(screen) { return }
            guard !isOver, !patience.isOver else { break }
            try await patience.wait()
        }
        Issue.record(
            "waited in vain until \(what); the screen\(isOver ? ", its program gone," : ""):\n\(screen.text)",
            sourceLocation: sourceLocation)
        throw Failure.neverSeen(what)
    }

    /// Reads on until the screen shows the text.
    func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await wait(until: "“\(text)” is shown", sourceLocation: sourceLocation) { $0.text.contains(text) }
    }

    /// Reads on until nothing has come for a while.
    func waitForQuiet(_ quiet: Duration = .milliseconds(150)) async throws {
        var patience = Patience()
        var silence = Patience(quiet)
        while !isOver, !silence.isOver, !patience.isOver {
            try await silence.wait()
            patience.spend()
            if drain() { silence = Patience(quiet) }
        }
    }

    /// Types keys, then reads on until the screen shows the text.
    func type(_ keys: String, waitFor text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await type(keys)
        try await wait(for: text, sourceLocation: sourceLocation)
    }

    /// Reads on until the program has ended; how it ended.
    func waitForEnd(
        within time: Duration = .seconds(10), sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ChildProcess.Ending {
        var patience = Patience(time)
        while !patience.isOver {
            try await patience.wait()
            drain()
            if let ending = process.ending() {
                drain()
                return ending
            }
        }
        Issue.record("the program does not end; the screen:\n\(screen.text)", sourceLocation: sourceLocation)
        throw Failure.neverSeen("the end")
    }

    /// Why a test cannot go on.
    enum Failure: Error { case neverSeen(String) }

    /// Takes what has come; whether anything has.
    @discardableResult
    private func drain() -> Bool {
        guard master >= 0 else { return false }
        var hasRead = false
        var bytes = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(master, &bytes, bytes.count)
            if count > 0 {
                hasRead = true
                sent += bytes.prefix(count)
                screen.feed(bytes.prefix(count))
            } else if count < 0, errno == EINTR {
                continue
            } else {
                // EIO: the last process that had the other side open has closed it.
                if count == 0 || errno == EIO { isOver = true }
                return hasRead
            }
        }
    }
}
