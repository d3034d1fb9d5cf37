import ChildProcesses
import Testing

/// The main job by lines, on a terminal that can do nothing but print.
@Suite("Line by line")
struct LinearTests {
    @Test("From opening a case to the exported letter, with no escape sequence sent")
    func mainJob() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await terminal.type("open 1\r", waitFor: "Item 2: Physical therapy")
        try await terminal.type(
            "cite Decision based on MTUS Knee Complaints 2004, Section(s): Imaging.\r", waitFor: "Guideline: Decision")
        try await terminal.type("uphold\r", waitFor: "A decision is recorded with its rationale")
        try await terminal.type(
            "write\rThere are no red flags. The request is not medically necessary.\r.\r", waitFor: "Kept as a draft")
        try await terminal.type("uph\r", waitFor: "Item 1: Upheld, recorded. 1 item still open.")
        try await terminal.type("next\r", waitFor: "item 2 of 2>")
        try await terminal.type(
            "wr\rEight visits helped. The request is medically necessary.\r.\r",
            waitFor: "Kept as a draft: 1 line. “uphold” or “overturn” records it.\n\(OwnLetter.number) item 2")
        try await terminal.type("overturn\r", waitFor: "0 items still open")
        try await terminal.type("check\r", waitFor: "citation.none")
        try await terminal.type("export \(desk.path("out"))\r", waitFor: "\(OwnLetter.number).json")
        try await terminal.type("q\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(!terminal.sent.contains(0x1B))
        let letter = try desk.text(of: "out/\(OwnLetter.number).txt")
        #expect(letter.contains("MRI of the left knee without contrast: Upheld"))
        #expect(letter.contains("There are no red flags. The request is not medically necessary."))
        #expect(letter.contains("visits: Overturned"))
    }

    @Test("What is half written when the line breaks off is there at the next opening")
    func hangUp() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let first = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await first.type("open 1\rwrite\r", waitFor: "Write the rationale")
        // The prompt for the next line says that this one is on disk.
        for (line, count) in [("A sentence is begun", 2), ("and goes on", 3)] {
            try await first.type(line + "\r")
            try await first.wait(until: "the next line is asked for") { $0.text.count { $0 == "|" } == count }
        }
        first.process.send(9)
        _ = try await first.waitForEnd()
        let second = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await second.type("open 1\rshow\r", waitFor: "A sentence is begun")
    }
}
