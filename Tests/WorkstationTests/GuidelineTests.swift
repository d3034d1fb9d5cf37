import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("The guideline beside the item")
struct GuidelineTests {
    static let after = GuidelinePage(
        origin: .citedByAdministrator,
        citation: Citation(source: "MTUS", chapter: "Opioid Treatment", year: 2016, sections: ["1.4 After surgery"]),
        section: "opioids-2016#1.4", path: ["MTUS Opioid Treatment 2016", "1 Acute pain", "1.4 After surgery"],
        rank: "A", isInForce: true, confidence: 0.98, isDemonstration: true,
        passages: [
            .init(
                id: "opioids-2016#1.4/1",
                text: "Opioids after an operation serve for the shortest time that pain demands. For lesser procedures "
                    + "not beyond two to three weeks. After larger ones up to three months.", digest: "d1"),
            .init(id: "opioids-2016#1.4/2", text: "Norco is one of them. See section 4.2.", digest: "d2"),
        ], ways: [.init(reason: "see also", section: "opioids-2016#4.2", words: "4.2 Tapering")])
    static let tapering = GuidelinePage(
        origin: .cited,
        citation: Citation(source: "MTUS", chapter: "Opioid Treatment", year: 2016, sections: ["4.2 Tapering"]),
        section: "opioids-2016#4.2", path: ["MTUS Opioid Treatment 2016", "4.2 Tapering"], rank: "A", isInForce: false,
        confidence: 0.71, passages: [.init(id: "opioids-2016#4.2/1", text: "The dose goes down slowly.", digest: "d3")])

    private func harness(rows: Int = 24, columns: Int = 80) -> Harness {
        var harness = Harness(rows: rows, columns: columns)
        harness.library = [GuidelineTests.after, GuidelineTests.tapering]
        harness.recordPages = ["1.1": "PROGRESS NOTE\nleft wrist, healed wound\npain 4/10", "1.2": "second page"]
        return harness
    }

    @Test(
        "The pane looks as it was approved",
        arguments: [
            ("guideline-pane", 24, 80, "<enter> i"), ("guideline-wide", 50, 200, "<enter> i"),
            ("guideline-second", 24, 80, "<enter> i ]"), ("guideline-quoting", 24, 80, "<enter> i y j v j"),
            ("guideline-ways", 24, 80, "<enter> i >"), ("guideline-search", 24, 80, "<enter> i / d o s e"),
            ("records-search", 24, 80, "<enter> i e a b . <escape> f w o u n d <enter>"),
            ("links", 24, 80, "<enter> i y j <enter> F"),
        ])
    func golden(name: String, rows: Int, columns: Int, keys: String) {
        var harness = harness(rows: rows, columns: columns)
        harness.type(keys)
        harness.wait()
        harness.expectFrame(name)
    }

    @Test("A quotation takes three keys, brings its citation and is linked to its passage")
    func quotes() throws {
        var harness = harness()
        harness.type("<enter> i y j <enter>")
        let desk = try #require(harness.model.caseFile?.desks[0])
        #expect(desk.editor.text.hasPrefix("“For lesser procedures not beyond two to three weeks.”"))
        #expect(desk.editor.text.contains("MTUS Opioid Treatment 2016, 1.4 After surgery"))
        #expect(desk.guideline == "Decision based on MTUS Opioid Treatment 2016, Section(s): 1.4 After surgery.")
        let link = try #require(desk.links.first)
        guard case .passage(let id, let span, let digest) = link.evidence else {
            Issue.record("no passage")
            return
        }
        #expect(id == "opioids-2016#1.4/1" && digest == "d1")
        #expect(
            String(Array(GuidelineTests.after.passages[0].text)[span])
                == "For lesser procedures not beyond two to three weeks.")
    }

    @Test("A quotation goes behind the sentence at the cursor, never into it")
    func quotesBehindSentence() {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("One stands here. Two stands there.")
        for _ in 0..<25 { harness.type("<left>") }
        harness.type("<escape> y <enter>")
        let text = harness.model.caseFile?.desks[0].editor.text ?? ""
        #expect(text.hasPrefix("One stands here. “Opioids after"))
        #expect(text.hasSuffix("1.4 After surgery). Two stands there."))
    }

    @Test("Over a blank only the quotation goes")
    func quotesIntoBlank() {
        var harness = harness()
        harness.type("<enter> i u t <enter> <escape> y <enter>")
        let text = harness.model.caseFile?.desks[0].editor.text ?? ""
        #expect(text.contains("“Opioids after an operation serve for the shortest time that pain demands.”"))
        #expect(!text.contains("(MTUS"))
    }

    @Test("A quotation is fetched from within the rationale, and writing goes on at the next blank")
    func quotesWhileWriting() throws {
        var harness = harness()
        harness.type("<enter> i u t <enter> <c-g> <enter>")
        let desk = try #require(harness.model.caseFile?.desks[0])
        #expect(desk.isWriting)
        #expect(
            desk.editor.text.contains("“Opioids after an operation serve for the shortest time that pain demands.”"))
        #expect(desk.editor.selection == desk.editor.blanks.first)
    }

    @Test("A cross-reference is followed and come back from")
    func follows() {
        var harness = harness()
        harness.type("<enter> i > <enter>")
        #expect(harness.screen.contains("4.2 Tapering"))
        #expect(harness.screen.contains("< comes back"))
        harness.type("<lt>")
        #expect(harness.screen.contains("1.4 After"))
        harness.type("<lt>")
        #expect(harness.screen.contains("where you began"))
    }

    @Test("Tab keeps the search within the guideline, then within the section, then lets it go")
    func scope() {
        var harness = harness()
        harness.type("<enter> i / d o s e <tab>")
        #expect(harness.effects.last == .searchLibrary("dose", within: "opioids-2016", generation: 5))
        #expect(harness.screen.contains("Within MTUS Opioid Treatment 2016"))
        harness.type("<tab>")
        #expect(harness.effects.last == .searchLibrary("dose", within: "opioids-2016#1.4", generation: 6))
        harness.type("<tab>")
        #expect(harness.effects.last == .searchLibrary("dose", within: nil, generation: 7))
    }

    @Test("A search that finds nothing says so")
    func findsNothing() {
        var harness = harness()
        harness.type("<enter> i /")
        #expect(!harness.screen.contains("Nothing in the library"))
        harness.type("x q z")
        #expect(harness.screen.contains("Nothing in the library has these words."))
        harness.type("<c-u> d o s e")
        #expect(!harness.screen.contains("Nothing in the library"))
    }

    @Test("An edition that is not in force is marked")
    func notInForce() {
        var harness = harness()
        harness.type("<enter> i ]")
        #expect(harness.screen.contains("not in force"))
        #expect(harness.screen.contains("match 0.71"))
    }

    @Test("A quotation that differs is told word by word")
    func differs() {
        var harness = harness()
        harness.quotations = [
            FoundQuotation(
                range: 0..<11, isMarked: true, source: "MTUS Opioid Treatment 2016 › 4.2 Tapering",
                section: "opioids-2016#4.2", score: 0.8,
                parts: [
                    .init(quoted: "The dose", stored: "The dose", isSame: true, range: 0..<8),
                    .init(quoted: "up", stored: "goes down", isSame: false, range: 9..<11),
                ])
        ]
        harness.type("<enter> i e")
        harness.write("The dose up")
        harness.type("<escape> \"")
        #expect(harness.screen.contains("1 place differs"))
        #expect(harness.screen.contains("rationale “up”   guideline “goes down”"))
        harness.type("<enter>")
        #expect(harness.screen.contains("The dose goes down slowly."))
    }

    @Test("A sentence is linked to the line of a record, which makes it a document relied on")
    func evidence() {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("The wound had healed. Pain was low.")
        harness.type("<escape> f w o u n d <enter> <enter>")
        #expect(
            harness.links[harness.cases[0].number]?[1]?.map(\.evidence) == [.record(record: 1, page: 1, lines: 2...2)])
        #expect(harness.links[harness.cases[0].number]?[1]?.map(\.sentence) == ["Pain was low."])
        harness.type("F <enter>")
        #expect(harness.model.caseFile?.page == .record(1, page: 1))
        harness.type("0")
        #expect(harness.screen.contains("• R1  Progress note"))
    }

    @Test("What is absent is recorded as searched for")
    func absence() {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("No fever was noted.")
        harness.type("<escape> f f e v e r <enter> <enter>")
        #expect(harness.links[harness.cases[0].number]?[1]?.map(\.evidence) == [.search(words: "fever", found: 0)])
    }

    @Test("A link whose words have gone is called loose")
    func loose() {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("No fever was noted.")
        harness.type("<escape> f f e v e r <enter> <enter>")
        #expect(harness.screen.contains("1 link "))
        harness.type("e <end> <backspace> <backspace> <backspace> <escape>")
        #expect(harness.screen.contains("1 loose"))
    }

    @Test(
        "Sentences end where a reader ends them",
        arguments: [
            ("One. Two.", ["One.", "Two."]),
            ("Dr. Who said 3.5 mg. Then left.", ["Dr. Who said 3.5 mg.", "Then left."]),
            ("He said “no.” She left", ["He said “no.”", "She left"]), ("a\nb", ["a", "b"]), ("", []),
            ("See (e.g. this) now. ok then", ["See (e.g. this) now. ok then"]),
            ("Why? Because!", ["Why?", "Because!"]),
        ])
    func sentences(text: String, expected: [String]) {
        #expect(Sentences.ranges(of: text).map { String(Array(text)[$0]) } == expected)
    }
}
