import ChildProcesses
import Foundation
import Testing

@Suite("A screen that is left alone")
struct LockTests {
    /// The words of the case that a passer-by could read, and its number.
    private static let words = [OwnLetter.number, "MRI", "knee", "ladder", "Worklist", "red flags"]

    private func expectNothingLeft(_ screen: ScreenModel, sourceLocation: SourceLocation = #_sourceLocation) {
        for word in LockTests.words {
            #expect(!screen.text.contains(word), "“\(word)” is left:\n\(screen.text)", sourceLocation: sourceLocation)
        }
    }

    /// Long beside the steps before it even where all tests run at once: 15 seconds, in minutes for the setting.
    private static let idle = (setting: "0.25", time: Duration.seconds(15))

    private func desk(lockAfter: String) async throws -> Desk {
        let desk = try Desk()
        try desk.put("lock-after = \(lockAfter)\n", as: "config/imr/config.toml")
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        return desk
    }

    @Test("Has nothing of the case left after a while, window and scrollback, and Enter brings it back")
    func idle() async throws {
        let desk = try await desk(lockAfter: LockTests.idle.setting)
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        // In one, and so without a pause that could be taken for idleness.
        try await terminal.type("\rieThere are no red flags")
        try await terminal.wait(until: "the words were shown") { _ in
            String(decoding: terminal.sent, as: UTF8.self).contains("red flags")
        }
        try await Task.sleep(for: LockTests.idle.time)
        try await terminal.wait(for: "The screen is locked since")
        #expect(
            terminal.screen.text.contains("a.reviewer works here.") && terminal.screen.text.contains("Enter unlocks"))
        expectNothingLeft(terminal.screen)
        // What the terminal keeps above its window is cleared after the window is (E3).
        let sent = String(decoding: terminal.sent, as: UTF8.self)
        let cleared = try #require(sent.range(of: "\u{1B}[3J", options: .backwards))
        #expect(!LockTests.words.contains { sent[cleared.upperBound...].contains($0) })
        try terminal.resize(rows: 30, columns: 100)
        try await terminal.type("u\u{1B}[200~pasted words\u{1B}[201~\u{1B}[I\u{0C}")
        try await terminal.waitForQuiet()
        expectNothingLeft(terminal.screen)
        #expect(!terminal.screen.text.contains("pasted"))
        try await terminal.type("\r", waitFor: "red flags")
        #expect(terminal.screen.text.contains("writing"))
        try await terminal.type("\u{1B}", waitFor: "u uphold")
        try await terminal.type("Q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        let log = try await desk.imrSucceeds("audit")
        let told = log.split(separator: "\n").compactMap { line in
            ["screen.locked", "screen.unlocked", "draft.saved"].first { line.contains($0) }
        }
        #expect(told.contains("screen.locked") && told.last { $0 != "draft.saved" } == "screen.unlocked", "\(log)")
        try await desk.imrSucceeds("verify")
    }

    @Test("Is locked before anything is painted by who comes back to a stopped program")
    func stopped() async throws {
        let desk = try await desk(lockAfter: LockTests.idle.setting)
        let terminal = try desk.sitDown(
            shell: #"set -m; "$IMR"; echo "jobs: $(jobs)"; read -r line; fg; echo "status $?""#)
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.type("\u{1A}", waitFor: "jobs: ")
        try await Task.sleep(for: LockTests.idle.time + .seconds(1))
        let before = terminal.sent.count
        try await terminal.type("go on\r", waitFor: "The screen is locked since")
        #expect(!String(decoding: terminal.sent[before...], as: UTF8.self).contains(OwnLetter.number))
        try await terminal.type("\r", waitFor: OwnLetter.number)
    }

    @Test("Opens to the passphrase that was set and to no other; the file tells nobody what it is")
    func passphrase() async throws {
        let desk = try await desk(lockAfter: "0")
        let secret = "correct horse battery"
        for (typed, status) in [("short", 1), (secret, 0)] {
            let file = try desk.put(typed + "\n", as: "typed")
            let setting = try desk.sitDown(shell: #""$IMR" passphrase < "\#(file)"; echo "status $?""#)
            try await setting.wait(for: "status \(status)")
        }
        let mode = try FileManager.default.attributesOfItem(atPath: desk.path("config/imr/unlock"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try !desk.text(of: "config/imr/unlock").contains("correct"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.type("\u{1B}l", waitFor: "Passphrase:")
        // That one has to wait stands there for a second alone, in which a busy machine may not look.
        try await terminal.type("wrong horse\r")
        try await terminal.wait(until: "one has to wait") { _ in
            String(decoding: terminal.sent, as: UTF8.self).contains("Wait a second")
        }
        try await terminal.wait(for: "Passphrase:")
        try await terminal.type(secret, waitFor: "****")
        try await terminal.type("\r", waitFor: OwnLetter.number)
        #expect(!String(decoding: terminal.sent, as: UTF8.self).contains("correct"))
        try await terminal.type("q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(try await desk.imrSucceeds("audit").contains("screen.unlock-refused"))
        let linear = try desk.sitDown(shell: #""$IMR" --linear"#)
        try await linear.type("open 1\r", waitFor: "item 1 of 2>")
        try await linear.type("lock\r", waitFor: "Passphrase:")
        expectNothingLeft(linear.screen)
        try await linear.type("wrong horse\r", waitFor: "is wrong")
        try await linear.wait(until: "it is asked again") { $0.text.components(separatedBy: "Passphrase:").count == 3 }
        try await linear.type("\(secret)\r", waitFor: "item 1 of 2>")
        #expect(!linear.screen.text.contains("correct"))
    }

    @Test(
        "Is asked for line by line, too, without a sequence where the terminal knows none",
        arguments: ["dumb", "xterm"])
    func linear(term: String) async throws {
        let desk = try await desk(lockAfter: LockTests.idle.setting)
        let terminal = try desk.sitDown(term: term, shell: #""$IMR" --linear"#)
        try await terminal.type("open 1\radd Half a line")
        try await Task.sleep(for: LockTests.idle.time)
        try await terminal.wait(for: "imr is locked since")
        #expect(term == "dumb" || !terminal.screen.text.contains("Half a line"))
        if term == "dumb" { #expect(!terminal.sent.contains(0x1B)) } else { expectNothingLeft(terminal.screen) }
        try await terminal.type(
            "uphold\r", waitFor: "not carried out: add Half a line\n\(OwnLetter.number) item 1 of 2>")
        try await terminal.type("show\rquit\r", waitFor: "Item 1:")
        #expect(try await terminal.waitForEnd() == .exited(0))
        let log = try await desk.imrSucceeds("audit")
        #expect(
            log.contains("screen.locked") && log.contains("screen.unlocked") && !log.contains("item.decided")
                && !log.contains("draft.saved"))
    }

    @Test(
        "Clears what is kept above the window in every step of colours",
        arguments: [
            ("xterm-256color", [:]), ("xterm-256color", ["COLORTERM": "truecolor"]), ("xterm", ["COLORTERM": "24bit"]),
            ("tmux-256color", ["COLORTERM": "truecolor", "TMUX": "/tmp/x,1,0"]),
            ("xterm-256color", ["COLORTERM": "truecolor", "NO_COLOR": "1"]),
        ])
    func scrollback(term: String, environment: [String: String]) async throws {
        let desk = try await desk(lockAfter: "0")
        desk.environment.merge(environment) { $1 }
        let terminal = try desk.sitDown(term: term)
        try await terminal.wait(for: OwnLetter.number)
        let before = terminal.sent.count
        try await terminal.type("\u{1B}l", waitFor: "Enter unlocks")
        #expect(String(decoding: terminal.sent[before...], as: UTF8.self).contains("\u{1B}[3J"))
        #expect(terminal.screen.unknown == [])
    }

    @Test(
        "Looks at the clock now and then, for a system that sleeps meanwhile, and paints nothing for that",
        arguments: [nil, #"exec "$IMR" --linear"#])
    func looksAtClock(shell: String?) async throws {
        let terminal = try await desk(lockAfter: "10").sitDown(shell: shell)
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.waitForQuiet(.seconds(6))
        let (before, sent) = (try wakes(of: terminal), terminal.sent.count)
        try await Task.sleep(for: .seconds(16))
        try await terminal.waitForQuiet()
        let after = try wakes(of: terminal)
        // One thread waits for keys; those that have nothing to do end, and others wake for reasons of their own.
        #expect(before.contains { (1...4).contains((after[$0] ?? 0) - $1) }, "\(before), then \(after)")
        #expect(terminal.sent.count == sent)
    }

    /// How often each thread of the program has waited, one of them for keys (proc(5)).
    private func wakes(of terminal: PseudoTerminal) throws -> [String: Int] {
        let folder = "/proc/\(terminal.process.id)/task"
        var wakes: [String: Int] = [:]
        for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") })
            wakes[thread] = line.split(separator: "\t").last.flatMap { Int($0) }
        }
        return wakes
    }
}
