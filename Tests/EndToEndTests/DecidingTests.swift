import ChildProcesses
import Foundation
import Testing

@Suite("From a letter to a letter")
struct DecidingTests {
    @Test("A letter imported blind is decided by keys alone, exported, and read back as the same case")
    func decideByKeys() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.type("\r", waitFor: "who fell from a ladder")
        #expect(!terminal.screen.words.contains("no red flags"), "the published rationale is held back")

        try await terminal.type("i", waitFor: "item 1 of 2")
        try await terminal.type("c")
        try await terminal.wait(until: "the guideline line is asked for") { $0.lines.last == " guideline" }
        try await terminal.type(
            "Decision based on MTUS 2009, Section(s): Knee Complaints.\r", waitFor: "Knee Complaints")
        try await terminal.type("t", waitFor: "Rationale templates")
        try await terminal.type("\r", waitFor: "writing")
        var filled = 0
        while terminal.screen.text.contains("⟦"), filled < 12 {
            filled += 1
            try await terminal.type("finding \(filled)\t", waitFor: "finding \(filled)")
            try await terminal.waitForQuiet(.milliseconds(50))
        }
        try await terminal.type("\u{1B}", waitFor: "overturn  recorded")

        try await terminal.type("l", waitFor: "item 2 of 2")
        try await terminal.type("e", waitFor: "writing")
        try await terminal.type("Function rose by a third after eight visits.", waitFor: "eight visits.")
        try await terminal.type("\u{1B}", waitFor: "u uphold")
        try await terminal.type("o", waitFor: "overturn  recorded")
        try await terminal.type("p", waitFor: "Letter preview")
        try await terminal.type("G", waitFor: ": Overturned")
        try await terminal.type("q", waitFor: "item 2 of 2")
        try await terminal.type("q", waitFor: "· Summary ·")
        try await terminal.type("q", waitFor: "Worklist")
        try await terminal.wait(for: "2/2")
        try await terminal.type("q")
        #expect(try await terminal.waitForEnd() == .exited(0))

        let out = desk.path("out")
        try await desk.imrSucceeds("export", OwnLetter.number, "--format", "text", "--out", out)
        try await desk.imrSucceeds("export", OwnLetter.number, "--format", "json", "--out", out)
        let json = try desk.text(of: "out/\(OwnLetter.number).json")
        #expect(json.contains("partial-overturn"))
        #expect(json.contains("finding 1"))
        #expect(json.contains("Function rose by a third"))
        let letter = desk.path("out/\(OwnLetter.number).txt")
        let second = desk.path("second.db")
        try await desk.imrSucceeds("import", "--store", second, letter)
        #expect(try await desk.imrSucceeds("case", "show", "--json", "--store", second, OwnLetter.number) == json)
    }

    @Test(
        "Keys typed ahead reach the screen that they are meant for")
    func typedAhead() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let terminal = try desk.sitDown()
        try await terminal.wait(for: OwnLetter.number)
        try await terminal.type("\rieA sentence", waitFor: "A sentence")
        #expect(terminal.screen.text.contains("item 1 of 2"))
    }

    @Test("A script decides as the screen does")
    func decideByScript() async throws {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let rationale = try desk.put("The record shows no mechanical symptoms.\n", as: "rationale.txt")
        for (item, decision) in [("1", "upheld"), ("2", "overturned")] {
            try await desk.imrSucceeds("decide", OwnLetter.number, item, decision, "--rationale", rationale)
        }
        let json = try await desk.imrSucceeds("case", "show", "--json", OwnLetter.number)
        #expect(json.contains("partial-overturn"))
        let list = try await desk.imrSucceeds("case", "list")
        #expect(list.contains(OwnLetter.number))
        #expect(list.contains("2/2"))
        #expect(try await desk.imrSucceeds("case", "list", "--json").contains("\"decided\":2"))
        let letter = try await desk.imrSucceeds("case", "show", OwnLetter.number)
        #expect(letter.contains("no mechanical symptoms"))
    }

    @Test("A script writes over nothing that is there, unless it is told to")
    func writeOver() async throws {
        let desk = try Desk()
        let (number, words) = (OwnLetter.number, try desk.put("Other words.\n", as: "words.txt"))
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        let decide = ["decide", number, "1", "upheld", "--rationale", words]
        let claims = ["--claims-administrator", "It cited nothing."]
        let table = [
            (["summarize", number, "--text", words], "another clinical summary"),
            (decide + claims, "another line of the claims administrator"), (decide, nil),
            (decide, "item 1 is decided already: upheld"),
        ]
        for (arguments, refusal) in table {
            let before = try await desk.imrSucceeds("audit", number)
            let outcome = try await desk.imr(arguments)
            #expect(outcome.status == (refusal == nil ? 0 : 1), "\(arguments)")
            guard let refusal else { continue }
            #expect(outcome.sentences.count == 1 && outcome.errors.contains(refusal), "\(outcome.errors)")
            #expect(try await desk.imrSucceeds("audit", number) == before)
        }
        for (arguments, refusal) in table where refusal != nil {
            try await desk.imrSucceeds(arguments + ["--replace"])
        }
        let terminal = try desk.sitDown(term: "dumb", rows: 60, columns: 132)
        try await terminal.type("open 1\ritem 2\rwrite\rHalf a thought.\r.\rquit\r", waitFor: "Kept as a draft")
        _ = try await terminal.waitForEnd()
        let refused = try await desk.imr("decide", number, "2", "upheld", "--rationale", words)
        #expect(refused.status == 1 && refused.errors.contains("written and not recorded"), "\(refused.errors)")
    }

    @Test("A decision that is refused leaves the claims administrator's line that came with it unwritten")
    func nothingByHalves() async throws {
        let desk = try Desk()
        let (number, words) = (OwnLetter.number, try desk.put("Other words.\n", as: "words.txt"))
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        try await desk.imrSucceeds("suspend", number, "--since", "2026-02-10")
        let (before, log) = (
            try await desk.imrSucceeds("case", "show", number, "--json"), try await desk.imrSucceeds("audit", number)
        )
        let refused = try await desk.imr(
            "decide", number, "1", "upheld", "--rationale", words, "--claims-administrator", "It cited nothing.",
            "--replace")
        #expect(refused.status == 1 && refused.sentences.count == 1, "\(refused.errors)")
        #expect(!(try await desk.imrSucceeds("audit", number)).dropFirst(log.count).contains("claims-guideline"))
        #expect(try await desk.imrSucceeds("case", "show", number, "--json") == before)
    }

    @Test("What is imported again is left as it is; other content needs --replace")
    func importAgain() async throws {
        let desk = try Desk()
        let letter = try desk.put(OwnLetter.text(), as: "letter.txt")
        #expect(try await desk.imrSucceeds("import", letter).hasPrefix("1 added, 0 unchanged"))
        #expect(try await desk.imrSucceeds("import", letter).hasPrefix("0 added, 1 unchanged"))
        let other = try desk.put(OwnLetter.text(summary: "Another summary."), as: "other.txt")
        let refused = try await desk.imr("import", other)
        #expect(refused.status == 1)
        #expect(refused.sentences.count == 1)
        #expect(refused.errors.contains(OwnLetter.number))
        #expect(!(try await desk.imrSucceeds("case", "show", OwnLetter.number).contains("Another summary")))
        #expect(try await desk.imrSucceeds("import", "--replace", other).contains("1 replaced"))
        #expect(try await desk.imrSucceeds("case", "show", OwnLetter.number).contains("Another summary"))
    }
}
