internal import Foundation
internal import Synchronization

extension ChildProcess {
    /// What a program that was run to its end has said.
    package struct Outcome: Equatable, Sendable {
        package let ending: Ending
        /// All that it wrote; standard error is in it when that goes to the pipe too.
        package let output: [UInt8]
        /// Whether it was ended because it took too long.
        package let isOverdue: Bool
        /// Whether it was ended because it said too much; what it said up to then is in the output.
        package let isTooMuch: Bool

        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - most: The most bytes that it may say.
    ///   - patience: The most seconds that it may take.
    /// - Throws: ``ChildProcessError``.
    package static func run(
        _ command: [String], environment: [String: String]? = nil, input: Source = .nothing, errors: Sink = .nowhere,
        most: Int = .max, patience: Int = 60
    ) throws(ChildProcessError) -> Outcome {
        let process = try start(command, environment: environment, input: input, output: .pipe, errors: errors)
        let isOverdue = Mutex(false)
        let guardian = DispatchWorkItem {
            isOverdue.withLock { $0 = true }
            process.send(SIGKILL)
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience), execute: guardian)
        let (output, isTooMuch) = process.hear(most: most)
        if isTooMuch { process.send(SIGKILL) }
        let ending = process.wait()
        guardian.cancel()
        return Outcome(
            ending: ending, output: output, isOverdue: isOverdue.withLock { $0 }, isTooMuch: isTooMuch)
    }

    /// What comes through the pipe until its end, and whether it was more than a number of bytes.
    private func hear(most: Int) -> (output: [UInt8], isTooMuch: Bool) {
        var heard: [UInt8] = []
        while true {
            guard let part = try? output?.read(upToCount: 1 << 16), !part.isEmpty else { return (heard, false) }
            heard += part
            if heard.count > most { return (heard, true) }
        }
    }

    /// The path of a program that is looked for in the folders of `PATH`; nil when none has it.
    package static func path(of program: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
