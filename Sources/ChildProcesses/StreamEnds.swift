internal import Foundation

/// The ends of a program's streams: those that it gets, and those that stay here.
struct StreamEnds: Sendable {
    let input: FileHandle?
    let output: FileHandle?
    private let source: ChildProcess.Source
    private let sinks: [(stream: Int32, sink: ChildProcess.Sink)]
    private let theirInput: Int32?
    private let theirOutput: Int32?

    /// Of a program whose streams are those of a terminal.
    static let none = StreamEnds()

    private init() {
        (input, output, source, sinks, theirInput, theirOutput) = (nil, nil, .nothing, [], nil, nil)
    }

    /// - Throws: ``ChildProcessError/cannotStart(program:reason:)`` when the system has no more pipes.
    init(
        input: ChildProcess.Source, output: ChildProcess.Sink, errors: ChildProcess.Sink
    ) throws(ChildProcessError) {
        source = input
        sinks = [(STDOUT_FILENO, output), (STDERR_FILENO, errors)]
        if case .pipe = input {
            let ends = try StreamEnds.pipe()
            (theirInput, self.input) = (ends.read, FileHandle(fileDescriptor: ends.write, closeOnDealloc: true))
        } else {
            (theirInput, self.input) = (nil, nil)
        }
        let isHeard = sinks.contains { if case .pipe = $0.sink { true } else { false } }
        if isHeard {
            let ends = try StreamEnds.pipe()
            (theirOutput, self.output) = (ends.write, FileHandle(fileDescriptor: ends.read, closeOnDealloc: true))
        } else {
            (theirOutput, self.output) = (nil, nil)
        }
    }

    /// Says what the program is to find at its three streams.
    func enter(_ actions: inout posix_spawn_file_actions_t) {
        switch source {
        case .nothing: posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0)
        case .pipe: if let theirInput { posix_spawn_file_actions_adddup2(&actions, theirInput, STDIN_FILENO) }
        }
        for (stream, sink) in sinks {
            switch sink {
            case .nowhere: posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
            case .file(let path):
                posix_spawn_file_actions_addopen(&actions, stream, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            case .pipe: if let theirOutput { posix_spawn_file_actions_adddup2(&actions, theirOutput, stream) }
            }
        }
    }

    /// Closes the ends that are the program's own.
    func closeOthers() {
        for end in [theirInput, theirOutput] { if let end { close(end) } }
    }

    private static func pipe() throws(ChildProcessError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else {
            throw .cannotStart(program: "", reason: String(cString: strerror(errno)))
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
