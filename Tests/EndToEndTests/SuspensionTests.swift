import Foundation
import Testing

@Suite("Suspend and resume")
struct SuspensionTests {
    /// A shell with job control that starts the program, says what its jobs are once it is back, and waits for a line.
    private static let shell = #"set -m; "$IMR"; echo "jobs: $(jobs)"; read -r line; fg; echo "status $?""#

    @Test(
        "The shell gets its terminal back, and the program its screen")
    func suspended() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("generate", "--cases", "30", "--seed", "5")
        let terminal = try desk.sitDown(shell: SuspensionTests.shell)
        try await terminal.wait(for: "1/30")
        try await terminal.type("jj", waitFor: "3/30")
        try await terminal.type("\u{1B}m", waitFor: "the mouse selects")
        #expect(terminal.screen.mouseModes == [1000, 1002, 1006] && terminal.screen.isFocusTold)
        try await terminal.type("\u{1B}[<0;5;8M\u{1B}[<0;5;8m", waitFor: "5/30")
        try await terminal.type("\u{1B}[O\u{1B}[I\u{1B}[<64;5;8M", waitFor: "2/30")
        let before = terminal.screen.lines
        try await terminal.type("\u{1A}", waitFor: "jobs: ")
        #expect(terminal.screen.text.contains("Stopped"))
        terminal.expectGivenBack()
        try await terminal.type("go on\r", waitFor: "Worklist")
        try await terminal.wait(until: "all is painted anew") { $0.lines == before }
        #expect(terminal.screen.isPasteBracketed && terminal.screen.isFocusTold)
        #expect(terminal.screen.mouseModes == [1000, 1002, 1006])
        try await terminal.type("j", waitFor: "3/30")
        try await terminal.type("q", waitFor: "status 0")
        terminal.expectGivenBack()
    }

    @Test("A terminal with one screen shows no case to the shell, and all of it afterwards")
    func oneScreen() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("generate", "--cases", "30", "--seed", "5")
        let terminal = try desk.sitDown(term: "vt100", shell: SuspensionTests.shell)
        try await terminal.wait(for: "1/30")
        try await terminal.type("jj", waitFor: "3/30")
        try await terminal.waitForQuiet()
        let before = terminal.screen.lines
        try await terminal.type("\u{1A}", waitFor: "jobs: ")
        #expect(!terminal.screen.text.contains("CM") && !terminal.screen.text.contains("Worklist"))
        terminal.expectGivenBack()
        try await terminal.type("go on\r", waitFor: "Worklist")
        try await terminal.wait(until: "all is painted anew") { $0.lines == before }
        try await terminal.type("j", waitFor: "4/30")
    }

    @Test(
        "A window that changed meanwhile is filled")
    func resizedMeanwhile() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("generate", "--cases", "60", "--seed", "5")
        let terminal = try desk.sitDown(shell: SuspensionTests.shell)
        try await terminal.wait(for: "1/60")
        try await terminal.type("\u{1A}", waitFor: "jobs: ")
        try terminal.resize(rows: 40, columns: 120)
        try await terminal.type("go on\r", waitFor: "Worklist")
        try await terminal.wait(until: "the bottom line is at the bottom") { $0.lines[39].contains("help") }
    }

    @Test("Where nobody could continue it, Ctrl-Z leaves the program at work")
    func alone() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("generate", "--cases", "30", "--seed", "5")
        let terminal = try desk.sitDown()
        try await terminal.wait(for: "1/30")
        try await terminal.type("\u{1A}")
        try await terminal.waitForQuiet()
        try await terminal.type("j", waitFor: "2/30")
        #expect(terminal.screen.text.contains("Worklist"))
    }
}
