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
    private func writing() async throws -> (Desk, PseudoTerminal) {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.openItem()
        try await terminal.type("e", waitFor: "writing")
        try await terminal.type(InterruptionTests.sentence, waitFor: InterruptionTests.sentence)
        return (desk, terminal)
    }

    /// Opens the case anew: the sentence stands in the editor, as a draft.
    private func expectDraft(on desk: Desk) async throws {
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.openItem()
        try await terminal.wait(for: InterruptionTests.sentence)
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
        try await expectDraft(on: desk)
    }

    @Test("A crash gives the terminal back and leaves the draft", arguments: [SIGSEGV, SIGABRT])
    func crashed(by signal: Int32) async throws {
        let (desk, terminal) = try await writing()
        try await terminal.wait(for: " saved ")
        terminal.process.send(signal)
        #expect(try await terminal.waitForEnd() == .signalled(signal))
        terminal.expectGivenBack()
        try await expectDraft(on: desk)
    }

    @Test("SIGTERM gives the terminal back")
    func terminated() async throws {
        let (_, terminal) = try await writing()
        terminal.process.send(SIGTERM)
        _ = try await terminal.waitForEnd()
        terminal.expectGivenBack()
    }
}
