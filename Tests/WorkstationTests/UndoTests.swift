import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Undo, redo and what stood before")
struct UndoTests {
    /// What stands for an item: what is recorded and what is written.
    private func state(_ harness: Harness, item: Int = 1) -> String {
        guard let screen = harness.model.caseFile else { return "" }
        let desk = screen.desks[item - 1]
        let stored = harness.cases.first { $0.number == screen.number }?.determination.items[item - 1]
        func word(_ decision: Decision?) -> String { decision?.word ?? "open" }
        let links = harness.links[screen.number]?[item]?.count ?? 0
        return [
            word(stored?.decision), stored?.rationale ?? "", word(desk.chosen), desk.editor.text, desk.guideline,
            "\(links)", "\(harness.drafts[screen.number]?.contains { $0.item == item } ?? false)",
        ].joined(separator: "|")
    }

    private static let written = "<enter> i e N o . <escape>"

    /// Keys that do one thing each to item 1, after what comes before.
    static let deeds: [(before: String, deed: String)] = [
        ("<enter> i", "u"), ("<enter> i u", "o"), ("<enter> i", "e a b <escape>"), (written, "u"),
        (written + " u", "U"), (written + " u", "o"), (written + " u", "e x <escape>"), ("<enter> i", "c a b <enter>"),
        (written, "D"), ("<enter> i u t <enter> <escape>", "D"), ("<enter> i", "y <enter>"),
        (written + " u U", "u"), ("j j <enter> i", "U"),
    ]

    @Test("Whatever is done to an item is taken back by one key and done again by another", arguments: deeds)
    func there(before: String, deed: String) {
        var harness = Harness()
        harness.library = [GuidelineTests.tapering]
        harness.type(before)
        harness.wait()
        let old = state(harness)
        harness.type(deed)
        harness.wait()
        let new = state(harness)
        #expect(old != new)
        harness.type("z")
        harness.wait()
        #expect(state(harness) == old)
        #expect(harness.screen.contains("undone: "))
        harness.type("Z")
        harness.wait()
        #expect(state(harness) == new)
        #expect(harness.screen.contains("done again: "))
        harness.type("z z z z z z z z z")
        #expect(harness.screen.contains("nothing was done yet that can be undone"))
    }

    @Test("Steps over several items go back in order, each shown where it was done")
    func order() {
        var harness = Harness()
        harness.type("j <enter> 1 e A . <escape> u 2 e B . <escape> o 0")
        let number = harness.cases[1].number
        #expect(harness.cases[1].determination.items.map(\.decision) == [.upheld, .overturned, nil])
        harness.type("z")
        #expect(harness.model.caseFile?.page == .item(2))
        #expect(harness.screen.contains("undone: item 2 overturned"))
        #expect(harness.cases[1].determination.items.map(\.decision) == [.upheld, nil, nil])
        #expect(harness.drafts[number]?.map(\.rationale) == ["B."])
        harness.type("z z z")
        #expect(harness.cases[1].determination.items.map(\.decision) == [nil, nil, nil])
        #expect(harness.drafts[number] == [])
        harness.type("Z Z Z Z Z")
        #expect(harness.cases[1].determination.items.map(\.decision) == [.upheld, .overturned, nil])
        #expect(harness.screen.contains("nothing was undone"))
        harness.type("z 3 u")
        harness.type("Z")
        #expect(harness.screen.contains("nothing was undone"))
    }

    @Test("What somebody else changed meanwhile is not undone over, and it is said")
    func foreign() {
        var harness = Harness()
        harness.type("<enter> i e N o . <escape> u")
        harness.cases[0].revision += 1
        harness.cases[0].determination.items[0].rationale = "Theirs."
        harness.type("z")
        #expect(harness.screen.contains("changed by somebody else"))
        #expect(harness.cases[0].determination.items[0].rationale == "Theirs.")
        harness.type("<escape> z")
        #expect(harness.screen.contains("somebody else changed the case since; E shows what stood before"))
        #expect(harness.cases[0].determination.items[0].decision == .upheld)
    }

    @Test("An undo that fails on the disk stays to be tried again")
    func failing() {
        var harness = Harness()
        harness.type("<enter> i e N o . <escape> u")
        harness.failure = "the disk is full"
        harness.type("z")
        #expect(harness.screen.contains("the disk is full"))
        harness.failure = nil
        harness.type("<escape> z")
        #expect(harness.cases[0].determination.items[0].decision == nil)
        #expect(harness.screen.contains("No."))
    }

    private static func version(
        _ sequence: Int, _ occasion: ItemVersion.Occasion, _ text: String, _ decision: Decision? = nil
    )
        -> ItemVersion
    {
        ItemVersion(
            sequence: sequence, at: 0, actor: "ann", occasion: occasion, decision: decision,
            reviewerGuideline: sequence > 2 ? "Decision based on MTUS Opioids 2016." : "", rationale: text)
    }

    @Test("The history of an item shows what came and went, and brings a version back as an edit")
    func history() {
        var harness = Harness()
        harness.type("<enter> i E")
        #expect(harness.screen.contains("Nothing was written or decided here yet"))
        harness.versions["\(harness.cases[0].number) 1"] = [
            UndoTests.version(1, .draft, "The request is not shown to help."),
            UndoTests.version(2, .draft, "The request for Norco is not shown to help the injured worker."),
            UndoTests.version(3, .decided, "The request for Norco is necessary.", .overturned),
        ]
        harness.type("q E")
        harness.expectFrame("versions")
        harness.type("j j")
        #expect(harness.screen.contains("the first that is kept"))
        harness.type("k <enter>")
        #expect(state(harness).contains("|open|The request for Norco is not shown to help the injured worker.||"))
        harness.wait()
        #expect(harness.drafts[harness.cases[0].number]?.count == 1)
        harness.type("z")
        #expect(state(harness) == "open||open|||0|false")
    }

    @Test(
        "The difference of two texts names each word that came or went",
        arguments: [
            ("a b c", "a b c", "a b c"), ("", "a b", "[+a b]"), ("a b", "", "[−a b] "),
            ("a b c", "a x c", "a [−b] [+x] c"),
            ("a b c", "a c", "a [−b] c"), ("a c", "a b c", "a [+b] c"), ("a b", "a b c d", "a b [+c d]"),
            ("one\n\ntwo", "one\n\ntwo three", "one\n\ntwo [+three]"), ("a\nb", "a b", "a b"),
            ("x y", "p q", "[−x y] [+p q]"),
        ])
    func difference(old: String, new: String, shown: String) {
        let difference = WordDifference(from: old, to: new)
        #expect(difference.text == shown)
        let characters = Array(difference.text)
        for change in difference.changes {
            #expect(String(characters[change.range]).hasPrefix(change.isAdded ? "[+" : "[−"))
            #expect(characters[change.range.upperBound - 1] == "]")
        }
    }
}
