package import Foundation
internal import Synchronization

/// Another program that runs beside this one, with its streams where they are wanted.
///
/// Foundation's `Process` does the same, but up to Swift 6.3 its `run()` copies each entry of `/proc/self/fd` whole and so
/// reads past the end of the list when some 1,350 files are open; that can end the program.
package final class ChildProcess: Sendable {
    /// How a process ended.
    package enum Ending: Hashable, Sendable {
        case exited(Int32)
        case signalled(Int32)
    }

    /// What a program reads.
    package enum Source: Sendable {
        case nothing
        case file(String)
        /// What is written to ``ChildProcess/input``.
        case pipe
    }

    /// Where what a program writes goes.
    package enum Sink: Sendable {
        case nowhere
        /// A file, made readable by its owner alone; what it held is gone.
        case file(String)
        /// To ``ChildProcess/output``; standard error joins standard output there.
        case pipe
    }

    package let id: pid_t
    /// Where a program that reads a pipe is told something; nil with another source.
    package let input: FileHandle?
    /// What a program says that writes to a pipe; nil with another sink.
    package let output: FileHandle?
    private let known = Mutex<Ending?>(nil)
    /// One program is started at a time.
    private static let gate = Mutex(())

    private init(_ id: pid_t, _ streams: StreamEnds) {
        self.id = id
        (input, output) = (streams.input, streams.output)
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: The path of the program, then its arguments.
    ///   - environment: Its variables; nil for those of this program.
    /// - Throws: ``ChildProcessError``.
    package static func start(
        _ command: [String], environment: [String: String]? = nil, input: Source = .nothing, output: Sink = .nowhere,
        errors: Sink = .nowhere
    ) throws(ChildProcessError) -> ChildProcess {
        // The ends of a pipe are inherited until they are marked; another program would keep the pipe from its end.
        try gate.withLock { _ throws(ChildProcessError) in
            let ends = try StreamEnds(input: input, output: output, errors: errors)
            defer { ends.closeOthers() }
            let id = try spawn(command, environment, Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)) { actions in
                ends.enter(&actions)
            }
            return ChildProcess(id, ends)
        }
    }

    /// Starts a program as the leader of a new session whose controlling terminal is the one named.
    ///
    /// - Throws: ``ChildProcessError``.
    package static func start(
        _ command: [String], environment: [String: String], terminal: String
    ) throws(ChildProcessError) -> ChildProcess {
        // POSIX_SPAWN_SETSID of `spawn.h`, which Swift does not see.
        let newSession = 0x80
        let flags = newSession | Int(POSIX_SPAWN_SETSIGDEF) | Int(POSIX_SPAWN_SETSIGMASK)
        return try gate.withLock { _ throws(ChildProcessError) in
            let id = try spawn(command, environment, Int32(flags)) { actions in
                // A session's leader that opens a terminal without O_NOCTTY gets it as its controlling one.
                posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
                posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
                posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
            }
            return ChildProcess(id, .none)
        }
    }

    deinit { kill() }

    /// How it ended, or nil when it has not.
    package func ending() -> Ending? {
        known.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            guard waitpid(id, &status, WNOHANG) == id else { return nil }
            known = ChildProcess.ending(status)
            return known
        }
    }

    /// Waits until it has ended.
    @discardableResult
    package func wait() -> Ending {
        known.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            while waitpid(id, &status, 0) != id, errno == EINTR {}
            let ending = ChildProcess.ending(status)
            known = ending
            return ending
        }
    }

    /// Sends a signal to the process alone; to one that was waited for, nothing is sent.
    package func send(_ signal: Int32) {
        known.withLock { if $0 == nil { _ = Foundation.kill(id, signal) } }
    }

    /// Ends it for good if it is still there.
    package func kill() {
        guard ending() == nil else { return }
        _ = Foundation.kill(id, SIGKILL)
        wait()
    }

    private static func ending(_ status: Int32) -> Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String]?, _ flags: Int32,
        _ streams: (inout posix_spawn_file_actions_t) -> Void
    ) throws(ChildProcessError) -> pid_t {
        guard let program = command.first else { throw .cannotStart(program: "", reason: "no program is named") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        streams(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // This program ignores or blocks signals that the other is to feel.
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let arguments = command.map { strdup($0) } + [nil]
        let variables =
            (environment ?? ProcessInfo.processInfo.environment).map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var id: pid_t = 0
        let failure = posix_spawn(&id, program, &actions, &attributes, arguments, variables)
        guard failure == 0 else {
            throw .cannotStart(program: program, reason: String(cString: strerror(failure)))
        }
        return id
    }
}
