import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Keys that come while a change is on its way to the disk")
struct WaitingTests {
    /// A case of three items, of which the first two have their rationale, on the first.
    private func harness() -> Harness {
        var harness = Harness()
        harness.type("j <enter> 1 e A . <escape> 2 e B . <escape> 1")
        harness.wait()
        return harness
    }

    /// What stands for each item.
    private func items(_ harness: Harness) -> [String] {
        guard let screen = harness.model.caseFile else { return [] }
        let stored = harness.cases[1].determination.items
        return zip(screen.desks, stored).map { desk, item in
            [
                item.decision?.word ?? "open", item.rationale, desk.chosen?.word ?? "open", desk.editor.text,
                desk.guideline, item.claimsAdministratorGuideline, "\(desk.isWriting)",
            ].joined(separator: "|")
        }
    }

    /// Types keys while the disk does not answer, and lets it answer then.
    private func typedAtOnce(_ keys: String) -> Harness {
        var harness = harness()
        harness.isHanging = true
        harness.type(keys)
        while !harness.held.isEmpty { harness.answerHeld() }
        harness.isHanging = false
        harness.wait()
        return harness
    }

    private func typedSlowly(_ keys: String) -> Harness {
        var harness = harness()
        harness.type(keys)
        harness.wait()
        return harness
    }

    @Test(
        "Typed at once keys do what they do one after the other",
        arguments: [
            "u o", "o u", "u o u o u o u o u o u o u o u o", "u o z", "u o z Z", "u o o e x <escape>", "u 2 u",
            "u 2 o 1 o 3", "u U", "u U u", "U u", "u o U e x <escape> z", "u D", "D e N . <escape> u", "D u",
            "L a <enter> u", "u L a <enter> o", "L a <enter> L b <enter> u",
            "L a <enter> e x <escape> o", "0 e S . <escape> 1 u o",
            "u o 0 e S . <escape>", "u 2 . 3 .", "u o q",
        ])
    func atOnce(keys: String) {
        let (fast, slow) = (typedAtOnce(keys), typedSlowly(keys))
        #expect(items(fast) == items(slow))
        #expect(fast.model.caseFile?.undo.behind.map(\.words) == slow.model.caseFile?.undo.behind.map(\.words))
        #expect(fast.screen == slow.screen)
    }

    @Test(
        "What is written while a decision is on its way is recorded after it, as one step with it",
        arguments: [
            "u e x <escape>", "u e x <escape> o", "u c a <space> b <enter>", "u e x <escape> D u", "u c a <enter> o z",
        ])
    func written(keys: String) {
        let (fast, slow) = (typedAtOnce(keys), typedSlowly(keys))
        #expect(items(fast) == items(slow))
    }

    @Test("Words typed before the case is there are ended by Esc, not given up; Esc again gives them up and says so")
    func words() {
        for (keys, words) in [("<escape>", "Words"), ("<escape> <escape>", nil)] as [(String, String?)] {
            var harness = Harness()
            // The store is slow to answer what Enter asks.
            let asked = harness.model.update(.key(.named(.enter)))
            let escapes = keys.split(separator: " ").map { _ in Key.named(.escape) }
            for key in "ieWords".map({ Key.character($0) }) + escapes { _ = harness.model.update(.key(key)) }
            #expect(harness.screen.contains("given up: 8 keys") == (words == nil))
            #expect(asked == [.openCase(harness.cases[0].number)])
            if words != nil { harness.send(.caseOpened(harness.cases[0], drafts: [], access: CaseAccess())) }
            #expect(harness.model.caseFile?.desks.first?.editor.text == words)
            #expect(harness.model.caseFile?.desks.first?.isWriting == (words == nil ? nil : false))
        }
    }

    @Test("A draft that is acknowledged while a decision is under way does not make the decision's words saved")
    func draftBeforeDecision() {
        var harness = harness()
        harness.isHanging = true
        harness.type("e " + String(repeating: "x ", count: 50) + "y z <escape> u")
        #expect(harness.held.count > 1)
        harness.answerHeld()
        #expect(harness.model.caseFile?.desks[0].isDirty == true)
        harness.answerHeld(failing: "The disk is full.")
        harness.isHanging = false
        harness.wait()
        let number = harness.cases[1].number
        let text = harness.model.caseFile?.desks[0].editor.text
        #expect(harness.drafts[number]?.first { $0.item == 1 }?.rationale == text)
        #expect(text?.hasSuffix("yz") == true)
    }

    @Test("A draft that is on its way is there before it is thrown away, so that it does not come back")
    func discarded() {
        var harness = harness()
        harness.isHanging = true
        harness.type("e " + String(repeating: "x ", count: 60) + "<escape> D")
        while !harness.held.isEmpty { harness.answerHeld() }
        harness.isHanging = false
        harness.wait()
        #expect(harness.model.caseFile?.desks[0].editor.text == "")
        #expect(harness.drafts[harness.cases[1].number]?.contains { $0.item == 1 } != true)
    }

    @Test("A hold that could not be renewed is renewed later, by one timer however often it fails")
    func renewal() {
        var harness = harness()
        let number = harness.cases[1].number
        #expect(harness.model.caseFile?.hold == .mine)
        let due = WorkTimer.lease(number, opening: harness.model.openings)
        #expect(harness.model.update(.timer(due)) == [.renewLease(number)])
        let effects = (0..<3).flatMap { _ in
            harness.model.update(.failed(.renewLease(number), sentence: "The store is busy."))
        }
        let timers = effects.filter { if case .startTimer(due, _) = $0 { true } else { false } }
        #expect(timers.count == 1)
    }

    @Test("Esc twice gives up what is typed behind a key that waits for the disk")
    func givenUpBehind() {
        var harness = harness()
        harness.isHanging = true
        harness.type("u o j k <escape> <escape>")
        #expect(harness.screen.contains("given up"))
        #expect(harness.model.typedAhead.isEmpty && harness.model.caseFile?.waiting == nil)
    }

    @Test("That a key waits is said, and Esc gives it up")
    func givenUp() {
        var harness = harness()
        harness.isHanging = true
        harness.type("u o")
        #expect(harness.screen.contains("the decision is on its way to the disk; overturn follows"))
        harness.type("<escape>")
        #expect(harness.screen.contains("what waited for the disk is given up"))
        harness.answerHeld()
        #expect(harness.cases[1].determination.items[0].decision == .upheld)
        #expect(harness.held.isEmpty)
    }

    @Test("Where the case is another than was thought, nothing that waited is done to it")
    func refused() {
        var harness = harness()
        harness.isHanging = true
        harness.type("u o e x <escape>")
        harness.cases[1].revision += 1
        harness.answerHeld()
        #expect(harness.held.isEmpty)
        #expect(harness.screen.contains("changed by somebody else"))
        #expect(harness.model.caseFile?.desks[0].editor.text == "A.")
        harness.isHanging = false
        harness.type("o")
        #expect(harness.cases[1].determination.items[0].decision == .overturned)
    }

    @Test("What was chosen last counts when the choice before it failed, too")
    func failed() {
        var harness = harness()
        harness.isHanging = true
        harness.type("u o 2 u")
        harness.answerHeld(failing: "the disk is full")
        #expect(harness.screen.contains("the disk is full"))
        harness.answerHeld()
        #expect(harness.cases[1].determination.items.map(\.decision) == [.overturned, nil, nil])
        #expect(harness.model.caseFile?.page == .item(1))
    }
}
