import Foundation
import Testing

@Suite("Addresses as links of the terminal")
struct HyperlinkTests {
    private static let hostile =
        "https://a.example/\u{1B}]52;c;AAAA\u{1B}\\ https://b.example\u{07}x https://c.example\u{1B}\\\u{1B}[2J "
        + "\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\"

    private func desk(hyperlinks: String) throws -> Desk {
        let desk = try Desk()
        try desk.put(
            """
            number = "CM26-0000901"
            summary = "The guideline is at https://good.example/guide?part=2 for all."
            [[item]]
            text = "MRI of the left knee"
            """, as: "folder/case.toml")
        let lines = (1...60).map { $0 % 9 == 0 ? "see https://good.example/page/\($0)." : "line \($0)" }
        try desk.put(
            ([HyperlinkTests.hostile] + lines).joined(separator: "\n"), as: "folder/records/report.txt")
        try desk.put(hyperlinks, as: "config/imr/config.toml")
        return desk
    }

    /// Goes about in the case; the text of every screen.
    private func read(_ desk: Desk) async throws -> (terminal: PseudoTerminal, screens: [String]) {
        try await desk.imrSucceeds("import", desk.path("folder"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: "CM26-0000901")
        try await terminal.type("\r", waitFor: "good.example/guide")
        var screens = [terminal.screen.text]
        for key in ["r", "j", "j", " ", "k", "?", "\u{1B}", "G", "0", "=", "\t", "j", "j", "q", "\u{0C}"] {
            try await terminal.type(key)
            try await terminal.waitForQuiet(.milliseconds(300))
            screens.append(terminal.screen.text)
        }
        return (terminal, screens)
    }

    @Test("Every sequence is of an address that stands there, and the screen is the same with and without them")
    func same() async throws {
        let (off, without) = try await read(desk(hyperlinks: "hyperlinks = false\n"))
        let (on, with) = try await read(desk(hyperlinks: "hyperlinks = true\n"))
        #expect(off.screen.systemCommands == [])
        #expect(with == without)
        let commands = on.screen.systemCommands
        let begun = commands.filter { $0 != "8;;" }
        #expect(Set(begun).isSuperset(of: ["8;;https://good.example/guide?part=2", "8;;https://good.example/page/9"]))
        // Whole, and what the reader sees of it is itself: never the words that foreign text would have linked.
        let addresses = ["https://a.example/", "https://b.example", "https://c.example", "https://evil.example"]
        let own = (0...60).map { "https://good.example/page/\($0)" } + ["https://good.example/guide?part=2"]
        #expect(Set(begun).isSubset(of: Set((addresses + own).map { "8;;" + $0 })))
        #expect(commands.count == 2 * begun.count)
        for (index, command) in commands.enumerated() { #expect((command == "8;;") == (index % 2 == 1)) }
        #expect(on.screen.unknown == [] && on.screen.bells == 0)
    }

    @Test("What is searched for stands out within an address too")
    func found() async throws {
        let desk = try desk(hyperlinks: "hyperlinks = true\n")
        try await desk.imrSucceeds("import", desk.path("folder"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: "CM26-0000901")
        try await terminal.type("\r", waitFor: "good.example/guide")
        try await terminal.type("/guide\r", waitFor: "match 1 of")
        try await terminal.waitForQuiet(.milliseconds(300))
        let sent = String(decoding: terminal.sent, as: UTF8.self)
        let link = try #require(sent.components(separatedBy: "\u{1B}]8;;https://good.example/guide?part=2").last)
        let words = try #require(link.components(separatedBy: "\u{1B}]8;;").first)
        #expect(words.contains("mguide\u{1B}["), "the match has a look of its own")
    }
}
