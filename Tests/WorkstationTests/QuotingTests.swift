import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Choosing sentences to be quoted")
struct QuotingTests {
    private func harness(columns: Int = 80, hasLibrary: Bool = true) -> Harness {
        var harness = Harness(rows: 24, columns: columns)
        harness.library = hasLibrary ? [GuidelineTests.after, GuidelineTests.tapering] : []
        return harness
    }

    private static let others = [
        "u", "o", "a", "e", "t", "T", "c", "L", "/", "]", "[", ">", "<lt>", "f", "F", "!", "d", "S", "U", "D", "E", ".",
        "<tab>", "i", "l", "h", "0", "1", "2", "r", "p", "C", "*", "z", "Z", ",", "@", "<c-o>", ":", "Q", "x", "5",
        "\"",
    ]

    @Test(
        "Only its own keys work there; others say so and change nothing",
        arguments: ["<enter> i y", "<enter> i e A . <c-g>"])
    func others(way: String) throws {
        for key in QuotingTests.others {
            var harness = harness()
            harness.type(way)
            harness.wait()
            let before = harness.effects.count
            let model = harness.model
            harness.type(key)
            let bottom = harness.screen.split(separator: "\n").suffix(2).joined()
            #expect(bottom.contains("is not a key here"), "\(key)")
            let asked = harness.effects.dropFirst(before).filter { !$0.isTimer }
            #expect(asked.isEmpty, "\(key)")
            #expect(harness.model.caseFile?.isQuoting == true && harness.model.overlay == nil, "\(key)")
            #expect(harness.model.caseFile?.page == model.caseFile?.page && harness.model.prefix == nil, "\(key)")
            let (desk, known) = (harness.model.caseFile?.desks[0], model.caseFile?.desks[0])
            #expect(
                desk?.chosen == nil && desk?.changes == known?.changes && desk?.guideline == known?.guideline, "\(key)")
        }
    }

    @Test(
        "However it ends, one is where it was begun, and a step back is one",
        arguments: [
            ("<enter> i e A . <c-g> <escape>", true), ("<enter> i e A . <c-g> e <escape>", true),
            ("<enter> i e A . <c-g> y", true), ("<enter> i e A . <c-g> <c-c>", true), ("<enter> i e A . <c-g> q", true),
            ("<enter> i e A . <c-g> <enter>", true), ("<enter> i e A . <c-g> <escape> <escape>", false),
            ("<enter> i e A . <c-g> y <escape> y <escape>", false),
            ("<enter> i e A . <c-g> <enter> <escape> y <enter>", false),
            ("<enter> i y <escape>", false), ("<enter> i y y", false),
        ])
    func ends(keys: String, isWriting: Bool) {
        var harness = harness()
        harness.type(keys)
        #expect(harness.model.caseFile?.isQuoting == false)
        #expect(harness.model.caseFile?.desks[0].isWriting == isWriting)
        harness.type(isWriting ? "<escape> <escape>" : "<escape>")
        #expect(harness.model.caseFile?.page == .summary)
    }

    @Test(
        "The cursor stays in its blank where nothing is quoted, and what is said can be done", arguments: [true, false])
    func blank(hasLibrary: Bool) throws {
        var harness = harness(hasLibrary: hasLibrary)
        harness.type("<enter> i u t <enter> <tab>")
        let selected = try #require(harness.model.caseFile?.desks[0].editor.selection)
        harness.type("<c-g>")
        if hasLibrary {
            harness.type("j <escape>")
        } else {
            #expect(harness.screen.contains("no passage is shown; Esc, then / finds one in the library"))
        }
        let editor = try #require(harness.model.caseFile?.desks[0].editor)
        #expect(editor.selection == selected && editor.cursor == selected.lowerBound)
        harness.type("x")
        #expect(harness.model.caseFile?.desks[0].editor.blanks.contains(selected) == false)
    }

    @Test(
        "What makes a recorded item another says that it is recorded again, and with which key",
        arguments: [
            ("u", "a", "u records it again"), ("o", "a", "o records it again"),
            ("u", "y <enter>", "u records it again"),
        ])
    func again(decision: String, keys: String, words: String) {
        var harness = harness(columns: 200)
        harness.type("<enter> i e A . <escape>")
        harness.type(decision)
        #expect(harness.screen.contains(" recorded "))
        harness.type(keys)
        #expect(harness.screen.contains(words), "\(harness.screen)")
        #expect(harness.screen.contains("changed, not recorded"))
        harness.type(decision)
        #expect(!harness.screen.contains("not recorded"))
    }

    @Test(
        "What is below a pane names its key only where that key scrolls it",
        arguments: [
            ("<enter> i", ["more: j", "more: Tab"], [String]()), ("<enter> i e", [], ["more: j", "more: Tab"]),
            ("<enter> i c", [], ["more: j", "more: Tab"]), ("<enter> i L", [], ["more: j", "more: Tab"]),
            ("<enter> i y", ["more: j"], ["more: Tab"]),
        ])
    func more(keys: String, shown: [String], hidden: [String]) {
        var harness = harness()
        harness.cases[0].determination.dates.decision = Harness.today
        harness.type(keys)
        for words in shown { #expect(harness.screen.contains(words), "\(keys) \(harness.screen)") }
        for words in hidden { #expect(!harness.screen.contains(words), "\(keys) \(harness.screen)") }
    }
}
