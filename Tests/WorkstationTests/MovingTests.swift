import CaseModel
import Checks
import Testing
import TextUI

@testable import Workstation

@Suite("Counts, jumps and the clipboard")
struct MovingTests {
    private static let many: [ReviewCase] = (1...60).map { index in
        var one = Harness.demonstration[0]
        one.number = Harness.number("CM26-0000\(100 + index)")
        return one
    }

    @Test(
        "Digits before a motion of the worklist count it",
        arguments: [
            ("5 j", 5), ("1 0 j 3 k", 7), ("2 0 G", 19), ("G 7 g", 6), ("2 <page-down>", 40), ("9 9 9 j", 59),
            ("0 j", 1), ("5 <escape> j", 1), ("5 z j", 1), ("9 9 9 9 9 j", 59), ("3 s j", 1),
        ])
    func counts(keys: String, row: Int) {
        var harness = Harness(MovingTests.many)
        harness.type(keys)
        #expect(harness.model.worklist.cursor == row)
        #expect(harness.model.count == nil)
    }

    @Test("What can follow a count stands above the bottom line")
    func hints() {
        var harness = Harness(MovingTests.many)
        harness.type("1 2")
        harness.expectFrame("worklist-count")
        harness.type("<enter>")
        #expect(harness.model.caseFile != nil)
    }

    @Test("In a case a digit goes to its item at once")
    func items() {
        var harness = Harness()
        harness.type("<enter> 1")
        #expect(harness.model.caseFile?.page == .item(1))
    }

    @Test(
        "^O goes back over the places visited, ^P on again",
        arguments: [
            ("<enter> 1 p <c-o>", 0, CasePage?.some(.item(1))), ("<enter> 1 p <c-o> <c-o>", 0, .summary),
            ("<enter> 1 p <c-o> <c-o> <c-p>", 0, .item(1)), ("<enter> <c-o>", 0, nil),
            ("<enter> 1 q q <c-o> <c-o>", 0, .item(1)), ("<enter> 1 q q j <enter> <c-o> <c-o> <c-o>", 0, .item(1)),
            ("<enter> 1 q q j <enter> <c-o> <c-o> <c-o> <c-p> <c-p> <c-p>", 1, .summary),
            ("<enter> 1 <c-o> p <c-p>", 0, .letter),
        ])
    func jumps(keys: String, number: Int, page: CasePage?) {
        var harness = Harness(Array(MovingTests.many.prefix(3)))
        harness.type(keys)
        #expect(harness.model.caseFile?.page == page)
        #expect(harness.model.caseFile?.number == (page == nil ? nil : MovingTests.many[number].number))
        #expect(harness.model.notice == nil || !keys.hasSuffix("<c-o>"))
    }

    @Test("A jump out of a case gives it back, and the ends of the list are said")
    func leaves() {
        var harness = Harness()
        harness.type("<c-o>")
        #expect(harness.screen.contains("there is no place to go back to yet"))
        harness.type("<c-p>")
        #expect(harness.screen.contains("nothing was come back from"))
        harness.type("<enter> i e")
        harness.write("Not necessary.")
        harness.type("<escape> <c-o> <c-o>")
        #expect(harness.model.caseFile == nil)
        #expect(harness.drafts[Harness.demonstration[0].number]?.first?.rationale == "Not necessary.")
    }

    @Test("A jump whose case cannot be read stays where it is")
    func failing() {
        var harness = Harness()
        harness.type("<enter> i q q")
        harness.failure = "the disk is gone"
        harness.type("<c-o>")
        #expect(harness.model.caseFile == nil && harness.model.arrival == nil)
        harness.failure = nil
        harness.type("<escape> <enter>")
        #expect(harness.model.caseFile?.page == .summary)
    }

    @Test("The case number is copied, and the bottom line says so", arguments: ["", "<enter>", "<enter> i"])
    func copies(keys: String) {
        var harness = Harness()
        harness.type(keys + " Y")
        let number = Harness.demonstration[0].number.text
        #expect(harness.effects.contains(.copy(number)))
        #expect(harness.screen.contains("the case number \(number) went to the clipboard"))
    }

    @Test("While sentences are chosen to be quoted, they are copied")
    func copiesSentences() {
        var harness = Harness()
        harness.library = [GuidelineTests.tapering]
        harness.type("<enter> i y Y")
        #expect(harness.effects.contains(.copy("The dose goes down slowly.")))
        #expect(harness.screen.contains("the chosen sentences went to the clipboard"))
    }

    @Test("In the list of findings the finding is copied")
    func copiesFinding() {
        var harness = Harness()
        harness.findings = { _ in
            [Finding(rule: "r", severity: .error, item: 1, message: "Said twice.", basis: "b", evidence: [])]
        }
        harness.type("<enter> i e")
        harness.write("Not necessary.")
        harness.wait()
        harness.type("<escape> ! Y")
        #expect(harness.effects.contains(.copy("Said twice.")))
        #expect(harness.screen.contains("the finding went to the clipboard"))
    }

    @Test("What no clipboard of a terminal takes is refused")
    func tooLong() {
        var harness = Harness()
        #expect(harness.model.copy(String(repeating: "a", count: 56_251), named: "it").isEmpty)
        #expect(harness.screen.contains("too long"))
    }
}
