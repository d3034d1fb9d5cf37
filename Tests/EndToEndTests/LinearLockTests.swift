import ChildProcesses
import Foundation
import Testing

@Suite("A lock on a terminal that is talked with line by line")
struct LinearLockTests {
    private static let secret = "correct horse battery"

    /// A desk with a case; what is typed twice is its passphrase.
    private func desk(lockAfter: String = "0", hasPassphrase: Bool = true) async throws -> Desk {
        let desk = try Desk()
        try desk.put("lock-after = \(lockAfter)\n", as: "config/imr/config.toml")
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        if hasPassphrase {
            let file = try desk.put(LinearLockTests.secret + "\n", as: "typed")
            try await desk.sitDown(shell: #""$IMR" passphrase < "\#(file)"; echo "status $?""#).wait(for: "status 0")
        }
        return desk
    }

    /// Whether the terminal shows what is typed and makes signals of keys.
    private func isPlain(_ terminal: PseudoTerminal) -> Bool {
        let modes = Int32(bitPattern: terminal.localModes)
        return modes & ECHO != 0 && modes & ISIG != 0 && modes & ICANON != 0
    }

    private func isHidden(_ terminal: PseudoTerminal) -> Bool {
        let modes = Int32(bitPattern: terminal.localModes)
        return modes & ECHO == 0 && modes & ISIG == 0
    }

    @Test(
        "Ends in silence with its input: nothing of the case is shown and nothing written, whatever was asked for",
        arguments: [
            (way: ["blanks"], asked: "Blank 1 of 1"),
            (way: ["library knee", "section 1", "quote", "1"], asked: "Into the blank"), (way: ["lock"], asked: ""),
        ])
    func endOfInput(way: [String], asked: String) async throws {
        let desk = try await desk(lockAfter: asked.isEmpty ? "0" : "0.25")
        try await desk.imrSucceeds("guideline", "import", "--demonstration")
        let terminal = try desk.sitDown(shell: #""$IMR" --linear; echo "status $?""#)
        // All in one, so that nothing but the lock comes between the question and the end of the input.
        try await terminal.type((["open 1", "add She fell, for ⟦reason⟧."] + way).joined(separator: "\r") + "\r")
        try await terminal.wait(until: "the way is gone") { _ in
            String(decoding: terminal.sent, as: UTF8.self).contains(asked.isEmpty ? "Passphrase:" : asked)
        }
        let before = told(try await desk.imrSucceeds("audit"))
        #expect(before.contains { $0.contains("draft.saved") })
        if !asked.isEmpty { try await Task.sleep(for: .seconds(15)) }
        try await terminal.wait(until: "it is locked") { $0.text.contains("Passphrase:") && !$0.text.contains("fell") }
        let locked = terminal.sent.count
        try await terminal.type("\u{04}", waitFor: "status 0")
        #expect(isPlain(terminal))
        #expect(try await terminal.waitForEnd() == .exited(0))
        let sent = String(decoding: terminal.sent[locked...], as: UTF8.self)
        #expect(
            sent.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines) == "status 0", "\(sent)")
        let log = try await desk.imrSucceeds("audit")
        #expect(log.contains("screen.locked") && !log.contains("screen.unlocked"))
        #expect(told(log) == before)
    }

    /// What a log tells beside the lock.
    private func told(_ log: String) -> [Substring] { log.split(separator: "\n").filter { !$0.contains("screen.") } }

    @Test("Shows nothing that is typed from the first question to the right passphrase, and no key stops or ends it")
    func hidden() async throws {
        let desk = try await desk()
        let terminal = try desk.sitDown(shell: #"set -m; "$IMR" --linear; echo "status $?""#)
        try await terminal.type("open 1\r", waitFor: "item 1 of 2>")
        try await terminal.type("lock\r", waitFor: "Passphrase:")
        #expect(isHidden(terminal))
        try await terminal.type("wrong horse\r")
        // While it is compared and one has to wait.
        var wasHidden = true
        for _ in 0..<40 {
            wasHidden = wasHidden && isHidden(terminal)
            try await terminal.type("seen")
            try await terminal.waitForQuiet(.milliseconds(20))
        }
        #expect(wasHidden)
        try await terminal.wait(until: "it is asked again") {
            $0.text.components(separatedBy: "Passphrase:").count == 3
        }
        for (index, key) in ["\u{03}", "half\u{03}", "\u{1A}\u{03}", "\u{1C}\u{03}"].enumerated() {
            try await terminal.type(key)
            try await terminal.wait(until: "it is asked again after Ctrl-C") {
                $0.text.components(separatedBy: "Passphrase:").count == 4 + index
            }
        }
        #expect(isHidden(terminal))
        try await terminal.type(LinearLockTests.secret + "\r", waitFor: "item 1 of 2>")
        #expect(isPlain(terminal))
        #expect(!String(decoding: terminal.sent, as: UTF8.self).contains("seen"))
        try await terminal.type("quit\r", waitFor: "status 0")
    }

    @Test("Ctrl-C while a passphrase is set leaves the shell its terminal and the file as it was", arguments: [1, 2])
    func setting(question: Int) async throws {
        let desk = try await desk(hasPassphrase: false)
        let terminal = try desk.sitDown(shell: #"set -m; "$IMR" passphrase; echo "status $? $(jobs)""#)
        try await terminal.wait(for: "New passphrase:")
        if question == 2 {
            try await terminal.type(LinearLockTests.secret + "\r", waitFor: "Once more:")
        }
        #expect(isHidden(terminal))
        try await terminal.type("\u{1A}half")
        try await terminal.waitForQuiet()
        #expect(isHidden(terminal))
        try await terminal.type("\u{03}", waitFor: "status 1")
        #expect(isPlain(terminal))
        #expect(terminal.screen.text.contains("Broken off; nothing was changed."))
        #expect(!FileManager.default.fileExists(atPath: desk.path("config/imr/unlock")))
    }

    @Test("What a terminal may have cut off a line is not taken for the whole")
    func longLines() async throws {
        let desk = try await desk(hasPassphrase: false)
        let terminal = try desk.sitDown(term: "dumb", rows: 200, shell: #""$IMR" --linear"#)
        try await terminal.type("open 1\r", waitFor: "item 1 of 2>")
        try await terminal.type(
            "add " + String(repeating: "a", count: 4_200) + "\r", waitFor: "This line was not taken")
        try await terminal.type("add " + String(repeating: "b", count: 4_000) + "\r", waitFor: "Kept as a draft")
        try await terminal.type("show\rquit\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        let shown = try #require(
            String(decoding: terminal.sent, as: UTF8.self).components(separatedBy: "Rationale:\r\n").last)
        #expect(shown.hasPrefix(String(repeating: "b", count: 4_000) + "\r\n"))
    }

    @Test("Asks to the end for the passphrase that it asked for, though its file is gone", arguments: [true, false])
    func fileGone(isLinear: Bool) async throws {
        let desk = try await desk()
        let terminal = try desk.sitDown(shell: isLinear ? #""$IMR" --linear"# : nil)
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.type(isLinear ? "lock\r" : "\u{1B}l", waitFor: "Passphrase:")
        try FileManager.default.moveItem(atPath: desk.path("config/imr/unlock"), toPath: desk.path("away"))
        try await terminal.type("anything at all\r")
        try await terminal.wait(until: "the reason is told") { _ in
            String(decoding: terminal.sent, as: UTF8.self).contains("gone")
        }
        try await terminal.waitForQuiet()
        #expect(!terminal.screen.text.contains(OwnLetter.number))
        try FileManager.default.moveItem(atPath: desk.path("away"), toPath: desk.path("config/imr/unlock"))
        if isLinear {
            try await terminal.wait(until: "it is asked again") {
                $0.text.components(separatedBy: "Passphrase:").count == 3
            }
        }
        try await terminal.type(LinearLockTests.secret + "\r", waitFor: isLinear ? "imr>" : OwnLetter.number)
    }
}
