import Foundation
import Testing

/// A process started by a test: in a terminal of its own, or with its output in files.
final class ChildProcess {
    /// How a process ended.
    enum Ending: Hashable {
        case exited(Int32)
        case signalled(Int32)
    }

    let id: pid_t
    private var known: Ending?

    /// Starts a program as leader of a new session; the terminal, if one is named, becomes its controlling terminal.
    init(_ command: [String], environment: [String: String], terminal: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A session's leader that opens a terminal without O_NOCTTY gets it as its controlling one.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        id = try ChildProcess.spawn(command, environment, &actions)
    }

    /// Starts a program without a terminal and with nothing to read; what it says goes to two files.
    init(_ command: [String], environment: [String: String], output: String, errors: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        id = try ChildProcess.spawn(command, environment, &actions)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], _ actions: inout posix_spawn_file_actions_t
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test runner may ignore or block signals that the program is to feel.
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        // POSIX_SPAWN_SETSID of `spawn.h`, which Swift does not see.
        let newSession: Int32 = 0x80
        let flags = newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var id: pid_t = 0
        let failure = posix_spawn(&id, command[0], &actions, &attributes, arguments, variables)
        try #require(failure == 0, "\(command[0]) does not start: \(String(cString: strerror(failure)))")
        return id
    }

    deinit { kill() }

    /// How it ended, or nil when it has not.
    func ending() -> Ending? {
        if let known { return known }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return nil }
        let signal = status & 0x7F
        known = signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
        return known
    }

    /// Sends a signal to the process alone.
    func send(_ signal: Int32) {
        if known == nil { _ = Foundation.kill(id, signal) }
    }

    /// Ends it for good if it is still there.
    func kill() {
        guard ending() == nil else { return }
        _ = Foundation.kill(id, SIGKILL)
        var status: Int32 = 0
        if waitpid(id, &status, 0) == id { known = .signalled(SIGKILL) }
    }
}
