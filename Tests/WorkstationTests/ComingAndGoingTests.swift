import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Coming and going")
struct ComingAndGoingTests {
    @Test(
        "A session that broke off is gone on with where it was",
        arguments: [
            "<enter>", "<enter> j j", "<enter> p <page-down>", "<enter> r", "<enter> i", "<enter> i <tab> j",
            "<enter> 2", "<enter> i e a b c <left> <escape>",
        ], [(24, 80), (16, 60), (50, 200)])
    func resumed(way: String, size: (Int, Int)) throws {
        var first = Harness(rows: size.0, columns: size.1)
        first.recordPages = ["1.1": String(repeating: "a line of a record\n", count: 90)]
        first.type(way)
        first.wait()
        let sitting = try #require(first.model.sitting)
        var second = Harness(first.cases, rows: size.0, columns: size.1)
        second.recordPages = first.recordPages
        second.drafts = first.drafts
        second.send(.resume(sitting))
        #expect(second.screen.contains("the last session broke off"))
        #expect(second.model.sitting == sitting)
        second.type("<c-l>")
        second.wait()
        first.type("<c-l>")
        // The time of saving belongs to the session that saved.
        let lines = (first.screen.split(separator: "\n").dropFirst(), second.screen.split(separator: "\n").dropFirst())
        #expect(lines.0 == lines.1)
        second.type("q q")
        #expect(second.model.caseFile == nil && second.model.sitting == nil)
    }

    /// A session that reads the case it goes on with, and has no answer yet.
    private func resuming(_ page: String) -> Harness {
        var harness = Harness([Harness.therapy])
        harness.send(.resume(Sitting(number: Harness.norco.number.text, page: page)))
        harness.cases.append(Harness.norco)
        return harness
    }

    private func draft(_ words: String) -> Draft {
        Draft(item: 1, rationale: words, reviewerGuideline: "", decision: nil, cursor: 0, revision: 1)
    }

    @Test("Keys that were typed before the case was seen do nothing in it", arguments: ["u", "o", "e x", "D y"])
    func typedBlind(keys: String) {
        var harness = resuming("item 1")
        harness.type(keys)
        harness.send(.caseOpened(Harness.norco, drafts: [draft("It is not necessary.")], access: CaseAccess()))
        harness.wait()
        #expect(harness.model.caseFile?.page == .item(1) && harness.screen.contains("the last session broke off"))
        #expect(harness.model.caseFile?.desks[0].editor.text == "It is not necessary.")
        let isTouched = harness.effects.contains { effect in
            switch effect {
            case .decide, .saveDraft, .discardDraft: true
            default: false
            }
        }
        #expect(!isTouched && harness.model.overlay == nil && harness.model.caseFile?.desks[0].isWriting == false)
    }

    @Test("What Escape gave up is not gone on with when the case is opened later")
    func givenUp() {
        var harness = resuming("item 1")
        harness.type("<escape>")
        #expect(harness.model.sitting == nil)
        harness.type("/ 1 0 1 <enter> <enter>")
        #expect(harness.model.caseFile?.page == .summary && !harness.screen.contains("broke off"))
    }

    @Test(
        "What must be known of a case is said where the last session broke off too",
        arguments: [
            ("summary", "returned for correction: Thirty tablets."), ("item 1", "returned for correction: Thirty"),
            ("summary", "assigned to somebody else"), ("item 1", "assigned to somebody else"),
            ("summary", "item 1's draft is restored"), ("item 1", "item 1's draft is restored"),
        ])
    func saidOnReturn(page: String, words: String) {
        var harness = resuming(page)
        var reviewCase = Harness.norco
        if words.hasPrefix("returned") { reviewCase.correction = "Thirty tablets." }
        let obstacle = words.hasPrefix("assigned") ? words : nil
        let drafts = words.contains("draft") ? [draft("It is not necessary.")] : []
        harness.send(.caseOpened(reviewCase, drafts: drafts, access: CaseAccess(obstacle: obstacle)))
        let bottom = harness.model.view().line(23)
        #expect(bottom.contains(words), "\(bottom)")
    }

    @Test(
        "What of a place is no longer there is left out",
        arguments: [
            Sitting(number: "CM99-0000001", page: "summary"), Sitting(number: "nonsense", page: "summary"),
            Sitting(number: Harness.demonstration[0].number.text, page: "item 99", top: -4),
            Sitting(number: Harness.demonstration[0].number.text, page: "record 9 9", top: 1 << 40),
            Sitting(
                number: Harness.demonstration[0].number.text, page: "item 1", pane: "window",
                paneTops: ["summary": -1, "guideline": 1 << 40], cursor: -9),
        ])
    func stale(sitting: Sitting) {
        var harness = Harness()
        harness.send(.resume(sitting))
        harness.send(.failed(.openCase(Harness.demonstration[0].number), sentence: "no"))
        harness.type("<escape>")
        #expect(harness.model.view().text.contains("CM"))
    }

    @Test("The tour shows a card on each screen that is come to, and Escape ends it there")
    func tour() {
        var harness = Harness()
        harness.send(.showTour)
        var seen: [String] = []
        for keys in ["", "<enter>", "i", "e", "<escape>", "!", "q", "q", "q"] {
            harness.type(keys)
            let card = harness.screen.split(separator: "\n").first { $0.contains("Tour ") }.map(String.init) ?? "none"
            seen.append(card.split(separator: " ").dropFirst(1).prefix(4).joined(separator: " "))
        }
        #expect(
            seen == [
                "Tour 1 of 7", "Tour 2 of 7", "Tour 3 of 7", "Tour 4 of 7", "Tour 5 of 7", "Tour 6 of 7", "Tour 5 of 7",
                "Tour 2 of 7", "Tour 7 of 7",
            ])
        harness.type("j")
        #expect(!harness.screen.contains("Tour"), "any key ends the end")
        harness.type("<f4> <enter> <escape>")
        #expect(!harness.screen.contains("Tour") && harness.model.caseFile != nil)
    }

    @Test("The card of the tour leaves every key its meaning", arguments: ["j", "<enter>", "/ x", "?", ": q u i t"])
    func tourIsNoDoor(keys: String) {
        var (with, without) = (Harness(), Harness())
        with.send(.showTour)
        with.type(keys)
        without.type(keys)
        with.model.tour = nil
        #expect(with.screen == without.screen)
    }

    @Test("The card fits its screen", arguments: [(24, 80), (16, 60), (50, 200), (16, 50), (15, 80), (8, 40)])
    func cardFits(rows: Int, columns: Int) {
        for way in ["", "<enter>", "<enter> i", "<enter> i e", "<enter> !"] {
            var harness = Harness(rows: rows, columns: columns)
            harness.send(.showTour)
            harness.type(way)
            let frame = harness.model.view()
            let isShown = harness.screen.contains("Esc ends it")
            #expect(isShown == (rows >= 16 && columns >= 50), "\(way)")
            #expect(!frame.line(0).contains("Tour") && !frame.line(rows - 1).contains("Tour"))
        }
    }
}
