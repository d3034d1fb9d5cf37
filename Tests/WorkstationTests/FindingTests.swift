import CaseModel
import Checks
import Testing
import TextUI

@testable import Workstation

@Suite("What the check finds, on the screen")
struct FindingTests {
    private static let differs = Finding(
        rule: "item.differs", severity: .error, item: 1, message: "The conclusion has #30, the item #35.",
        basis: "Heath v. WCAB",
        evidence: [
            Evidence(section: .rationale, item: 1, start: 0, end: 3, text: "#30"),
            Evidence(section: .head, item: 1, start: 16, end: 19, text: "#35"),
        ])
    private static let late = Finding(
        rule: "clock.determination-late", severity: .warning, item: nil, message: "Decided two days after the due day.",
        basis: "LC 4610.6(d)", evidence: [])

    private func harness() -> Harness {
        var harness = Harness()
        harness.findings = { determination in
            determination.items[0].rationale.contains("#30") ? [FindingTests.differs, FindingTests.late] : []
        }
        return harness
    }

    @Test("The check runs once writing rests, and its tally stands beside the decision")
    func tally() {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("Norco #30 is not necessary.")
        #expect(!harness.screen.contains(" E1 "))
        harness.wait()
        #expect(harness.screen.contains(" E1 "))
        harness.type("<escape>")
        harness.type("!")
        #expect(harness.screen.contains("1 error · 1 warning"))
        harness.expectFrame("findings")
    }

    @Test("A finding leads to its words, and mending them takes it away")
    func mends() throws {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("Norco #30 is not necessary.")
        harness.type("<escape> 0")
        harness.wait()
        harness.type("! <enter>")
        #expect(harness.model.caseFile?.page == .item(1))
        #expect(harness.model.caseFile?.desks[0].editor.cursor == 6)
        harness.type("e <delete> <delete> <delete> # 3 5 <escape>")
        harness.wait()
        #expect(harness.model.caseFile?.findings == [])
    }

    @Test("An answer to an older state of the text is dropped")
    func stale() {
        var harness = harness()
        harness.type("<enter> i")
        let number = harness.cases[0].number
        harness.send(.checked(number, [FindingTests.differs], generation: 0))
        #expect(harness.model.caseFile?.findings == [])
    }

    @Test("The dates of a case stand in order, each with its place, also without colour")
    func chronology() {
        var harness = harness()
        harness.type("<enter> d")
        harness.expectFrame("chronology")
        let days = harness.screen.split(separator: "\n").compactMap { line in
            line.contains("header") || line.contains("summary") ? line.dropFirst(6).prefix(5) : nil
        }
        #expect(days == days.sorted())
    }
}
