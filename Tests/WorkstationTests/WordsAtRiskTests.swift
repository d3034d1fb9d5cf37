import CaseModel
import Checks
import Testing
import TextUI

@testable import Workstation

/// The summary and the claims administrator's line, when two people write or the disk is full.
@Suite("Words that are not on disk")
struct WordsAtRiskTests {
    private func written(_ harness: Harness) -> [String] {
        harness.effects.compactMap { if case .write(_, let words, _, _) = $0 { words } else { nil } }
    }

    /// Somebody else writes the summary.
    private func writeElsewhere(_ words: String, _ harness: inout Harness) {
        harness.cases[0].determination.summary = words
        harness.cases[0].revision += 1
    }

    @Test("f and x leave a case alone that somebody else has open", arguments: [Section.rationale, .summary])
    func held(section: Section) {
        var harness = Harness()
        harness.holders[harness.cases[0].number] = "b.reviewer"
        let finding = Finding(
            rule: "citation.administrator-missing", severity: .error, item: 1, message: "A sentence.", basis: "b",
            evidence: [Evidence(section: section, item: 1, start: 0, end: 3, text: "One")])
        harness.findings = { _ in [finding, FindingTests.finding("notice.missing", 1)] }
        harness.type("<enter>")
        for keys in ["! f", "! j f"] {
            harness.type(keys)
            let desk = harness.model.caseFile?.desks[0]
            #expect(desk?.isWriting == false && desk?.claimsField == nil && desk?.citationField == nil)
            #expect(harness.screen.contains("b.reviewer has the case open"))
        }
        harness.type("! x")
        #expect(harness.screen.contains("b.reviewer has the case open"))
        harness.write("It may stand.")
        harness.type("<enter>")
        #expect(harness.overrides.isEmpty)
    }

    @Test("An override whose reason was begun is not recorded once somebody else has taken the case")
    func heldMeanwhile() {
        var harness = Harness()
        harness.findings = { _ in [FindingTests.finding("notice.missing", 1)] }
        harness.type("<enter> ! x")
        harness.write("It may stand.")
        harness.send(.leaseHeld(harness.cases[0].number, by: "b.reviewer"))
        harness.type("<enter>")
        #expect(harness.overrides.isEmpty && harness.screen.contains("b.reviewer has the case open"))
    }

    @Test("What was said of a disk that keeps nothing goes once it keeps the words, and with no words before")
    func diskAgain() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.failure = "the disk is full."
        harness.write("Some words.")
        harness.wait()
        harness.wait()
        #expect(harness.screen.contains("the disk is full.") && harness.screen.contains("NOT SAVED"))
        harness.failure = nil
        harness.wait()
        #expect(!harness.screen.contains("the disk is full.") && harness.screen.contains("is on the disk again"))
        harness.type("x")
        harness.wait()
        #expect(!harness.screen.contains("is on the disk again"))
    }

    @Test("A summary is not written over another's; the reviewer sees that first, and e goes on with his own")
    func contested() {
        var harness = Harness()
        harness.type("<enter> e")
        harness.write("Mine. ")
        writeElsewhere("Theirs.", &harness)
        harness.wait()
        harness.write("More. ")
        harness.wait()
        #expect(harness.cases[0].determination.summary == "Theirs.")
        #expect(harness.screen.contains("NOT SAVED") && harness.screen.contains("Mine. More."))
        harness.type("<escape>")
        harness.wait()
        #expect(harness.screen.contains("Theirs.") && harness.screen.contains("e goes on with yours"))
        #expect(harness.cases[0].determination.summary == "Theirs.")
        harness.type("e <escape>")
        #expect(harness.cases[0].determination.summary.contains("Mine. More."))
        #expect(harness.screen.contains("saved 14:02:07"))
    }

    @Test("A case that was changed elsewhere, but not in its summary, takes the summary after all")
    func uncontested() {
        var harness = Harness()
        harness.type("<enter> e")
        harness.write("Mine. ")
        harness.cases[0].revision += 1
        harness.wait()
        harness.wait()
        #expect(harness.cases[0].determination.summary.hasSuffix("Mine."))
        #expect(harness.screen.contains("saved 14:02:07") && !harness.screen.contains("somebody else"))
    }

    @Test("Whoever loses the case sends no summary after it, nor when he leaves", arguments: ["q y", "Q y", "<c-l>"])
    func takenOver(keys: String) {
        var harness = Harness()
        harness.type("<enter> e")
        harness.write("Mine. ")
        harness.send(.leaseHeld(harness.cases[0].number, by: "b.reviewer"))
        #expect(harness.screen.contains("your last words are only here"))
        harness.type(keys)
        harness.wait()
        #expect(written(harness).isEmpty)
    }

    @Test("The editor begins with the words as they stand, not with those of its last time")
    func fresh() {
        var harness = Harness()
        harness.type("<enter> e <escape>")
        writeElsewhere("Theirs.", &harness)
        harness.send(.caseOpened(harness.cases[0], drafts: [], access: CaseAccess()))
        harness.type("e")
        harness.write(" Mine.")
        harness.wait()
        #expect(harness.cases[0].determination.summary == "Theirs. Mine.")
        // And while it is open with nothing unsaved in it.
        writeElsewhere("Theirs again.", &harness)
        harness.send(.caseOpened(harness.cases[0], drafts: [], access: CaseAccess()))
        harness.type("<c-e> !")
        harness.wait()
        #expect(harness.cases[0].determination.summary.contains("Theirs again."))
        #expect(!harness.cases[0].determination.summary.contains("Mine"))
    }

    @Test("A claims administrator's line that cannot be saved is kept, and L goes on with it")
    func claimsLine() {
        var harness = Harness()
        harness.cases[0].determination.items[0].claimsAdministratorGuideline = ""
        harness.type("<enter> i L")
        harness.write("Decision based on ODG.")
        harness.failure = "the disk is full"
        harness.type("<enter>")
        #expect(harness.screen.contains("NOT SAVED"))
        #expect(harness.screen.contains("the disk is full; L in item 1 goes on with your line"))
        harness.failure = nil
        harness.type("L <enter>")
        #expect(harness.cases[0].determination.items[0].claimsAdministratorGuideline == "Decision based on ODG.")
        #expect(harness.screen.contains("saved 14:02:07") && !harness.screen.contains("NOT SAVED"))
    }

    @Test("A claims administrator's line is not written over another's before the reviewer has seen that")
    func contestedLine() {
        var harness = Harness()
        harness.type("<enter> i L")
        harness.write(" And ODG.")
        harness.cases[0].determination.items[0].claimsAdministratorGuideline = "Theirs."
        harness.cases[0].revision += 1
        harness.type("<enter>")
        #expect(harness.cases[0].determination.items[0].claimsAdministratorGuideline == "Theirs.")
        #expect(harness.screen.contains("L in item 1 goes on with your line"))
        harness.type("L <enter>")
        #expect(harness.cases[0].determination.items[0].claimsAdministratorGuideline.hasSuffix("And ODG."))
    }

    @Test(
        "No decision goes out while the claims administrator's line is on its way",
        arguments: ["o", "e z <escape>", "L"])
    func order(keys: String) {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("Why not.")
        harness.type("<escape> u L")
        harness.write("x")
        harness.isHanging = true
        harness.type("<enter> \(keys)")
        #expect(harness.effects.count { if case .decide = $0 { true } else { false } } == 1)
        #expect(harness.screen.contains("line is on its way to the disk"))
    }

    @Test(
        "Words that could not be saved are not left without a question",
        arguments: [("e", "q"), ("e", "Q"), ("e", "<c-o>"), ("i e", "q q"), ("i e", "Q"), ("i L", "q q")])
    func leaving(place: String, keys: String) {
        var harness = Harness()
        harness.type("<enter> \(place)")
        harness.write("Mine. ")
        harness.failure = "the disk is full"
        harness.type(place == "i L" ? "<enter>" : "<escape>")
        harness.type(keys)
        #expect(harness.screen.contains("Leave all the same?"))
        harness.type("n")
        #expect(harness.model.caseFile?.isUnsaved == true && !harness.effects.contains(.quit))
        harness.type("\(keys.last ?? "q") y".replacing(">", with: "<c-o>"))
        #expect(harness.model.caseFile == nil || harness.effects.contains(.quit))
    }

    @Test("Nothing is signed while the summary on the screen is not on disk")
    func signing() {
        var harness = Harness([Harness.decided])
        harness.type("<enter> e")
        harness.isHanging = true
        harness.write("Mine. ")
        harness.type("<escape> S")
        #expect(harness.screen.contains("The summary or a claims administrator's line is not on disk."))
        harness.type("<enter>")
        #expect(!harness.effects.contains { if case .sign = $0 { true } else { false } })
    }
}
