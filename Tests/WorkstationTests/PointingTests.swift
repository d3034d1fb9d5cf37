import CaseModel
import Checks
import Foundation
import Testing
import TextUI

@testable import Workstation

@Suite("The mouse")
struct PointingTests {
    private func point(_ harness: inout Harness, _ kind: PointerEvent.Kind, _ row: Int, _ column: Int) {
        harness.send(.key(.pointer(PointerEvent(kind, row: row, column: column))))
    }

    /// Where a text stands on the screen.
    private func place(of text: String, in harness: Harness) throws -> (row: Int, column: Int) {
        let frame = harness.model.view()
        for row in 0..<frame.rows {
            let line = frame.line(row)
            guard let range = line.range(of: text) else { continue }
            return (row, CharacterWidth.of(String(line[..<range.lowerBound])))
        }
        throw NotThere(text: text)
    }

    private struct NotThere: Error { var text: String }

    @Test("A press selects a case, another opens it; the wheel moves on")
    func worklist() {
        var harness = Harness()
        point(&harness, .press, 5, 20)
        point(&harness, .release, 5, 20)
        #expect(harness.model.worklist.cursor == 2 && harness.model.caseFile == nil)
        point(&harness, .wheelUp, 9, 3)
        #expect(harness.model.worklist.cursor == 0)
        point(&harness, .press, 3, 70)
        #expect(harness.model.caseFile != nil)
    }

    @Test("Pressing what the bottom line names is pressing the key", arguments: ["help", "mark", "command"])
    func footer(word: String) throws {
        var (pressed, typed) = (Harness(), Harness())
        let (row, column) = try place(of: " \(word)", in: pressed)
        point(&pressed, .press, row, column + 1)
        typed.type(word == "help" ? "?" : word == "mark" ? "m" : ":")
        #expect(pressed.screen == typed.screen && pressed.screen != Harness().screen)
    }

    @Test("In a list over the screen a press selects, and takes what is selected")
    func overlay() throws {
        var harness = Harness()
        harness.type("<c-t>")
        let (row, column) = try place(of: "dark", in: harness)
        point(&harness, .press, row, column)
        #expect(harness.effects.last == .useTheme("dark"))
        point(&harness, .wheelDown, row, column)
        #expect(harness.effects.last == .useTheme("light"), "the wheel goes on by one")
        point(&harness, .press, row, 2)
        #expect(harness.model.overlay != nil, "what lies beneath is not reached")
        point(&harness, .press, row + 1, column)
        #expect(harness.model.overlay == nil)
    }

    @Test("The lists of places and of versions are pressed as others are")
    func otherLists() throws {
        var harness = Harness()
        let versions = (1...3).map { number in
            ItemVersion(
                sequence: number, at: Int64(number), actor: "a.reviewer", occasion: .draft, decision: nil,
                reviewerGuideline: "", rationale: "Words \(number).")
        }
        harness.versions = ["\(harness.cases[0].number) 1": versions]
        harness.type("<enter> i E")
        let row = try place(of: "14:01", in: harness).row
        point(&harness, .press, row, 5)
        guard case .versions(let shown) = harness.model.overlay else { throw NotThere(text: "the versions") }
        #expect(shown.selected?.version.sequence == 1)
        harness = Harness()
        harness.recordPages = ["1.1": "PROGRESS NOTE"]
        harness.type("<enter> m a <enter> C")
        guard case .contents(let before) = harness.model.overlay else { throw NotThere(text: "the contents") }
        let cursorRow = try #require(harness.model.view().cursor).row
        point(&harness, .press, cursorRow + 1, 5)
        guard case .contents(let after) = harness.model.overlay else { throw NotThere(text: "the contents") }
        #expect(after.cursor == before.cursor + 1)
    }

    @Test(
        "While an undo is on its way the rationale is not written; what is done again comes back",
        arguments: [false, true])
    func undoing(isWriting: Bool) throws {
        var harness = Harness()
        harness.type("<enter> i e N o . <escape>")
        harness.wait()
        harness.type("u")
        harness.isHanging = true
        harness.type("z")
        let editor = try #require(harness.model.caseFile?.itemLayout.editor)
        point(&harness, .press, editor.row, editor.column + 1)
        #expect(harness.model.caseFile?.desks[0].isWriting == false)
        // However it may come about: an item that is written when the answer comes is booked all the same.
        harness.model.caseFile?.desks[0].isWriting = isWriting
        harness.answerHeld()
        harness.isHanging = false
        if isWriting { harness.type("<escape>") }
        #expect(harness.cases[0].determination.items[0].decision == nil)
        harness.type("Z")
        #expect(harness.cases[0].determination.items[0].decision == .upheld)
    }

    @Test(
        "A line between panes is drawn along, within what each pane needs, and stays so for the next case",
        arguments: [(24, 80, 10, 40), (24, 80, 10, 79), (24, 80, 10, 0), (50, 200, 20, 130), (50, 200, 20, 60)])
    func split(rows: Int, columns: Int, row: Int, target: Int) throws {
        var harness = Harness(rows: rows, columns: columns)
        harness.type("<enter> i")
        let before = try #require(harness.model.caseFile?.itemLayout)
        let request = try #require(before.request)
        point(&harness, .press, row, request.endColumn + 1)
        point(&harness, .drag, row, target)
        point(&harness, .release, row, target)
        point(&harness, .drag, row, 3)
        let after = try #require(harness.model.caseFile?.itemLayout)
        let (left, right) = (try #require(after.request), try #require(after.evidence))
        #expect(left.columns >= ItemSplit.least && right.columns >= ItemSplit.least)
        #expect(right.endColumn < columns && left.endColumn + 1 < right.column)
        if target > left.column + ItemSplit.least, target < columns - 26 { #expect(left.endColumn + 1 == target) }
        harness.type("q q <enter> i")
        #expect(harness.model.caseFile?.itemLayout == after)
    }

    @Test("The line of the decision gives the panes or the rationale more room", arguments: [6, 1, 12, 23])
    func decisionLine(row: Int) throws {
        var harness = Harness()
        harness.type("<enter> i")
        let before = try #require(harness.model.caseFile?.itemLayout)
        point(&harness, .press, before.decision.row, 40)
        point(&harness, .drag, row, 40)
        let after = try #require(harness.model.caseFile?.itemLayout)
        #expect(after.decision.row != before.decision.row && after.editor.rows >= 3)
        if row == 12 { #expect(after.decision.row == 12) }
        #expect(harness.model.view().line(after.decision.row).contains("Decision"))
    }

    @Test("The wheel scrolls the pane that it is over, a press in the rationale writes there")
    func panes() throws {
        var harness = Harness(rows: 24, columns: 200)
        harness.type("<enter> i e")
        harness.write("One line.\nAnother line.")
        harness.type("<escape>")
        let layout = try #require(harness.model.caseFile?.itemLayout)
        let summary = try #require(layout.summary)
        point(&harness, .press, summary.row, summary.column)
        #expect(harness.model.caseFile?.desks[0].pane == .summary)
        point(&harness, .press, layout.editor.row + 1, layout.editor.column + 1 + 8)
        let editor = try #require(harness.model.caseFile?.desks[0].editor)
        #expect(harness.model.caseFile?.desks[0].isWriting == true)
        #expect(editor.cursor == "One line.\nAnother ".count)
    }

    @Test(
        "A request that is longer than its pane is scrolled by the keys too, by Tab or a press", arguments: [80, 200])
    func request(columns: Int) throws {
        var harness = Harness(rows: 24, columns: columns)
        harness.cases[0].determination.items[0].claimsAdministratorGuideline = (1...9)
            .map { "Official Disability Guidelines (ODG), Chapter \($0)" }.joined(separator: "; ")
        harness.type("<enter> i")
        let rect = try #require(harness.model.caseFile?.itemLayout.request)
        #expect(harness.model.view().line(rect.row).contains("┃"), "a bar tells that there is more")
        point(&harness, .press, rect.row, rect.column)
        harness.type("j")
        #expect(harness.model.caseFile?.desks[0].paneTops[.request] == 1)
        harness.type("<tab> j <tab>")
        if harness.model.caseFile?.desks[0].pane == .summary { harness.type("<tab>") }
        harness.type("j")
        #expect(harness.model.caseFile?.desks[0].paneTops[.request] == 2)
    }

    @Test("While the reason of an override is typed, no press sends it off or chooses another finding")
    func halfAReason() throws {
        var harness = Harness()
        harness.findings = { _ in
            ["Said twice.", "Said thrice."].map {
                Finding(rule: $0, severity: .error, item: 1, message: $0, basis: "b", evidence: [])
            }
        }
        harness.type("<enter> ! x h a l f")
        for words in ["Said twice.", "Said thrice."] {
            let (row, column) = try place(of: words, in: harness)
            point(&harness, .press, row, column)
        }
        #expect(harness.overrides.isEmpty && harness.screen.contains("half"))
        harness.type("<enter>")
        #expect(harness.overrides[harness.cases[0].number]?.map(\.reason) == ["half"])
        #expect(harness.overrides[harness.cases[0].number]?.map(\.rule) == ["Said twice."])
    }

    @Test("A press in the rationale leaves a field that is open its keyboard", arguments: ["L", "c"])
    func openField(key: String) throws {
        var harness = Harness()
        harness.type("<enter> i \(key) x")
        let editor = try #require(harness.model.caseFile?.itemLayout.editor)
        point(&harness, .press, editor.row, editor.column + 1)
        let desk = try #require(harness.model.caseFile?.desks[0])
        #expect(!desk.isWriting && (desk.claimsField ?? desk.citationField)?.text.hasSuffix("x") == true)
    }

    @Test("Nothing that is pressed anywhere breaks, on any screen", arguments: [(24, 80), (16, 60), (50, 200)])
    func everywhere(rows: Int, columns: Int) {
        for way in [
            "", "/", "?", ":", "v", "#", "<c-t>", "<enter>", "<enter> i", "<enter> i e", "<enter> i t", "<enter> i /",
            "<enter> d", "<enter> !", "<enter> i c", "<enter> r", "<enter> p",
        ] {
            for row in stride(from: 0, to: rows, by: 3) {
                var harness = Harness(rows: rows, columns: columns)
                harness.type(way)
                for kind in [PointerEvent.Kind.press, .drag, .release, .wheelDown, .wheelUp] {
                    point(&harness, kind, row, (row * 17) % columns)
                }
                #expect(!harness.isOver || way == "" || row == rows - 1, "\(way), row \(row)")
                #expect(harness.model.view().rows == rows)
            }
        }
    }

    @Test("The mouse is listened to when that is asked for, and not before")
    func toggled() {
        var harness = Harness()
        #expect(!harness.effects.contains(.useMouse(true)))
        harness.type("<a-m>")
        #expect(harness.effects.last == .useMouse(true))
        harness.type("<a-m>")
        #expect(harness.effects.last == .useMouse(false))
    }

    @Test("When the window comes to the front, the list is read again where it stands")
    func focus() {
        var harness = Harness()
        harness.type("j j")
        let before = harness.effects.count
        harness.send(.key(.focus(false)))
        #expect(harness.effects.count == before)
        harness.send(.key(.focus(true)))
        #expect(harness.effects.count > before && harness.model.worklist.cursor == 2)
    }
}
