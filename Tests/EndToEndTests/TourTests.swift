import ChildProcesses
import Testing

@Suite("The first visit")
struct TourTests {
    @Test("The tour is shown once, over a store that nobody has worked in")
    func once() async throws {
        let desk = try Desk(isNew: true)
        let empty = try desk.sitDown()
        try await empty.wait(for: "No cases here yet")
        #expect(!empty.screen.text.contains("Tour"))
        try await empty.type("q")
        _ = try await empty.waitForEnd()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let first = try desk.sitDown()
        try await first.wait(for: "Tour 1 of 7")
        try await first.type("\r", waitFor: "Tour 2 of 7")
        try await first.type("\u{1B}", waitFor: "the tour is over")
        #expect(first.screen.text.contains("Summary"))
        try await first.type("Q")
        #expect(try await first.waitForEnd() == .exited(0))
        let second = try desk.sitDown()
        try await second.wait(for: OwnLetter.number)
        try await second.waitForQuiet()
        #expect(!second.screen.text.contains("Tour"))
    }
}
