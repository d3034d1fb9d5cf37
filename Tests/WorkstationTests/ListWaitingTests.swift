import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Keys that come while the worklist is read")
struct ListWaitingTests {
    private static let cases: [ReviewCase] = (0..<700).map { index in
        var one = index % 7 == 3 ? Harness.therapy : Harness.norco
        one.number = Harness.number("CM26-000\(1000 + index)")
        if index % 5 == 0 { one.state = .published }
        return one
    }

    private func typed(_ before: String, _ keys: String, atOnce: Bool) -> Harness {
        var harness = Harness(ListWaitingTests.cases)
        harness.type(before)
        harness.wait()
        harness.isListHanging = atOnce
        harness.isHanging = atOnce
        for key in keys.split(separator: " ") {
            harness.type(String(key))
            if !atOnce { harness.wait() }
        }
        while !harness.held.isEmpty { harness.answerHeld() }
        (harness.isListHanging, harness.isHanging) = (false, false)
        harness.wait()
        return harness
    }

    @Test(
        "Typed in one burst keys do what they do at leisure",
        arguments: [
            ("", "/ 1 5 5 5 <enter> <enter>"), ("", "/ 1 5 5 <enter> j j <enter>"),
            ("", "/ 1 5 5 <down> <enter> <enter>"),
            ("", "/ 1 5 <down> <down> 5 <enter> j <enter>"), ("j j", "/ 1 5 5 <enter> m j m"),
            ("", "/ 1 5 5 <enter> G <enter>"), ("", "/ 1 5 5 <enter> 4 j <enter> i"), ("", "G <enter>"),
            ("", "G k k <enter>"), ("/ 1 5 5 5 <enter>", "\\ j j <enter>"), ("/ 1 5 5 5 <enter>", "\\ 5 0 0 G <enter>"),
            ("", "5 0 0 j <enter>"), ("j j j", "s s <enter>"), ("j j j j j", "H j <enter>"),
            ("", "/ 1 5 5 <enter> x t u r g <enter>"),
            ("", "/ 1 5 5 <enter> M a x t u r g <enter>"), ("", "/ 1 5 5 <enter> j Y"), ("<enter>", "q j <enter>"),
            ("/ 1 5 5 <enter> <enter>", "q q j j <enter>"), ("", "/ n o n e <enter> <enter> \\ j <enter>"),
            ("", "/ 1 5 5 <enter> : m a r k <enter> j"), ("", "/ 1 5 5 <enter> <enter> i q q j <enter>"),
            ("", "/ 1 5 5 <enter> ? q j <enter>"),
        ])
    func burst(before: String, keys: String) {
        let (fast, slow) = (typed(before, keys, atOnce: true), typed(before, keys, atOnce: false))
        #expect(fast.model.caseFile?.number == slow.model.caseFile?.number)
        #expect(fast.model.worklist.selected?.number == slow.model.worklist.selected?.number)
        #expect(fast.model.worklist.marks.numbers == slow.model.worklist.marks.numbers)
        #expect(fast.tags == slow.tags)
        let copied = (fast.effects.filter { $0.isCopy }, slow.effects.filter { $0.isCopy })
        #expect(copied.0 == copied.1)
        #expect(fast.screen == slow.screen)
        #expect(fast.model.typedAhead.isEmpty && !fast.model.isListAwaited)
    }

    @Test("While one scrolls no key waits for the rows on the way")
    func scrolling() {
        var harness = Harness(ListWaitingTests.cases)
        harness.isListHanging = true
        harness.type("<page-down> <page-down> <page-down> G k k <page-up> g j 5 0 0 j")
        #expect(harness.model.worklist.cursor == 501 && harness.model.typedAhead.isEmpty)
    }

    @Test("Esc gives up what waits for the list, a list that is not read lets it go, and neither holds what follows")
    func givenUp() {
        for failing in [false, true] {
            var harness = Harness(ListWaitingTests.cases)
            harness.isListHanging = true
            harness.type("/ 1 5 5 <enter> <enter>")
            #expect(harness.model.isListAwaited)
            if failing {
                harness.answerHeld(failing: "the disk is gone")
                harness.type("<escape>")
            } else {
                harness.type("<escape>")
                #expect(harness.screen.contains("what waited for the list is given up"))
            }
            harness.isListHanging = false
            while !harness.held.isEmpty { harness.answerHeld() }
            #expect(harness.model.caseFile == nil && harness.model.opening == nil)
            harness.type("q j <enter>")
            #expect(harness.model.caseFile?.number == ListWaitingTests.cases[1].number)
        }
    }

    @Test("Whoever leaves a case comes back to its row, wherever it was opened from", arguments: [0, 4, 90, 600, 699])
    func comesBack(row: Int) {
        let number = ListWaitingTests.cases[row].number
        var harness = Harness(ListWaitingTests.cases)
        harness.send(.resume(Sitting(number: number.text, page: "summary")))
        harness.type("q")
        #expect(harness.model.worklist.selected?.number == number)
        #expect(harness.screen.contains("> ") && harness.screen.contains("\(row + 1)/700"))
        harness.type("<enter>")
        #expect(harness.model.caseFile?.number == number)
    }
}

extension Effect {
    fileprivate var isCopy: Bool { if case .copy = self { true } else { false } }
}
