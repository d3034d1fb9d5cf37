import ChildProcesses
import Foundation
import Testing

/// What can end a session in the middle of a sentence.
enum Interruption: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case hangUpSignal = "SIGHUP"
    case terminate = "SIGTERM"
    case closedTerminal = "the terminal closed"

    var testDescription: String { rawValue }

    func happen(to terminal: PseudoTerminal) {
        switch self {
        case .hangUpSignal: terminal.process.send(SIGHUP)
        case .terminate: terminal.process.send(SIGTERM)
        case .closedTerminal: terminal.hangUp()
        }
    }
}

@Suite("Nothing that was written is lost")
struct InterruptionTests {
    private static let sentence = "The record of December 18 shows no red flags"

    /// A desk with a case, its first item in the editor, a sentence written.
    private func writing(mouse: Bool = false) async throws -> (Desk, PseudoTerminal) {
        let desk = try Desk()
        if mouse { try desk.put("mouse = true\n", as: "config/imr/config.toml") }
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.openItem()
        try await terminal.type("e", waitFor: "writing")
        try await terminal.type(InterruptionTests.sentence, waitFor: InterruptionTests.sentence)
        return (desk, terminal)
    }

    /// Sits down again: the sentence stands in the editor, as a draft. After a session that broke off the item is there
    /// at once, else it is opened.
    private func expectDraft(on desk: Desk, isResumed: Bool = true) async throws {
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        if !isResumed { try await terminal.openItem() }
        try await terminal.wait(for: InterruptionTests.sentence)
        #expect(terminal.screen.text.contains("item 1 of 2"))
        #expect(terminal.screen.words.contains("here the last session broke off") == isResumed)
        // Who wants something else is a key away from it, and then it is over.
        try await terminal.type("q", waitFor: "Summary")
        try await terminal.type("q", waitFor: "Worklist")
        try await terminal.type("q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        let third = try desk.sitDown()
        try await third.wait(for: "Worklist")
    }

    @Test("While a session lives, another begins at the list; and who says so begins there after a break, too")
    func beside() async throws {
        let (desk, terminal) = try await writing()
        let second = try desk.sitDown()
        try await second.wait(for: "Worklist")
        try await second.type("q")
        #expect(try await second.waitForEnd() == .exited(0))
        terminal.process.send(SIGKILL)
        _ = try await terminal.waitForEnd()
        let fresh = try desk.sitDown(shell: #""$IMR" open --fresh"#)
        try await fresh.wait(for: "Worklist")
    }

    @Test("What the screen calls saved is there after kill -9")
    func killed() async throws {
        let (desk, terminal) = try await writing()
        try await terminal.wait(for: " saved ")
        terminal.process.send(SIGKILL)
        #expect(try await terminal.waitForEnd() == .signalled(SIGKILL))
        try await expectDraft(on: desk)
    }

    @Test("What was typed is saved on the way out", arguments: Interruption.allCases)
    func interrupted(by interruption: Interruption) async throws {
        let (desk, terminal) = try await writing()
        interruption.happen(to: terminal)
        // A moment in truth; the rest is for a machine that is busy with other tests.
        _ = try await terminal.waitForEnd(within: .seconds(3))
        try await expectDraft(on: desk)
    }

    @Test("Leaving by keys in mid-edit keeps the draft")
    func left() async throws {
        let (desk, terminal) = try await writing()
        try await terminal.type("\u{1B}", waitFor: "u uphold")
        try await terminal.type("Q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        try await expectDraft(on: desk, isResumed: false)
    }

    @Test("A crash gives the terminal back and leaves the draft", arguments: [SIGSEGV, SIGABRT])
    func crashed(by signal: Int32) async throws {
        let (desk, terminal) = try await writing(mouse: true)
        try await terminal.wait(for: " saved ")
        #expect(terminal.screen.mouseModes == [1000, 1002, 1006])
        terminal.process.send(signal)
        #expect(try await terminal.waitForEnd() == .signalled(signal))
        terminal.expectGivenBack()
        try await expectDraft(on: desk)
    }

    @Test("SIGTERM gives the terminal back")
    func terminated() async throws {
        let (_, terminal) = try await writing(mouse: true)
        terminal.process.send(SIGTERM)
        _ = try await terminal.waitForEnd()
        terminal.expectGivenBack()
    }
}
