import Foundation
import Testing

@Suite("Two sessions on one case")
struct TakeOverTests {
    private static let first = "Her first words"

    /// One reviewer writes in an item, and another session takes the case over.
    private func takenOver(by name: String) async throws -> (Desk, PseudoTerminal, PseudoTerminal) {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let one = try desk.sitDown()
        try await one.wait(for: OwnLetter.number)
        try await one.openItem()
        try await one.type("e", waitFor: "writing")
        try await one.type(TakeOverTests.first, waitFor: " saved ")
        desk.environment["IMR_REVIEWER"] = name
        let other = try desk.sitDown()
        try await other.wait(for: OwnLetter.number)
        try await other.openItem()
        // Who has it is asked beside the case, and answered a moment after that is shown.
        try await other.wait(for: "open with a.reviewer")
        try await other.type("O", waitFor: "Take it over?")
        try await other.type("y", waitFor: "the case is yours now")
        try await other.wait(for: TakeOverTests.first)
        return (desk, one, other)
    }

    private func drafts(_ desk: Desk) async throws -> Int {
        try await desk.imrSucceeds("audit", OwnLetter.number).split(separator: "\n").count {
            $0.contains("draft.saved")
        }
    }

    @Test(
        "After a take-over the words of neither are written over before the other one has seen them",
        arguments: ["a.reviewer", "b.reviewer"])
    func takeOver(name: String) async throws {
        let (desk, one, other) = try await takenOver(by: name)
        let saved = try await drafts(desk)
        try await one.type(" quite lost", waitFor: "\(name) took the case over; your last words are only here")
        #expect(one.screen.text.contains("NOT SAVED") && one.screen.text.contains("Her first words quite lost"))
        #expect(try await drafts(desk) == saved)
        try await other.type("e His words.", waitFor: " saved ")
        try await other.type("\u{1B}", waitFor: "e edit")
        #expect(!other.screen.text.contains("quite lost") && !other.screen.text.contains("NOT SAVED"))
        // Neither trying again nor leaving the item puts the lost words over what is there.
        try await one.type(" for good\u{1B}", waitFor: "O takes it over")
        try await one.type("qq", waitFor: "Leave all the same?")
        try await one.type("n", waitFor: "NOT SAVED")
        try await one.type("1O", waitFor: "Take it over?")
        try await one.type("y", waitFor: "e goes on with your words")
        #expect(one.screen.text.contains("His words."))
        try await one.type("e", waitFor: "quite lost for good")
        try await one.wait(for: " saved ")
        #expect(try await drafts(desk) == saved + 2)
        try await other.type("e")
        try await other.type("x", waitFor: "a.reviewer took the case over")
    }

    @Test("A script writes over nothing while somebody has the case open, even when it is told to")
    func script() async throws {
        let (desk, _, other) = try await takenOver(by: "b.reviewer")
        let words = try desk.put("Other words.\n", as: "words.txt")
        for command in [
            ["decide", OwnLetter.number, "1", "upheld", "--rationale"], ["summarize", OwnLetter.number, "--text"],
        ] {
            let refused = try await desk.imr(command + [words, "--replace"])
            #expect(refused.status == 1 && refused.sentences.count == 1, "\(refused.errors)")
            #expect(refused.errors.contains("is open with b.reviewer"), "\(refused.errors)")
        }
        try await other.type("q", waitFor: "Summary")
        try await other.type("q", waitFor: "Worklist")
        try await other.waitForQuiet()
        try await desk.imrSucceeds(
            "decide", OwnLetter.number, "1", "upheld", "--rationale", words, "--replace")
    }
}
