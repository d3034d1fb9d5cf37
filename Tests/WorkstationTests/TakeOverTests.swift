import CaseModel
import Testing
import TextUI

@testable import Workstation

/// Two sessions on one case: nobody's words are written over before the other one has seen them.
@Suite("A case that is taken over")
struct TakeOverTests {
    private var number: CaseNumber { Harness.demonstration[0].number }

    /// The first item in the editor, some words on the disk.
    private func writing() -> Harness {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("The records")
        harness.wait()
        return harness
    }

    private func saves(_ harness: Harness) -> Int {
        harness.effects.count { if case .saveDraft = $0 { true } else { false } }
    }

    /// Another session, or a command, saves a draft of the first item.
    private func saveElsewhere(_ words: String, _ harness: inout Harness, revision: Int = 9) {
        harness.drafts[number] = [
            Draft(item: 1, rationale: words, reviewerGuideline: "", decision: nil, cursor: 0, revision: revision)
        ]
    }

    private func rationale(_ harness: Harness) -> String? { harness.drafts[number]?.first?.rationale }

    @Test(
        "Words that are refused stay on the screen with the keyboard in them, and no more are sent, whatever is pressed"
    )
    func refused() {
        var harness = writing()
        harness.holders[number] = "Imogen"
        harness.write(" show")
        harness.wait()
        #expect(rationale(harness) == "The records")
        #expect(harness.screen.contains("NOT SAVED"))
        #expect(harness.screen.contains("Imogen took the case over; your last words are only here; O takes it back"))
        let sent = saves(harness)
        // Keys that are typed on are text, not commands.
        harness.write(" quo")
        harness.wait()
        #expect(harness.screen.contains("The records show quo"))
        harness.type("<escape> u E <escape>")
        harness.wait()
        #expect(harness.screen.contains("The records show quo") && harness.screen.contains("NOT SAVED"))
        harness.type("q q")
        #expect(harness.screen.contains("Leave all the same?"))
        #expect(saves(harness) == sent && rationale(harness) == "The records")
        #expect(!harness.effects.contains { if case .decide = $0 { true } else { false } })
    }

    @Test("A hold that is lost while something is not on the disk yet says so, and the words stay where they are")
    func lost() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("The records")
        harness.holders[number] = "Imogen"
        harness.send(.leaseHeld(number, by: "Imogen"))
        #expect(harness.model.caseFile?.desks[0].isWriting == true)
        #expect(harness.screen.contains("your last words are only here") && harness.screen.contains("The records"))
        harness.wait()
        #expect(saves(harness) == 0)
    }

    @Test("Who has everything on the disk loses nothing by a take-over, and reads that it is a draft")
    func kept() {
        var harness = writing()
        harness.type("<escape>")
        harness.send(.leaseHeld(number, by: "Imogen"))
        #expect(harness.screen.contains("what you wrote is a draft") && !harness.screen.contains("NOT SAVED"))
    }

    @Test("Who takes the case back goes on saving, where nobody wrote meanwhile")
    func takenBack() {
        var harness = writing()
        harness.holders[number] = "Imogen"
        harness.write(" show")
        harness.wait()
        harness.type("<escape> O y")
        harness.wait()
        #expect(rationale(harness) == "The records show")
        #expect(harness.screen.contains("saved 14:02:07"))
    }

    @Test(
        "Who takes the case back sees what was written meanwhile, and writes over it only with e",
        arguments: [true, false])
    func seenFirst(isDecided: Bool) {
        var harness = writing()
        harness.holders[number] = "Imogen"
        harness.write(" show")
        harness.wait()
        if isDecided {
            harness.drafts[number] = []
            harness.cases[0].determination.items[0].rationale = "Hers."
            harness.cases[0].determination.items[0].decision = .overturned
            harness.cases[0].revision += 1
        } else {
            saveElsewhere("Hers.", &harness)
        }
        harness.type("<escape> O y")
        harness.wait()
        let sent = saves(harness)
        #expect(
            harness.screen.contains("Hers.") && harness.screen.contains("e goes on with your words, D gives them up"))
        #expect(harness.screen.contains("NOT SAVED"))
        harness.type("u")
        harness.wait()
        #expect(saves(harness) == sent && harness.model.caseFile?.reviewCase == harness.cases[0])
        harness.type("e")
        harness.wait()
        #expect(rationale(harness) == "The records show" && harness.screen.contains("saved 14:02:07"))
    }

    @Test("Who gives his words up has those of the other")
    func givenUp() {
        var harness = writing()
        harness.holders[number] = "Imogen"
        harness.write(" show")
        harness.wait()
        saveElsewhere("Hers.", &harness)
        harness.type("<escape> O y D")
        harness.wait()
        #expect(rationale(harness) == "Hers." && !harness.screen.contains("NOT SAVED"))
        harness.type("e <c-e>")
        harness.write(" Mine.")
        harness.wait()
        #expect(rationale(harness) == "Hers. Mine.")
    }

    @Test("A newer draft is never written over by trying again: Esc shows it, e goes on over it")
    func newerDraft() {
        var harness = writing()
        saveElsewhere("Theirs.", &harness, revision: 2)
        for _ in 0..<5 {
            harness.write(" on")
            harness.wait()
        }
        #expect(rationale(harness) == "Theirs.")
        #expect(harness.screen.contains("Esc shows it") && harness.screen.contains("The records on on"))
        harness.type("<escape>")
        harness.wait()
        #expect(rationale(harness) == "Theirs." && harness.screen.contains("Theirs."))
        harness.type("e")
        harness.wait()
        #expect(rationale(harness) == "The records on on on on on")
    }

    @Test("A disk that refuses is tried again under the same revision, which passes no newer draft")
    func triedAgain() {
        var harness = writing()
        harness.failure = "the disk is full."
        harness.write(" show")
        for _ in 0..<4 { harness.wait() }
        harness.failure = nil
        saveElsewhere("Theirs.", &harness, revision: 2)
        harness.wait()
        harness.wait()
        #expect(rationale(harness) == "Theirs." && harness.screen.contains("NOT SAVED"))
    }

    @Test("A draft of one's own that came to the disk all the same is not taken for another's")
    func ownDraft() {
        var harness = writing()
        harness.failure = "the disk is slow."
        harness.write(" show")
        harness.wait()
        harness.failure = nil
        saveElsewhere("The records show", &harness, revision: 2)
        harness.write(" more")
        harness.wait()
        harness.wait()
        #expect(rationale(harness) == "The records show more" && harness.screen.contains("saved 14:02:07"))
    }
}
