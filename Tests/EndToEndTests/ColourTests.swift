import Foundation
import Testing

/// How a terminal was told its colours.
private enum Step: String, CaseIterable {
    case every, palette = "256", sixteen = "16", eight = "8", none

    /// The steps whose sequences stand among what was sent.
    static func seen(in sent: [UInt8]) -> Set<Step> {
        var seen: Set<Step> = []
        let text = String(decoding: sent, as: UTF8.self)
        for match in text.matches(of: /\u{1B}\[([0-9;:]*)m/) {
            let codes = match.output.1.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            var index = 0
            while index < codes.count {
                let code = codes[index]
                if code == 38 || code == 48 {
                    let kind = codes.indices.contains(index + 1) ? codes[index + 1] : 0
                    seen.insert(kind == 2 ? .every : .palette)
                    index += kind == 2 ? 5 : 3
                    continue
                }
                if 30...37 ~= code || 40...47 ~= code { seen.insert(.eight) }
                if 90...97 ~= code || 100...107 ~= code { seen.insert(.sixteen) }
                index += 1
            }
        }
        return seen.isEmpty ? [.none] : seen
    }
}

@Suite("Colours by what the terminal can")
struct ColourTests {
    struct Situation: CustomStringConvertible {
        var term: String
        var environment: [String: String] = [:]
        var configuration = ""
        fileprivate var step: Step
        var said: String
        var description: String { "\(term) \(environment) \(configuration)" }
    }

    static let truecolor = ["COLORTERM": "truecolor"]
    static let situations = [
        Situation(term: "xterm-256color", step: .palette, said: "256, by the description of xterm-256color."),
        Situation(
            term: "xterm-256color", environment: truecolor, step: .every,
            said: "every colour, for COLORTERM=truecolor says so."),
        Situation(
            term: "xterm", environment: ["COLORTERM": "24bit"], step: .every,
            said: "every colour, for COLORTERM=24bit says so."),
        Situation(
            term: "xterm-256color", environment: ["COLORTERM": "yes"], step: .palette,
            said: "256, by the description of xterm-256color."),
        Situation(
            term: "xterm-256color", environment: truecolor, configuration: "truecolor = false", step: .palette,
            said: "256, by the description of xterm-256color. COLORTERM is not heeded, for truecolor = false"),
        Situation(
            term: "xterm-256color", configuration: "truecolor = true", step: .every,
            said: "every colour, for truecolor = true stands in config.toml."),
        Situation(
            term: "tmux-256color", environment: ["COLORTERM": "truecolor", "TMUX": "/tmp/x,1,0"], step: .every,
            said: "every colour, for COLORTERM=truecolor says so."),
        Situation(
            term: "screen-256color", environment: ["COLORTERM": "truecolor", "STY": "1.x"], step: .palette,
            said: "256, by the description of screen-256color. COLORTERM is not heeded in screen"),
        Situation(
            term: "no-such-terminal", environment: truecolor, step: .every,
            said: "every colour, for COLORTERM=truecolor says so."),
        Situation(
            term: "linux", environment: truecolor, step: .eight,
            said: "8, by the description of linux; themes are brought down to them. COLORTERM is not heeded"),
        Situation(
            term: "xterm", step: .eight, said: "8, by the description of xterm; themes are brought down to them."),
        Situation(
            term: "vt100", environment: truecolor, configuration: "truecolor = true", step: .none,
            said: "none, by the description of vt100; the theme monochrome is shown."),
        Situation(
            term: "xterm-256color", environment: ["COLORTERM": "truecolor", "NO_COLOR": "1"], step: .none,
            said: "none, for NO_COLOR is set; the theme monochrome is shown."),
        Situation(
            term: "xterm-256color", environment: ["COLORTERM": "truecolor", "NO_COLOR": ""], step: .every,
            said: "every colour, for COLORTERM=truecolor says so."),
    ]

    @Test("The screen is shown in the step of colours that imr doctor names", arguments: situations)
    func steps(_ situation: Situation) async throws {
        let desk = try Desk()
        try desk.put(situation.configuration + "\n", as: "config/imr/config.toml")
        try await desk.imrSucceeds("generate", "--cases", "3", "--seed", "3")
        desk.environment.merge(situation.environment) { $1 }
        desk.environment["TERM"] = situation.term
        let colours = try await desk.imr("doctor").output.split(separator: "\n").first { $0.contains("  colours ") }
        #expect(colours?.contains(situation.said) == true, "\(colours ?? "nothing")")
        let terminal = try desk.sitDown(term: situation.term)
        try await terminal.wait(for: "1/3")
        try await terminal.type("jj", waitFor: "3/3")
        try await terminal.waitForQuiet()
        #expect(Step.seen(in: terminal.sent) == [situation.step])
        #expect(terminal.screen.unknown == [] && terminal.screen.systemCommands == [])
    }

    /// A program of another group than its user's, in which ncurses heeds no `TERMINFO`, so that the screen is opened twice.
    @Test(
        "The terminal is given back as it was where ncurses takes no description from the environment",
        .enabled(if: getuid() == 0, "Only root can give a program to any group."))
    func elevated() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("generate", "--cases", "3", "--seed", "3")
        desk.environment["COLORTERM"] = "truecolor"
        // The copy is written by a process of its own: a program that anybody has open for writing cannot be started.
        let terminal = try desk.sitDown(
            shell: #"cp "$IMR" ~/imr && chgrp 65534 ~/imr && chmod 2755 ~/imr && ~/imr; echo "status $?""#)
        try await terminal.wait(for: "1/3")
        try await terminal.waitForQuiet()
        #expect(Step.seen(in: terminal.sent) == [.palette])
        try await terminal.type("q", waitFor: "status 0")
        terminal.expectGivenBack()
    }
}
