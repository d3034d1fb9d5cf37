import ChildProcesses
import Foundation
import Testing

@Suite("Programs that run beside this one")
struct ChildProcessTests {
    private func run(
        _ line: String, errors: ChildProcess.Sink = .nowhere, most: Int = .max, patience: Int = 60
    ) throws -> ChildProcess.Outcome {
        try ChildProcess.run(["/bin/sh", "-c", line], errors: errors, most: most, patience: patience)
    }

    @Test("What a program says is heard whole, and how it ended is told")
    func said() throws {
        let outcome = try run("printf heard; printf unheard >&2; exit 3")
        #expect(outcome.text == "heard")
        #expect(outcome.ending == .exited(3))
        #expect(try run("printf a; printf b >&2", errors: .pipe).text == "ab")
        #expect(try run("kill -TERM $$").ending == .signalled(SIGTERM))
    }

    @Test("One that says too much or takes too long is ended")
    func bounds() throws {
        let endless = try run("while :; do echo more; done", most: 100_000)
        #expect(endless.isTooMuch && !endless.isOverdue && endless.ending == .signalled(SIGKILL))
        let slow = try run("exec sleep 60", patience: 1)
        #expect(slow.isOverdue && !slow.isTooMuch && slow.ending == .signalled(SIGKILL))
    }

    @Test("A program that reads a pipe is told something, and another that starts meanwhile does not hold its end")
    func told() throws {
        let reader = try ChildProcess.start(["/bin/cat"], input: .pipe, output: .pipe)
        let other = try ChildProcess.start(["/bin/sleep", "60"])
        try reader.input?.write(contentsOf: Data("told".utf8))
        try reader.input?.close()
        #expect(try reader.output?.readToEnd() == Data("told".utf8))
        #expect(reader.wait() == .exited(0))
        #expect(other.ending() == nil)
    }

    @Test("A program that is not there is named")
    func missing() {
        #expect(throws: ChildProcessError.cannotStart(program: "/no/such", reason: "No such file or directory")) {
            try ChildProcess.start(["/no/such"])
        }
    }
}
