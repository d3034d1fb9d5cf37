import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Doing the last change again")
struct RepeatTests {
    @Test("Decision, line and template of the last item go to the next one, up to its first blank")
    func again() throws {
        var other = Harness.norco
        other.number = Harness.number("CM26-0000104")
        var harness = Harness([Harness.norco, other])
        harness.type("<enter> 1 u t <enter>")
        while harness.model.caseFile?.desks[0].editor.blanks.isEmpty == false {
            harness.write("x")
            harness.type("<tab>")
        }
        harness.type("<escape> c M T U S <enter>")
        #expect(harness.cases[0].determination.items[0].decision == .upheld)
        let first = try #require(harness.model.caseFile?.desks[0].editor.text)
        harness.type("q q j <enter> 1 .")
        let desk = try #require(harness.model.caseFile?.desks[0])
        #expect(desk.chosen == .upheld && desk.guideline == "MTUS")
        #expect(desk.isWriting && !desk.editor.blanks.isEmpty)
        #expect(desk.editor.text.prefix(30) == first.prefix(30))
        harness.type("<escape> z")
        #expect(harness.model.caseFile?.desks[0].editor.text.isEmpty == true)
    }

    @Test(
        "Where it makes no sense it is refused in words",
        arguments: [
            ("<enter> i .", "nothing was done to an item yet"), ("<enter> i u .", "it was done to this item"),
            (". $ .", "nothing was done to marked cases yet"),
            ("<enter> i u q q j j <enter> i .", "item 1 is decided; U takes the decision back first"),
        ])
    func refused(keys: String, says: String) {
        var harness = Harness()
        harness.type(keys)
        #expect(harness.screen.contains(says), "\(harness.screen)")
    }
}
