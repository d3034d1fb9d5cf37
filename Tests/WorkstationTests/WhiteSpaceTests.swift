import CaseModel
import Synthetic
import Testing
import TextUI

@testable import Workstation

@Suite("White space that a case does not keep")
struct WhiteSpaceTests {
    /// What the case records of an item, and what is shown of it; of what is recorded the white space does not count.
    private func state(_ harness: Harness) -> [String] {
        guard let screen = harness.model.caseFile else { return [] }
        let stored = harness.cases.first { $0.number == screen.number }?.determination.items ?? []
        return zip(screen.desks, stored).map { desk, item in
            let shown = [desk.editor.text, desk.guideline].map { desk.isUnrecorded ? $0 : Prose.normalized($0) }
            return [
                item.decision?.word ?? "open", item.rationale, item.reviewerGuideline, desk.chosen?.word ?? "open",
                shown[0], shown[1],
            ].joined(separator: "|")
        }
    }

    /// A few words with doubled spaces, line breaks and empty lines between them, before them and after them.
    private func words(_ random: inout SplitMix64, isLine: Bool) -> String {
        let gaps = isLine ? [" ", "  ", "   "] : [" ", "  ", "\n", "\n\n", " \n ", "\n\n\n"]
        func gap(_ random: inout SplitMix64) -> String { gaps.randomElement(using: &random) ?? " " }
        var text = Bool.random(using: &random) ? gap(&random) : ""
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            text += (["First.", "Second", "1.4", "é"].randomElement(using: &random) ?? "a") + gap(&random)
        }
        return text
    }

    private func deed(_ random: inout SplitMix64, in harness: inout Harness) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3:
            harness.type("e" + (Bool.random(using: &random) ? " <up> <up> <home>" : ""))
            harness.write(words(&random, isLine: false))
            if Bool.random(using: &random) { harness.wait() }
            harness.type("<escape>")
        case 4:
            harness.type("c")
            harness.write(words(&random, isLine: true))
            harness.type("<enter>")
        case 5: harness.type("u")
        case 6: harness.type("o")
        case 7: harness.type("U")
        case 8: harness.type("D")
        default: harness.type("\(Int.random(in: 1...3, using: &random))")
        }
        if Bool.random(using: &random) { harness.wait() }
    }

    @Test("As often as was done, z comes back to the first state and Z to the last", arguments: 0..<60)
    func steps(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var harness = Harness()
        harness.type("j <enter> i")
        var states = [state(harness)]
        for _ in 0..<25 {
            let known = harness.model.caseFile?.undo.behind.count ?? 0
            deed(&random, in: &harness)
            let count = harness.model.caseFile?.undo.behind.count ?? 0
            #expect(count == known || count == known + 1)
            if count > known { states.append(state(harness)) }
            #expect(state(harness) == states.last)
        }
        for expected in states.dropLast().reversed() {
            harness.type("z")
            #expect(state(harness) == expected)
        }
        harness.type("z")
        #expect(harness.screen.contains("nothing was done yet"))
        for expected in states.dropFirst() {
            harness.type("Z")
            #expect(state(harness) == expected)
        }
        harness.type("Z")
        #expect(harness.screen.contains("nothing was undone"))
    }

    @Test(
        "What is recorded is shown as the letter will have it, the cursor at its place among the words",
        arguments: [
            ("First.  Second.", "<end>", "First. Second.", "First. Second.|"),
            ("First line.\nSecond line.", "<end>", "First line.\n\nSecond line.", "First line.\n\nSecond line.|"),
            ("First line.\nSecond line.", "<up> <home>", "First line.\n\nSecond line.", "|First line.\n\nSecond line."),
            ("First line.\nSecond line.", "<home>", "First line.\n\nSecond line.", "First line.\n\n|Second line."),
            ("  First.  \n ", "<end>", "First.", "First.|"), ("a  b", "<left>", "a b", "a |b"),
        ])
    func shown(typed: String, keys: String, recorded: String, place: String) throws {
        var harness = Harness()
        harness.type("<enter> i u e")
        harness.write(typed)
        harness.type(keys + " <escape>")
        #expect(harness.cases[0].determination.items[0].rationale == recorded)
        let desk = try #require(harness.model.caseFile?.desks[0])
        #expect(desk.editor.text == recorded)
        #expect(
            desk.editor.text.prefix(desk.editor.cursor) + "|" + desk.editor.text.dropFirst(desk.editor.cursor) == place)
        harness.type("c")
        harness.write("MTUS  Opioids ")
        harness.type("<enter>")
        #expect(harness.model.caseFile?.desks[0].guideline == "MTUS Opioids")
        let text = desk.editor.text
        // Closed and opened it is what it was.
        harness.type("q q <enter> i")
        #expect(harness.model.caseFile?.desks[0].editor.text == text)
    }

    @Test(
        "Where no place is known, writing goes on at the end; a place that is known is kept",
        arguments: [
            ("z Z q q <enter> i", "Alpha. Eps."), ("q q <enter> i", "Alpha. Eps."), ("u q q <enter> i", "Alpha.Eps."),
            ("e <home> O <escape> q q <enter> i", "OEps.Alpha. "), ("u e <home> <escape> 0 i", "Eps.Alpha."),
        ])
    func place(keys: String, text: String) {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("Alpha. ")
        harness.type("<escape> " + keys)
        harness.type("e E p s . <escape>")
        #expect(harness.model.caseFile?.desks[0].editor.text == text)
    }
}
