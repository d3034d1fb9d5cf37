import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Deciding an item")
struct DecidingTests {
    private func decisions(_ harness: Harness) -> [ItemDecision] {
        harness.effects.compactMap { if case .decide(_, let decision) = $0 { decision } else { nil } }
    }

    private func drafts(_ harness: Harness) -> [Draft] {
        harness.effects.compactMap { if case .saveDraft(_, let draft) = $0 { draft } else { nil } }
    }

    @Test(
        "One key upholds or overturns once there is a rationale",
        arguments: [("u", Decision.upheld), ("o", .overturned)])
    func oneKey(key: String, decision: Decision) throws {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("The criteria are met.")
        harness.type("<escape> \(key)")
        let made = try #require(decisions(harness).first)
        #expect(made.decision == decision)
        #expect(made.rationale == "The criteria are met.")
        #expect(made.revision == 1)
        #expect(harness.screen.contains("recorded"))
        #expect(harness.cases[0].state == .decided)
    }

    @Test(
        "Who decides otherwise once the published decision is shown is told that the log notes it",
        arguments: ["o", "U", "U u"])
    func afterPublished(keys: String) {
        var harness = Harness([Harness.decided])
        harness.type("<enter> i \(keys)")
        #expect(harness.screen.contains("after the published decision was seen"))
        harness.type("z")
        #expect(harness.screen.contains("(published decision seen)"))
    }

    @Test("A decision without a rationale waits for it and is recorded when the rationale is done")
    func waits() {
        var harness = Harness()
        harness.type("<enter> i u")
        #expect(decisions(harness).isEmpty)
        #expect(harness.screen.contains("uphold is chosen"))
        harness.type("e")
        harness.write("Not shown.")
        harness.type("<escape>")
        #expect(decisions(harness).map(\.decision) == [.upheld])
    }

    @Test("The text of a template follows the cursor when that rests, not while it runs")
    func preview() {
        var harness = Harness()
        harness.type("<enter> i u t")
        func shown() -> String {
            harness.model.view().text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(12)
                .dropLast(2).joined()
        }
        let first = shown()
        harness.type("j j")
        #expect(shown() == first)
        harness.type("k k")
        harness.wait()
        #expect(shown() == first)
        harness.type("j")
        harness.wait()
        #expect(shown() != first)
    }

    @Test("A template fills in the item's own values, and an open blank keeps the decision back")
    func template() throws {
        var harness = Harness()
        harness.type("<enter> i u t <enter>")
        let text = harness.model.caseFile?.desks[0].editor.text ?? ""
        #expect(text.contains("Norco 10/325 mg #35"))
        #expect(text.contains("⟦"))
        harness.type("<escape>")
        #expect(decisions(harness).isEmpty)
        #expect(harness.screen.contains("blanks"))
        harness.type("e")
        while harness.model.caseFile?.desks[0].editor.blanks.isEmpty == false {
            harness.write("x")
            harness.type("<tab>")
        }
        harness.type("<escape>")
        let made = try #require(decisions(harness).first)
        #expect(!made.rationale.contains("⟦"))
        #expect(made.decision == .upheld)
    }

    @Test("What is typed is saved after a pause, and the screen says so only then")
    func saves() {
        var harness = Harness()
        harness.isHanging = true
        harness.type("<enter> i e")
        harness.write("abc")
        #expect(drafts(harness).isEmpty)
        #expect(harness.screen.contains("unsaved"))
        harness.wait()
        #expect(drafts(harness).map(\.rationale) == ["abc"])
        #expect(!harness.screen.contains("saved 14:02:07"))
        harness.send(
            .draftSaved(harness.cases[0].number, item: 1, revision: 1, at: ClockTime(hour: 14, minute: 2, second: 7)))
        #expect(harness.screen.contains("saved 14:02:07"))
    }

    @Test("Fifty changes are saved without a pause")
    func fifty() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write(String(repeating: "a", count: 49))
        #expect(drafts(harness).isEmpty)
        harness.write("a")
        #expect(drafts(harness).map(\.rationale.count) == [50])
    }

    @Test("What is typed while a draft is on its way follows it")
    func follows() {
        var harness = Harness()
        harness.isHanging = true
        harness.type("<enter> i e a")
        harness.wait()
        harness.write("b")
        harness.isHanging = false
        harness.send(
            .draftSaved(harness.cases[0].number, item: 1, revision: 1, at: ClockTime(hour: 1, minute: 1, second: 1)))
        #expect(harness.screen.contains("unsaved"))
        harness.wait()
        #expect(drafts(harness).map(\.rationale) == ["a", "ab"])
        #expect(drafts(harness).map(\.revision) == [1, 2])
        #expect(!harness.screen.contains("unsaved"))
    }

    @Test("A failed save says so, keeps the text and is tried again")
    func failed() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("abc")
        harness.failure = "the disk is full"
        harness.wait()
        #expect(harness.screen.contains("NOT SAVED"))
        #expect(harness.screen.contains("the disk is full"))
        harness.failure = nil
        harness.wait()
        #expect(drafts(harness).last?.rationale == "abc")
        #expect(harness.screen.contains("saved 14:02:07"))
    }

    @Test("Leaving saves what is not on disk", arguments: ["hang-up", "quit"])
    func leaving(how: String) {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("abc")
        if how == "hang-up" { harness.send(.leaving) } else { harness.type("<escape> Q") }
        #expect(drafts(harness).map(\.rationale).last == "abc")
        #expect(harness.isOver)
    }

    @Test("A draft that was waiting is restored, D throws it away, and undo brings it back")
    func restored() {
        var harness = Harness()
        let number = harness.cases[0].number
        harness.drafts[number] = [
            Draft(item: 1, rationale: "half a th", reviewerGuideline: "", decision: .upheld, cursor: 9, revision: 4)
        ]
        harness.type("<enter>")
        #expect(harness.screen.contains("restored"))
        harness.type("i")
        #expect(harness.screen.contains("half a th"))
        harness.type("D")
        #expect(harness.drafts[number] == [])
        #expect(!harness.screen.contains("half a th"))
        harness.type("z")
        #expect(harness.drafts[number]?.map(\.rationale) == ["half a th"])
        #expect(harness.screen.contains("half a th"))
    }

    @Test("A case that somebody else changed is shown anew, and what was written stays")
    func conflict() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("mine")
        harness.type("<escape>")
        harness.cases[0].revision = 7
        harness.type("u")
        #expect(harness.screen.contains("changed by somebody else"))
        #expect(harness.screen.contains("mine"))
        harness.type("<escape> u")
        #expect(harness.cases[0].determination.items[0].decision == .upheld)
    }

    @Test("A decision can be taken back")
    func withdraw() {
        var harness = Harness()
        harness.type("j j <enter> i U")
        #expect(harness.cases[2].determination.items[0].decision == nil)
        #expect(harness.screen.contains("( ) uphold"))
    }

    @Test(
        "A published determination is not changed, and the key says why",
        arguments: ["u", "o", "t", "c", "e", "U", "D"])
    func published(key: String) {
        var one = Harness.decided
        one.state = .published
        var harness = Harness([one])
        harness.type("<enter> i \(key)")
        #expect(decisions(harness).isEmpty && drafts(harness).isEmpty)
        #expect(harness.screen.contains("--blind"))
    }

    @Test("Pasted text arrives whole and is saved")
    func paste() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.send(.key(.paste("two\nlines \u{1B}[31m")))
        harness.wait()
        #expect(drafts(harness).last?.rationale.hasPrefix("two\nlines") == true)
        #expect(drafts(harness).last?.rationale.contains("\u{1B}") == false)
    }
}
