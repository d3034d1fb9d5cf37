import Foundation
import Testing

@Suite("Foreign text never speaks to the terminal")
struct ForeignTextTests {
    /// Title, clipboard, bell, erasure, a report that would come back as keys, eight-bit controls, overrides.
    private static let hostile =
        "before \u{1B}]0;owned\u{07} \u{1B}]52;c;AAAA\u{1B}\\ \u{07}\u{1B}[2J\u{1B}[6n\u{1B}[?1049l \u{9B}31m\u{9D}0;x\u{9C} "
        + "\u{202E}desrever\u{202C} \u{2066}isolate\u{2069} zero\u{200B}width \r back \u{8}\u{8} after"

    /// The same as a basic string of TOML.
    private static let escaped = hostile.unicodeScalars.map { scalar in
        scalar.value < 0x20 || scalar.value >= 0x7F ? "\\u" + hex(scalar.value) : String(scalar)
    }.joined().replacing("]52;c;AAAA\\u001b\\", with: "]52;c;AAAA\\u001b\\\\")

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private func deskWithCaseFolder() throws -> Desk {
        let desk = try Desk()
        let text = ForeignTextTests.escaped
        try desk.put(
            """
            number = "CM26-0000900"
            summary = "\(text)"
            [[item]]
            text = "Request \(text)"
            claims-administrator-guideline = "\(text)"
            [reviewer]
            specialties = ["Neurology \(text)"]
            """, as: "folder/case.toml")
        try desk.put("Progress report\n\(ForeignTextTests.hostile)\nlast line\n", as: "folder/records/report.txt")
        return desk
    }

    private func expectSilent(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(terminal.screen.systemCommands == [], sourceLocation: sourceLocation)
        #expect(terminal.screen.bells == 0, sourceLocation: sourceLocation)
        #expect(terminal.screen.unknown == [], sourceLocation: sourceLocation)
        let scalars = String(decoding: terminal.sent, as: UTF8.self).unicodeScalars
        let overrides = scalars.filter { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) }
        #expect(overrides.isEmpty, sourceLocation: sourceLocation)
    }

    @Test("No screen passes it on")
    func onScreens() async throws {
        let desk = try deskWithCaseFolder()
        let outcome = try await desk.imr("import", desk.path("folder"))
        // What is refused at the door is as safe; one of the two must be.
        guard outcome.status == 0 else {
            #expect(outcome.sentences.count == 1)
            return
        }
        let terminal = try desk.sitDown(rows: 40, columns: 120)
        try await terminal.wait(for: "CM26-0000900")
        try await terminal.type("\r", waitFor: "Summary")
        for key in [
            "i", "t", "q", "e", "\u{1B}", "0", "r", "G", "m", "note \u{1B}", "m", "\r", "M", "q", "C", "q", "*", "=",
            "\t", "q",
            "p", "q", "0", "/before\r", "n", "?", "\u{1B}",
        ] {
            try await terminal.type(key)
            try await terminal.waitForQuiet(.milliseconds(60))
            #expect(terminal.screen.isAlternate)
        }
        expectSilent(terminal)
    }

    @Test(
        "No command prints it on a terminal",
        arguments: ["case list", "case show CM26-0000900"])
    func printed(command: String) async throws {
        let desk = try deskWithCaseFolder()
        guard try await desk.imr("import", desk.path("folder")).status == 0 else { return }
        let terminal = try desk.sitDown(shell: #""$IMR" \#(command); echo over"#)
        try await terminal.wait(for: "over")
        expectSilent(terminal)
    }

    @Test("The linear mode says it harmlessly")
    func linear() async throws {
        let desk = try deskWithCaseFolder()
        try await desk.imrSucceeds("import", desk.path("folder"))
        let terminal = try desk.sitDown(shell: #""$IMR" --linear; echo over"#)
        try await terminal.wait(for: "imr> ".trimmingCharacters(in: .whitespaces))
        for line in [
            "open CM26-0000900", "show", "records", "page 1 1", "find before", "letter", "templates", "check",
            "open \u{16}\u{1B}]0;x", "write", "a \u{16}\u{1B}[2J b", ".", "show", "filter nothing",
        ] {
            try await terminal.type(line + "\r")
            try await terminal.waitForQuiet(.milliseconds(60))
        }
        try await terminal.type("quit\r", waitFor: "over")
        #expect(terminal.screen.words.contains("before"))
        expectSilent(terminal)
    }

    @Test("A file's name does not pass through a message")
    func named() async throws {
        let desk = try Desk()
        let terminal = try desk.sitDown(shell: #""$IMR" import $'no\e]0;owned\a\e[2Jfile.txt'; echo over"#)
        try await terminal.wait(for: "over")
        expectSilent(terminal)
        #expect(terminal.screen.words.contains("nothing is there"))
    }

    @Test("A letter with controls is refused with its line")
    func letter() async throws {
        let desk = try Desk()
        let letter = try desk.put(OwnLetter.text(summary: "Pain \u{1B}[31m in the knee."), as: "letter.txt")
        let outcome = try await desk.imr("import", letter)
        #expect(outcome.status == 1)
        #expect(outcome.sentences.count == 1)
        #expect(outcome.errors.contains("letter.txt:18:"))
        #expect(!outcome.errors.contains("\u{1B}"))
    }

    @Test("Pasted text is text: no key of it is a command, no control of it is kept")
    func pasted() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.type("\u{1B}[200~Q\rqq\u{03}\u{1B}[201~")
        try await terminal.waitForQuiet()
        #expect(terminal.screen.text.contains("Worklist"), "a paste into a list does nothing")
        try await terminal.openItem()
        try await terminal.type("e", waitFor: "writing")
        try await terminal.type("\u{1B}[200~First line.\r\nSecond\tline: u o q Q.\u{07}\u{1B}[201~")
        try await terminal.wait(for: "Second")
        try await terminal.type(" Typed on.", waitFor: "Typed on.")
        #expect(terminal.screen.text.contains("writing"))
        #expect(terminal.screen.words.contains("First line. ┃Second"))
        try await terminal.type("\u{1B}", waitFor: "u uphold")
        expectSilent(terminal)
    }
}
