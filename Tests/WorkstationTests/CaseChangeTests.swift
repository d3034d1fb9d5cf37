import CaseModel
import Checks
import Testing
import TextUI

@testable import Workstation

@Suite("Undo of what stands beside the items of a case")
struct CaseChangeTests {
    private static let late = Finding(
        rule: "clock.determination-late", severity: .warning, item: nil, message: "Late.", basis: "b", evidence: [])
    private static let finding = FindingTests.finding("item.differs", 1, .summary, "44-year-old")

    private func harness() -> Harness {
        var harness = Harness()
        harness.findings = { _ in [CaseChangeTests.finding, CaseChangeTests.late] }
        harness.type("<enter>")
        return harness
    }

    /// All that stands beside the items.
    private func state(_ harness: Harness) -> String {
        let one = harness.cases[0]
        let texts = [one.determination.summary, one.determination.items[0].claimsAdministratorGuideline]
        let marks = (harness.bookmarks[one.number] ?? []).map { "\($0.place.words): \($0.note)" }
        let overrides = (harness.overrides[one.number] ?? []).map { "\($0.rule): \($0.reason)" }.sorted()
        return (overrides + marks + texts.filter { !Harness.filed.contains($0) }).joined(separator: "; ")
    }

    private static let overridden = "! x s o <enter> q"

    /// Keys that do one thing each, after what comes before, and how it is called.
    static let deeds: [(before: String, deed: String, words: String)] = [
        ("", "! x s o <enter> q", "the override of item.differs, item 1"),
        (overridden, "! v x q", "the lifting of the override of item.differs, item 1"),
        ("! v x a <enter> q", "! v x q", "the lifting of the override of clock.determination-late"),
        ("i e N o . <escape> u 0", "! x s o <enter> q", "the override of item.differs, item 1"),
        ("", "e X <escape>", "the summary"), ("i u 0", "e X <escape>", "the summary"),
        ("e X <escape>", "e Y <escape>", "the summary"),
        ("", "i L X <enter>", "the claims administrator's line of item 1"),
        ("i L X <enter> 0", "i L Y <enter>", "the claims administrator's line of item 1"),
        ("", "m a <enter>", "the mark at summary"), ("m a <enter>", "m b <enter>", "the other note of the mark at"),
        ("m a <enter>", "m <c-x>", "the removal of the mark at summary"),
        ("m a <enter>", "M x q", "the removal of the mark at summary"),
    ]

    @Test(
        "Whatever is done beside the items is taken back by one key, done again by another, and named", arguments: deeds
    )
    func there(before: String, deed: String, words: String) {
        var harness = harness()
        harness.type(before)
        harness.wait()
        let old = state(harness)
        harness.type(deed)
        harness.wait()
        let new = state(harness)
        #expect(old != new)
        harness.type("z")
        #expect(state(harness) == old)
        #expect(harness.screen.contains("undone: \(words)"))
        harness.type("Z")
        #expect(state(harness) == new)
        #expect(harness.screen.contains("done again: \(words)"))
        // It outlasts the closing of the case, too.
        harness.type("0 q <enter> z")
        #expect(state(harness) == old)
        #expect(harness.screen.contains("undone: \(words)"))
        harness.type("Z")
        #expect(state(harness) == new)
        harness.type("z z z z z z")
        #expect(state(harness) == "")
        #expect(harness.screen.contains("nothing was done yet that can be undone"))
    }

    @Test("What somebody else did meanwhile is left as it is, and it is said", arguments: [true, false])
    func foreign(isRead: Bool) {
        var harness = harness()
        let number = harness.cases[0].number
        harness.type("i u 0 " + CaseChangeTests.overridden)
        harness.overrides[number]?[0].reason = "theirs"
        harness.overrides[number]?[0].actor = "bob"
        if isRead { harness.send(.overridesLoaded(number, harness.overrides[number] ?? [])) }
        harness.type("z")
        #expect(state(harness) == "item.differs: theirs")
        #expect(harness.screen.contains(isRead ? "is not as it was then and stays" : "changed by somebody else"))
        #expect(harness.model.caseFile?.overrides.map(\.actor) == ["bob"])
        harness.type(isRead ? "z" : "<escape> z")
        #expect(harness.screen.contains(isRead ? "undone: the choice for item 1" : "is not as it was then and stays"))
        #expect(state(harness) == "item.differs: theirs")
    }

    @Test("An undo that fails on the disk stays to be tried again")
    func failing() {
        var harness = harness()
        harness.type(CaseChangeTests.overridden)
        harness.failure = "the disk is full"
        harness.type("z")
        #expect(harness.screen.contains("the disk is full") && state(harness) == "item.differs: so")
        harness.failure = nil
        harness.type("<escape> z")
        #expect(state(harness) == "")
    }

    @Test("What did not come to the disk is no step")
    func failed() {
        var harness = harness()
        harness.failure = "the disk is full"
        harness.type(CaseChangeTests.overridden + " <escape>")
        harness.failure = nil
        harness.type("! v x a <enter> q z")
        #expect(harness.screen.contains("undone: the override of clock.determination-late"))
        harness.type("z")
        #expect(harness.screen.contains("nothing was done yet that can be undone"))
    }

    @Test("A signed case takes nothing back, and neither does one on another's desk")
    func signed() {
        var harness = harness()
        harness.type(CaseChangeTests.overridden)
        for (state, hold, words) in [
            (CaseState.signed, CaseHold.mine, "the case is signed; nothing of it is taken back any more"),
            (.assigned, .taken(by: "bob"), "bob has the case open; O takes it over"),
        ] {
            harness.model.caseFile?.reviewCase.state = state
            harness.model.caseFile?.hold = hold
            harness.type("z")
            #expect(harness.screen.contains(words) && self.state(harness) == "item.differs: so")
        }
    }

    @Test(
        "Steps of a case that somebody changed while it was closed are not gone, and it is said",
        arguments: [
            (["summary"], "the case was changed since it was closed"), (["draft"], "is not as it was then and stays"),
            (["bookmark"], "is not as it was then and stays"), ([], "undone: "),
        ])
    func closed(changes: [String], says: String) {
        var harness = harness()
        let number = harness.cases[0].number
        harness.type(changes == ["bookmark"] ? "m a <enter> q" : "i e N o . <escape>")
        harness.wait()
        harness.type("0 q")
        for change in changes {
            switch change {
            case "summary":
                harness.cases[0].determination.summary = "Theirs."
                harness.cases[0].revision += 1
            case "draft": harness.drafts[number]?[0].rationale = "Theirs."
            default: harness.bookmarks[number] = (try? Bookmark(place: .summary(character: 0), note: "t")).map { [$0] }
            }
        }
        let drafts = harness.drafts
        harness.type("<enter> z")
        #expect(harness.screen.contains(says))
        #expect(changes.isEmpty || harness.drafts == drafts)
        #expect(changes != ["bookmark"] || harness.bookmarks[number]?.map(\.note) == ["t"])
    }

    @Test("After a new start it is said what cannot be taken back, and E brings it back, which can be undone")
    func newStart() {
        var harness = Harness()
        harness.cases[0].determination.items[0].rationale = "Now."
        harness.versions["\(harness.cases[0].number) 1"] = [
            ItemVersion(
                sequence: 1, at: 0, actor: "ann", occasion: .draft, decision: nil, reviewerGuideline: "",
                rationale: "Then.")
        ]
        harness.type("<enter> z")
        #expect(harness.screen.contains("what was done before imr was started"))
        #expect(harness.screen.contains("E in an item brings its versions back"))
        harness.type("i E <enter>")
        #expect(harness.model.caseFile?.desks[0].editor.text == "Then.")
        harness.type("z")
        #expect(harness.model.caseFile?.desks[0].editor.text == "Now.")
        harness.type("Z")
        #expect(harness.model.caseFile?.desks[0].editor.text == "Then.")
    }

    @Test("The steps of twenty closed cases are kept")
    func bounded() {
        let cases = (1...25).map { index in
            var one = Harness.demonstration[0]
            one.number = Harness.number("CM26-0000\(100 + index)")
            return one
        }
        var harness = Harness(cases)
        for _ in cases { harness.type("<enter> m a <enter> q j") }
        #expect(harness.model.undoLists.map(\.number) == cases.suffix(20).map(\.number))
    }

    @Test("Words that are not on the disk are not written over by an older state")
    func unsaved() {
        var harness = harness()
        harness.type("e X <escape> e Y")
        harness.failure = "the disk is full"
        harness.type("<escape>")
        harness.failure = nil
        harness.type("<escape> z")
        #expect(harness.screen.contains("your last words of the summary are not on the disk yet"))
        harness.wait()
        harness.type("z z")
        #expect(state(harness) == "")
    }

    @Test("With the summary come back the reviewer's bookmarks whose text was gone, and they go again with it")
    func bookmarks() throws {
        var harness = harness()
        let number = harness.cases[0].number
        let marks = [try Bookmark(place: .summary(character: 0), note: "first")]
        harness.type("m f i r s t <enter>")
        #expect(harness.bookmarks[number] == marks)
        harness.type("e")
        while harness.model.caseFile?.summaryDesk.editor?.text.isEmpty == false { harness.type("<c-w>") }
        harness.write("Other words.")
        harness.wait()
        harness.type("<escape>")
        let moved = try #require(harness.bookmarks[number])
        #expect(moved.first?.note.hasSuffix(Bookmark.goneWords) == true)
        harness.type("m t o o <enter> z z")
        #expect(harness.bookmarks[number] == marks && harness.screen.contains("undone: the summary"))
        harness.type("Z")
        #expect(harness.bookmarks[number] == moved && harness.screen.contains("done again: the summary"))
        harness.type("z z")
        #expect(harness.bookmarks[number] == [] && harness.screen.contains("undone: the mark at summary"))
    }

    @Test("In the list of the marked places the same keys take it back and do it again, in sight")
    func inTheContents() {
        var harness = harness()
        harness.type("m a <enter> M x z")
        #expect(harness.screen.contains("Bookmarks") && harness.screen.contains("undone: the removal of the mark"))
        harness.type("j Z z z")
        #expect(harness.screen.contains("Bookmarks") && harness.screen.contains("undone: the mark at summary"))
        harness.type("z")
        #expect(harness.screen.contains("Bookmarks") && harness.screen.contains("nothing was done yet"))
    }

    @Test("In the list of the findings the same keys take it back and do it again, in sight")
    func inTheList() {
        var harness = harness()
        harness.type("i u ! v x s o <enter> z")
        #expect(harness.screen.contains("Findings") && harness.screen.contains("undone: the override of"))
        harness.type("Z")
        #expect(harness.screen.contains("1 overridden"))
        harness.type("z z")
        #expect(!harness.screen.contains("Findings") && harness.screen.contains("undone: the choice for item 1"))
        harness.type("! z")
        #expect(harness.screen.contains("Findings") && harness.screen.contains("nothing was done yet"))
    }

    @Test(
        "What is on its way when the case is read again, or closed and opened, is waited for and taken back all the same",
        arguments: ["reread", "reopened", "closed", "both"])
    func outstanding(way: String) {
        var harness = harness()
        let number = harness.cases[0].number
        harness.isHanging = true
        harness.type("m a <enter>")
        if way == "reread" {
            harness.model.caseFile?.hold = .taken(by: "bob")
            harness.cases[0].revision += 1
            harness.send(.leaseTaken(number))
        } else {
            harness.type("q")
        }
        if way == "both" { harness.cases[0].revision += 1 }
        harness.isHanging = false
        if way == "closed" { harness.answerHeld() }
        if way != "reread" { harness.type("<enter>") }
        harness.type("z")
        if way != "closed" { harness.answerHeld() }
        #expect(harness.bookmarks[number] == [])
        #expect(harness.model.caseFile?.undo.awaited == 0 && harness.screen.contains("undone: the mark at summary"))
    }

    @Test("What is still on its way to the disk is waited for, then taken back")
    func waits() {
        var harness = harness()
        harness.type("i e N o . <escape>")
        harness.wait()
        harness.isHanging = true
        harness.type("u z 0")
        #expect(harness.model.caseFile?.page == .item(1) && harness.model.caseFile?.undo.behind.count == 1)
        harness.isHanging = false
        guard case .decide(let number, let decision) = harness.effects.last else {
            Issue.record("nothing was decided")
            return
        }
        harness.cases[0].determination.items[0].decision = decision.decision
        harness.cases[0].determination.items[0].rationale = decision.rationale
        harness.cases[0].revision += 1
        harness.send(.caseChanged(harness.cases[0], item: 1, at: ClockTime(hour: 1, minute: 2, second: 3)))
        #expect(harness.cases[0].determination.items[0].decision == nil && number == harness.cases[0].number)
        #expect(harness.model.caseFile?.page == .summary)
        #expect(harness.drafts[number]?.map(\.rationale) == ["No."])
    }
}

extension Harness {
    /// What the letter of the first case said when it was filed.
    fileprivate static let filed = [
        norco.determination.summary, norco.determination.items[0].claimsAdministratorGuideline,
    ]
}
