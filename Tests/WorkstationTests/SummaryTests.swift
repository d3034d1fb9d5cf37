import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Writing the clinical summary")
struct SummaryTests {
    private func written(_ harness: Harness) -> [String] {
        harness.effects.compactMap { if case .write(_, let words, as: .summary, _) = $0 { words } else { nil } }
    }

    @Test("e opens the summary, a pause and Esc put it on disk, and the page shows it")
    func write() {
        var harness = Harness()
        harness.cases[0].determination.summary = ""
        harness.type("<enter>")
        #expect(harness.screen.contains("no clinical summary yet; e writes it"))
        harness.type("e")
        harness.write("A roofer")
        #expect(written(harness).isEmpty && harness.screen.contains("unsaved"))
        harness.wait()
        #expect(written(harness) == ["A roofer"] && harness.screen.contains("saved 14:02:07"))
        harness.write(" fell.")
        harness.type("<escape>")
        #expect(written(harness) == ["A roofer", "A roofer fell."])
        #expect(harness.screen.contains("A roofer fell.") && harness.screen.contains("Disputed items"))
        // The decision that follows knows the revision that the writing raised.
        harness.type("i e")
        harness.write("Why not.")
        harness.type("<escape> u")
        #expect(harness.cases[0].determination.items[0].decision == .upheld)
    }

    @Test("A summary that cannot be saved says so, stays on the screen and is tried again")
    func failed() {
        var harness = Harness()
        harness.type("<enter> e")
        harness.write("Words ")
        harness.failure = "the disk is full"
        harness.wait()
        #expect(harness.screen.contains("NOT SAVED") && harness.screen.contains("the disk is full"))
        harness.failure = nil
        harness.wait()
        #expect(written(harness).count == 2 && harness.screen.contains("saved 14:02:07"))
    }

    @Test("Bookmarks on a summary that is written are read again, and those whose text is gone are told of")
    func bookmarks() throws {
        var harness = Harness()
        let number = harness.cases[0].number
        harness.bookmarks[number] = [try Bookmark(place: .summary(character: 0), note: "first")]
        harness.type("<enter> e")
        harness.write(" More words.")
        harness.wait()
        let again = harness.effects.filter { $0 == .loadBookmarks(number) }.count
        #expect(again == 2 && !harness.screen.contains("is gone"))
        while harness.model.caseFile?.summaryDesk.editor?.text.isEmpty == false { harness.type("<c-w>") }
        harness.wait()
        #expect(harness.screen.contains("the text of a bookmark is gone; M lists them"))
    }

    @Test("A hang-up in mid-sentence puts the summary on disk")
    func leaving() {
        var harness = Harness()
        harness.type("<enter> e")
        harness.write("Half a sen")
        harness.send(.leaving)
        #expect(written(harness).last?.hasSuffix("Half a sen") == true)
        #expect(harness.isOver)
    }

    @Test("Of two writes under way each answer tells of its own words alone")
    func answers() {
        var harness = Harness()
        harness.cases[0].determination.summary = ""
        harness.type("<enter> e")
        harness.isHanging = true
        harness.write("first")
        harness.wait()
        harness.write(" then")
        harness.send(.leaving)
        harness.answerHeld()
        #expect(harness.model.caseFile?.summaryDesk.isDirty == true)
        harness.answerHeld(failing: "the disk is full")
        harness.type("<escape>")
        #expect(harness.screen.contains("NOT SAVED"))
        #expect(harness.model.caseFile?.summaryDesk.editor?.text == "first then")
    }

    @Test("Locking saves the summary over nobody's words, after what is on its way, and again when that fails")
    func locking() {
        var harness = Harness()
        harness.cases[0].determination.summary = ""
        let revision = harness.cases[0].revision
        harness.type("<enter> e")
        harness.isHanging = true
        harness.write("first")
        harness.send(.timer(.idle))
        harness.type("<enter>")
        harness.write(" then")
        harness.send(.timer(.idle))
        #expect(written(harness) == ["first"])
        harness.answerHeld()
        harness.wait()
        harness.answerHeld(failing: "the disk is full")
        harness.wait()
        harness.answerHeld()
        #expect(harness.model.locked != nil && harness.cases[0].determination.summary == "first then")
        let revisions = harness.effects.compactMap {
            if case .write(_, _, .summary, let seen) = $0 { seen } else { nil }
        }
        #expect(written(harness) == ["first", "first then", "first then"])
        #expect(revisions == [revision, revision + 1, revision + 1])
    }

    @Test("No decision goes out while the summary is on its way")
    func order() {
        var harness = Harness()
        harness.type("<enter> i e")
        harness.write("Why not.")
        harness.type("<escape> 0 e")
        harness.isHanging = true
        harness.write("x")
        harness.type("<escape> 1 u")
        #expect(harness.screen.contains("the summary is on its way to the disk"))
    }

    @Test("What is published or on another's desk is not written")
    func refused() {
        var harness = Harness()
        harness.cases[0].state = .published
        harness.type("<enter> e")
        #expect(harness.screen.contains("nothing of it is written any more"))
        #expect(harness.model.caseFile?.summaryDesk.isWriting == false)
    }

    @Test("L writes the line of the claims administrator")
    func claimsLine() {
        var harness = Harness()
        harness.cases[0].determination.items[0].claimsAdministratorGuideline = ""
        harness.type("<enter> i L")
        harness.write("Decision based on ODG.")
        harness.type("<enter>")
        #expect(harness.cases[0].determination.items[0].claimsAdministratorGuideline == "Decision based on ODG.")
        harness.type("L <escape>")
        #expect(harness.cases[0].determination.items[0].claimsAdministratorGuideline == "Decision based on ODG.")
    }
}
