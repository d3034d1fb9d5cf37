import ChildProcesses
import Foundation
import Testing

@Suite("Terminals")
struct TerminalTypeTests {
    @Test(
        "Each type of terminal shows the worklist, and gets back what it was",
        arguments: ["xterm-256color", "screen", "linux", "vt100", "no-such-terminal"])
    func shows(term: String) async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("generate", "--cases", "60", "--seed", "3")
        let terminal = try desk.sitDown(term: term)
        try await terminal.wait(for: "imr")
        try await terminal.wait(for: "Worklist")
        try await terminal.wait(for: "1/60")
        // Scrolls, by whatever means this terminal has for it.
        try await terminal.type(String(repeating: "j", count: 40), waitFor: "41/60")
        try await terminal.type("k\u{1B}[A", waitFor: "39/60")
        let scrolled = terminal.screen.lines
        try await terminal.type("\u{0C}")
        try await terminal.waitForQuiet()
        #expect(terminal.screen.lines == scrolled, "drawn anew, it is what the changes had made of it")
        #expect(terminal.screen.unknown == [])
        #expect(terminal.screen.systemCommands == [])
        #expect(terminal.screen.text.contains("CM"))
        try await terminal.type("q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        terminal.expectGivenBack()
        #expect(!terminal.screen.text.contains("CM"), "no case is left on the screen")
    }

    @Test("A terminal that cannot place its cursor is talked with line by line")
    func dumb() async throws {
        let terminal = try Desk().sitDown(term: "dumb")
        try await terminal.wait(for: "There are no cases here.")
        try await terminal.type("quit\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(!terminal.sent.contains(0x1B))
    }

    @Test("A locale without UTF-8 is made good", arguments: ["C", "POSIX", ""])
    func locale(_ name: String) async throws {
        let desk = try Desk()
        desk.environment["LANG"] = name.isEmpty ? nil : name
        let terminal = try desk.sitDown()
        try await terminal.wait(for: "Worklist")
        try await terminal.wait(for: "No cases here yet")
        #expect(terminal.screen.unknown == [])
    }

    @Test("Through every size, down to a single cell, and back", arguments: ["worklist", "item", "editor"])
    func resized(at place: String) async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        if place != "worklist" { try await terminal.openItem() }
        if place == "editor" {
            try await terminal.type("eA sentence is begun", waitFor: "A sentence is begun")
            try await terminal.wait(for: " saved ")
        }
        try await terminal.waitForQuiet()
        let before = terminal.screen.lines
        for (rows, columns) in [(50, 200), (10, 40), (1, 1), (2, 300), (24, 80)] {
            try terminal.resize(rows: rows, columns: columns)
            if rows >= 10 {
                try await terminal.wait(until: "the bottom line is drawn at \(rows)×\(columns)") {
                    $0.lines.last != "" && $0.text.contains(OwnLetter.number)
                }
            }
            try await terminal.waitForQuiet()
            try #require(terminal.process.ending() == nil, "survives \(rows)×\(columns)")
        }
        #expect(terminal.screen.lines == before)
        try await terminal.type("?", waitFor: place == "editor" ? "begun?" : "Help")
    }
}
