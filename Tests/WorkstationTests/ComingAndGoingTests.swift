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
