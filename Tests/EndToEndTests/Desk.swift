import ChildProcesses
import Foundation
import Testing

/// A reviewer's desk: a folder with a home and stores of its own, the built program, and nothing of the machine's user.
final class Desk {
    /// The program as it was built: beside the tests.
    static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(filePath: tests).deletingLastPathComponent().appending(path: "imr").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../.build/debug/imr").standardizedFileURL.path
    }()

    /// What a command said, and how it ended.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
        /// The lines on the standard error, which are for the person.
        var sentences: [Substring] { errors.split(separator: "\n") }
    }

    let folder: String
    var environment: [String: String]

    /// - Parameter isNew: whether nobody has sat here yet, so that the tour is shown.
    init(isNew: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.path + "/imr-desk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "XDG_DATA_HOME": folder + "/data",
            "XDG_CONFIG_HOME": folder + "/config", "IMR_STORE": folder + "/store.db", "IMR_REVIEWER": "a.reviewer",
            "XDG_STATE_HOME": folder + "/state", "LANG": "C.UTF-8", "TERM": "xterm-256color",
            // Swift's own report of a crash would wait half a minute for a key.
            "SWIFT_BACKTRACE": "enable=no",
        ]
        if !isNew { try settleIn() }
    }

    /// The desk of somebody who knows the program: no tour is shown.
    private func settleIn() throws {
        try put("", as: "state/imr/visited")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A path on the desk.
    func path(_ name: String) -> String { folder + "/" + name }

    /// Lays a file on the desk; its path.
    @discardableResult
    func put(_ text: String, as name: String) throws -> String { try put(Data(text.utf8), as: name) }

    /// Lays a file on the desk; its path.
    @discardableResult
    func put(_ data: Data, as name: String) throws -> String {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file.path
    }

    /// What a file says.
    func text(of name: String) throws -> String { try String(contentsOf: URL(filePath: path(name)), encoding: .utf8) }

    /// Runs a command of the program to its end.
    func imr(_ arguments: String...) async throws -> Outcome { try await imr(arguments) }

    /// Runs a command of the program to its end.
    func imr(_ arguments: [String]) async throws -> Outcome {
        let id = UUID().uuidString
        let files = (output: path("\(id).out"), errors: path("\(id).err"))
        let process = try ChildProcess.start(
            [Desk.program] + arguments, environment: environment, output: .file(files.output),
            errors: .file(files.errors))
        var patience = Patience()
        while process.ending() == nil, !patience.isOver { try await patience.wait() }
        guard case .exited(let status) = process.ending() else {
            throw PseudoTerminal.Failure.neverSeen("the end of imr \(arguments.joined(separator: " "))")
        }
        return Outcome(status: status, output: try text(of: "\(id).out"), errors: try text(of: "\(id).err"))
    }

    /// Runs a command that must succeed; what it printed.
    @discardableResult
    func imrSucceeds(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        try await imrSucceeds(arguments, sourceLocation: sourceLocation)
    }

    /// Runs a command of the program, which must succeed; what it said.
    @discardableResult
    func imrSucceeds(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let outcome = try await imr(arguments)
        #expect(outcome.errors == "", sourceLocation: sourceLocation)
        try #require(outcome.status == 0, sourceLocation: sourceLocation)
        return outcome.output
    }

    /// Sits down at a terminal and opens the workstation, or another command in which `$IMR` is the program.
    func sitDown(
        term: String = "xterm-256color", rows: Int = 24, columns: Int = 80, shell: String? = nil
    ) throws -> PseudoTerminal {
        var environment = environment
        environment["TERM"] = term
        environment["IMR"] = Desk.program
        let terminal = try PseudoTerminal(
            shell.map { ["/bin/bash", "--norc", "-c", $0] } ?? [Desk.program], environment: environment, rows: rows,
            columns: columns)
        terminal.desk = self
        return terminal
    }
}
