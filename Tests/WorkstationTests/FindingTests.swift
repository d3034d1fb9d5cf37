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

    @Test("A finding leads to its words with the keyboard in them, and mending them takes it away")
    func mends() throws {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("Norco #30 is not necessary.")
        harness.type("<escape> 0")
        harness.wait()
        harness.type("! f")
        #expect(harness.model.caseFile?.page == .item(1))
        #expect(harness.model.caseFile?.desks[0].editor.cursor == 6)
        #expect(harness.model.caseFile?.desks[0].isWriting == true)
        harness.type("<delete> <delete> <delete> # 3 5 <escape>")
        harness.wait()
        #expect(harness.model.caseFile?.findings == [])
    }

    static func finding(
        _ rule: String, _ item: Int?, _ section: Section? = nil, _ text: String = ""
    ) -> Finding {
        Finding(
            rule: rule, severity: .error, item: item, message: "A sentence.", basis: "b",
            evidence: section.map { [Evidence(section: $0, item: item, start: 0, end: 0, text: text)] } ?? [])
    }

    @Test("Each kind of fault is mended where it was made")
    func mendsAnywhere() throws {
        var harness = Harness()
        harness.type("<enter> i c")
        harness.write("Decision based on MTUS Knee.")
        harness.type("<enter> e")
        harness.write("One. Two.")
        harness.type("<escape> 0")
        func mend(_ finding: Finding) throws -> (Workstation, ItemDesk) {
            var harness = harness
            harness.findings = { _ in [finding] }
            harness.send(.timer(.check(harness.cases[0].number)))
            harness.type("! f")
            return (harness.model, try #require(harness.model.caseFile?.desks[0]))
        }
        var (model, desk) = try mend(FindingTests.finding("citation.incomplete", 1, .reviewerGuideline, "Knee"))
        #expect(desk.citationField?.cursor == 23 && !desk.isWriting)
        (model, desk) = try mend(FindingTests.finding("citation.none", 1))
        #expect(desk.citationField != nil)
        (model, desk) = try mend(FindingTests.finding("decision.contradicts-conclusion", 1, .rationale, "Two"))
        #expect(!desk.isWriting && desk.editor.cursor == 5)
        #expect(model.view().text.contains("u upholds, o overturns"))
        (model, desk) = try mend(FindingTests.finding("notice.missing", 1))
        #expect(desk.isWriting && desk.editor.cursor == 9)
        (model, desk) = try mend(FindingTests.finding("item.arithmetic", 1, .head, "#35"))
        #expect(!desk.isWriting && model.caseFile?.page == .item(1))
        #expect(model.view().text.contains("what was filed"))
        (model, desk) = try mend(FindingTests.finding("chronology.summary-differs", nil, .summary, "08-05-2026"))
        #expect(model.caseFile?.page == .summary && model.caseFile?.summaryDesk.isWriting == true)
        let editor = try #require(model.caseFile?.summaryDesk.editor)
        #expect(editor.text.dropFirst(editor.cursor).hasPrefix("08-05-2026. On") && model.caseFile?.search == "")
        // Words that are not in it, and what another has in hand: they are shown, and it is said who writes.
        (model, desk) = try mend(FindingTests.finding("chronology.summary-differs", nil, .summary, "carpentress"))
        #expect(model.caseFile?.summaryDesk.isWriting == false && model.caseFile?.search == "carpentress")
        harness.holders[harness.cases[0].number] = "somebody"
        harness.type("q q <enter>")
        (model, desk) = try mend(FindingTests.finding("chronology.summary-differs", nil, .summary, "08-05-2026"))
        #expect(model.caseFile?.summaryDesk.isWriting == false && model.caseFile?.search == "08-05-2026")
        #expect(model.view().text.contains("somebody has the case open"))
        harness.holders = [:]
        harness.type("q <enter>")
        (model, desk) = try mend(FindingTests.finding("documents.missing", nil))
        #expect(model.caseFile?.page == .item(1))
    }

    @Test("An override asks for its reason, takes the finding out of the tally, and is lifted by the same key")
    func overrides() throws {
        var harness = harness()
        harness.type("<enter> i e")
        harness.write("Norco #30 is not necessary.")
        harness.type("<escape>")
        harness.wait()
        #expect(harness.screen.contains("1 error stands before signing"))
        harness.type("! x <enter>")
        #expect(harness.screen.contains("An override needs a reason"))
        #expect(!harness.effects.contains { if case .overrideFinding = $0 { true } else { false } })
        harness.write("The head counts the tablets before weaning.")
        harness.type("<enter>")
        let made = try #require(harness.overrides[harness.cases[0].number]?.first)
        #expect(made.rule == "item.differs" && made.item == 1)
        #expect(made.fingerprint == FindingTests.differs.fingerprint)
        #expect(made.reason == "The head counts the tablets before weaning.")
        harness.expectFrame("findings-overridden")
        harness.type("q")
        #expect(!harness.screen.contains("before signing"))
        #expect(!harness.screen.contains(" E1 "))
        harness.type("! v x")
        #expect(harness.overrides[harness.cases[0].number] == [])
        harness.type("q")
        #expect(harness.screen.contains("1 error stands before signing"))
    }

    @Test("An override holds for the words it was given for")
    func holds() {
        var other = FindingTests.differs
        #expect(other.fingerprint == FindingTests.differs.fingerprint)
        other.message = "Said otherwise."
        #expect(JudgedFinding.all([other], [FindingTests.override]).first?.override != nil)
        other.evidence[0].start = 40
        #expect(JudgedFinding.all([other], [FindingTests.override]).first?.override != nil)
        other.evidence[0].text = "#31"
        #expect(JudgedFinding.all([other], [FindingTests.override]).first?.override == nil)
        other = FindingTests.differs
        other.item = 2
        #expect(JudgedFinding.all([other], [FindingTests.override]).first?.override == nil)
    }

    private static let override = FindingOverride(
        rule: "item.differs", item: 1, fingerprint: differs.fingerprint, reason: "r", actor: "a", at: 0)

    @Test("A published determination is not overridden")
    func history() {
        var published = Harness.decided
        published.state = .published
        var harness = Harness([published])
        harness.findings = { _ in [FindingTests.late] }
        harness.type("<enter> ! x")
        #expect(harness.screen.contains("is history"))
        #expect(!harness.screen.contains("why it may stand"))
    }

    @Test(
        "Both places of a contradiction stand before the reviewer, each with its section and the words in sight",
        arguments: [("findings-places", 24, 80), ("findings-places-narrow", 24, 60)])
    func places(name: String, rows: Int, columns: Int) {
        var harness = Harness(rows: rows, columns: columns)
        harness.findings = { _ in
            [
                Finding(
                    rule: "chronology.summary-differs", severity: .error, item: nil,
                    message: "The summary dates the utilization review 10-05-2026, the header 10/06/2026.",
                    basis: "LC 4610.6(h)(5)",
                    evidence: [
                        Evidence(section: .header, item: nil, start: 0, end: 10, text: "10/05/2026"),
                        Evidence(section: .summary, item: nil, start: 0, end: 10, text: "10-05-2026"),
                    ])
            ]
        }
        harness.type("<enter> ! <enter>")
        harness.expectFrame(name)
        harness.type("q q")
        #expect(harness.screen.contains("Disputed items"))
    }

    @Test("The words stand out in rationale, guideline line and summary, with a letter in the margin")
    func marks() {
        var harness = Harness()
        harness.findings = { determination in
            guard !determination.items[0].rationale.isEmpty else { return [] }
            var cited = FindingTests.finding("citation.incomplete", 1, .reviewerGuideline, "Knee")
            cited.severity = .warning
            return [
                FindingTests.differs, cited, FindingTests.finding("item.differs", 1, .summary, "Norco 10/325 mg #60"),
            ]
        }
        harness.type("<enter> i c")
        harness.write("Decision based on MTUS Knee.")
        harness.type("<enter> e")
        harness.write("Norco  #30 is\nnot necessary.")
        harness.type("<escape>")
        harness.wait()
        harness.expectFrame("item-marks")
        let frame = harness.model.view()
        #expect(harness.screen.contains("E┃Norco  #30 is"))
        #expect(frame.text.contains("W Decision based on MTUS Knee."))
        harness.type("0")
        harness.expectFrame("summary-marks")
    }

    @Test(
        "A determination is signed when all is decided, recorded, checked and free of errors",
        arguments: [
            ([(true, false)], 0, true, []), ([], 0, true, []),
            ([(false, false), (true, false), (false, true)], 0, true, ["Items 1, 3 are not decided."]),
            ([(true, true)], 0, true, ["What is written about item 1 is not recorded."]),
            ([(true, false)], 0, false, ["The check has not seen the latest words."]),
            ([(true, false)], 1, true, ["1 error stands; mend it, or override it with a reason."]),
            (
                [(false, false)], 2, true,
                ["Item 1 is not decided.", "2 errors stand; mend them, or override them with a reason."]
            ),
        ] as [([(Bool, Bool)], Int, Bool, [String])])
    func finishing(items: [(Bool, Bool)], errors: Int, isChecked: Bool, expected: [String]) {
        let findings = [FindingTests.late] + (0..<errors).map { FindingTests.finding("r", 1, .rationale, "\($0)") }
        func obstacles(_ overrides: [FindingOverride]) -> FinishObstacles {
            FinishObstacles(
                findings: findings, overrides: overrides,
                items: items.map { .init(isDecided: $0.0, isUnrecorded: $0.1) }, isChecked: isChecked)
        }
        #expect(obstacles([]).sentences == expected)
        #expect(obstacles([]).isEmpty == expected.isEmpty)
        let overrides = findings.map {
            FindingOverride(
                rule: $0.rule, item: $0.item, fingerprint: $0.fingerprint, reason: "r", actor: "a", at: 0)
        }
        #expect(obstacles(overrides).sentences == expected.filter { !$0.contains("error") })
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
