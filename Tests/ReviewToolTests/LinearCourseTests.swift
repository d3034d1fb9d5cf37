import CaseModel
import CaseStore
import Foundation
import Guidelines
import Testing

@testable import ReviewTool

@Suite("Deciding line by line: drafts, refusals, the way back")
struct LinearCourseTests {
    /// What was said between each line and the next, the prompt before it aside.
    private func parts(_ said: String) -> [String] {
        said.components(separatedBy: " of 2> ").dropFirst().map { $0.trimmingCharacters(in: .newlines) }
    }

    private static let nothing = "The Claims Administrator did not cite any medical evidence for its decision."
    private static let written = ["open 1", "add There are no red flags. The request is not medically necessary."]

    @Test(
        "What changes a decided item says that it is a draft, and which word records it",
        arguments: [
            (["cite MTUS Low Back Complaints 2004."], "uphold"), (["add More is not asked."], "uphold"),
            (["edit", "1", "There is no red flag."], "uphold"), (["write", "It is not necessary.", "."], "uphold"),
            (["template 1", "yes", "x1", "x2", "x3", "x4", "x5", "x6"], "uphold"),
            (["cite MTUS Low Back Complaints 2004."], "overturn"), (["show"], nil),
        ])
    func drafts(lines: [String], word: String?) async throws {
        let said = try await LinearShelf().talk(
            LinearCourseTests.written + ["add It is so.", word ?? "uphold"] + lines + [word ?? "show", "show"])
        let words = "Item 1 stays as it was recorded until “\(word ?? "uphold")” records it again."
        #expect(said.contains(words) == (word != nil), "\(said)")
        #expect(parts(said).dropLast().last?.contains(words) == false, "\(said)")
    }

    @Test(
        "The check says of what is written what it says once that is recorded, and contradicts no line that it quotes",
        arguments: [
            (["cite MTUS Low Back Complaints 2004, Section: Imaging."], false),
            (["cite \(LinearCourseTests.nothing)"], true),
            (["write", "The request is medically necessary.", "."], true),
            (["cite MTUS Neck 2004.", "cite \(LinearCourseTests.nothing)"], true),
            (["cite \(LinearCourseTests.nothing)", "cite MTUS Neck 2004."], false),
        ])
    func check(lines: [String], isWithoutSource: Bool) async throws {
        let said = try await LinearShelf().talk(
            LinearCourseTests.written + ["uphold"] + lines + ["check", "uphold", "check"])
        let answers = parts(said)
        // Before the one that ends the input: the check of the draft, the recording, the check of what is recorded.
        let (draft, recorded) = (answers[answers.count - 4], answers[answers.count - 2])
        func findings(_ text: String) -> [String] {
            text.components(separatedBy: "\n").filter { $0.first?.isNumber == true }
        }
        #expect(findings(draft) == findings(recorded), "\(draft)\n\(recorded)")
        #expect(!findings(draft).isEmpty)
        #expect(draft.contains("with what is written and not recorded about item 1"), "\(draft)")
        #expect(draft.contains("citation.none") == isWithoutSource, "\(draft)")
    }

    private static let changing = [
        "uphold", "overturn", "withdraw", "discard", "write", "edit", "add More.", "template 1", "blanks", "summarize",
        "administrator Theirs.", "cite MTUS.", "quote", "link 1 1 3", "unlink 1", "mend 1", "override 1 So.", "lift 1",
        "undo", "redo",
    ]

    @Test(
        "A case that is not to be changed is so at once, before anything is asked or typed",
        arguments: ["suspended", "withdrawn", "published", "signed", "assigned"])
    func refusals(state: String) async throws {
        let filed: [String: CaseState] = ["withdrawn": .withdrawn, "published": .published, "signed": .signed]
        let shelf = try await LinearShelf(state: filed[state] ?? .received)
        let number = try CaseNumber(parsing: LinearShelf.number)
        let (store, actor) = (shelf.store, shelf.actor)
        _ = try await shelf.talk(["open 1", "add A reason.", "mark 1 1 3"])
        let words: String
        switch state {
        case "suspended":
            _ = try await store.suspend(number, since: Day(iso: "2026-01-06") ?? .epoch, by: actor)
            words = "the case waits for records since 01/06/2026"
        case "withdrawn":
            words = "the case is withdrawn"
        case "published":
            words = "a published determination is not changed"
        case "signed":
            words = "the case is signed; “imr amend \(number)” opens it anew"
        default:
            let reviewer = Reviewer(
                id: try ReviewerID(parsing: "R-1"), name: "Ada Birch",
                licences: [Licence(state: "California", number: "A1", expires: Day(iso: "2099-01-01"))])
            _ = try await store.register(reviewer, by: actor)
            _ = try await store.assign(
                number, to: reviewer.id, reasons: [], on: Day(iso: "2026-01-06") ?? .epoch, by: actor)
            words = "“attest” comes first"
        }
        let said = try await shelf.talk(["history", "open \(number)"] + LinearCourseTests.changing)
        let answers = parts(said).dropLast()
        #expect(answers.count == LinearCourseTests.changing.count)
        for (command, answer) in zip(LinearCourseTests.changing, answers) {
            #expect(
                answer.contains("Nothing was changed: \(words)") || command == "redo" || command == "undo",
                "\(command): \(answer)")
        }
        #expect(said.contains("Only for reading: ") || state == "assigned", "\(said)")
    }

    @Test(
        "What was done last is taken back first, whatever it was, and done again",
        arguments: [
            (["mark 1 1 3 here"], "the mark at record 1 page 1 line 3", ["marks"], "Nothing is marked"),
            (
                ["mark 1 1 3", "marks", "unmark 1"], "the removal of the mark at record 1 page 1 line 3", ["marks"],
                "1: "
            ),
            (["summarize", "Another.", "."], "the summary", ["summary"], "A sprain of the back."),
            (["administrator Theirs."], "the claims administrator's line of item 1", ["show"], "MTUS Low Back"),
            (["check", "override 1 So it is."], "the override of ", ["check"], "1: "),
            (
                ["check", "override 1 So.", "lift 1"], "the lifting of the override of ", ["check"],
                "Overridden by tester"
            ),
            (["link 1 1 3", "1"], "a link of item 1", ["links"], "No sentence of item 1 is linked"),
            (
                ["link 1 1 3", "1", "links", "unlink 1"], "the removal of a link of item 1", ["links"],
                "1: record 1 page 1"
            ),
            (["cite MTUS Neck 2004."], "the guideline line of item 1", ["show"], "nothing is cited yet"),
            (["cite MTUS Neck 2004.", "uphold"], "item 1 upheld anew", ["show"], "This is a draft"),
        ])
    func undo(lines: [String], words: String, look: [String], before: String) async throws {
        let shelf = try await LinearShelf()
        let said = try await shelf.talk(
            LinearCourseTests.written + ["uphold"] + lines + ["undo"] + look + ["redo"] + look + ["undo", "undo"])
        let answers = parts(said)
        let count = answers.count
        #expect(answers[count - 7].hasPrefix("Taken back: \(words)"), "\(said)")
        #expect(answers[count - 6].contains(before), "\(said)")
        #expect(answers[count - 5].hasPrefix("Done again: \(words)"), "\(said)")
        #expect(!answers[count - 4].contains(before) || before == "1: ", "\(said)")
        #expect(answers[count - 3].hasPrefix("Taken back: \(words)"), "\(said)")
        #expect(!answers[count - 2].contains(words) && answers[count - 2].hasPrefix("Taken back: "), "\(said)")
    }

    @Test("What somebody else changed since stays, and the way back goes on before it")
    func stale() async throws {
        let shelf = try await LinearShelf()
        let number = try CaseNumber(parsing: LinearShelf.number)
        let (store, actor) = (shelf.store, shelf.actor)
        let said = try await shelf.talk(
            LinearCourseTests.written + ["mark 1 1 3", "undo", "undo"],
            deeds: ["undo": { try await store.removeBookmark(at: .record(1, page: 1, line: 3), in: number, by: actor) }]
        )
        let words = "Not as it was then, and it stays: the mark at record 1 page 1 line 3. “undo” goes on"
        #expect(parts(said).suffix(3).first?.hasPrefix(words) == true, "\(said)")
        #expect(
            parts(said).dropLast().last == "Taken back: the rationale of item 1.\n\(LinearShelf.number) item 1",
            "\(said)")
    }

    @Test("A draft that another window wrote and nobody heard is not replaced by a step back")
    func unheard() async throws {
        let shelf = try await LinearShelf()
        let number = try CaseNumber(parsing: LinearShelf.number)
        let (store, actor) = (shelf.store, shelf.actor)
        let other = Draft(
            item: 1, rationale: "Other words.", reviewerGuideline: "", decision: nil, cursor: 0, revision: 99)
        let said = try await shelf.talk(
            LinearCourseTests.written + ["undo"],
            deeds: ["undo": { try await store.saveDraft(other, in: number, by: actor) }])
        #expect(said.contains("Not as it was then, and it stays"), "\(said)")
        #expect(try await store.drafts(of: number).first?.rationale == "Other words.")
    }

    @Test("A quotation is taken back with its citation and its link")
    func quotation() async throws {
        let shelf = try await LinearShelf()
        do {
            let library = try GuidelineLibrary.open(at: shelf.folder + "/library.db")
            defer { library.close() }
            try library.import(Array(try DemonstrationLibrary.guidelines().prefix(4)))
        }
        let number = try CaseNumber(parsing: LinearShelf.number)
        let way = LinearCourseTests.written + ["library pain", "section 1", "quote", "1"]
        let said = try await shelf.talk(way + ["undo", "links", "show"])
        #expect(said.contains("Taken back: the rationale of item 1, a link of item 1."), "\(said)")
        #expect(said.contains("No sentence of item 1 is linked") && said.contains("nothing is cited yet"), "\(said)")
        #expect(try await shelf.store.drafts(of: number).first?.rationale.contains("“") == false)
    }

    @Test(
        "A finding goes by its number, or by its rule where that names one",
        arguments: [
            (["check", "override citation.none So it is."], "citation.none may stand: So it is."),
            (["override citation.none So it is."], "citation.none may stand: So it is."),
            (["override Citation.None", "So it is."], "citation.none may stand: So it is."),
            (["check", "override citation.none So.", "lift citation.none"], "citation.none counts again."),
            (
                ["next", "add It is not medically necessary.", "uphold", "check", "override citation.none So."],
                "“citation.none” names findings"
            ),
            (["check", "override no.such So."], "The check finds no “no.such”"),
            (["override 1 Never heard."], "Which finding?"),
        ])
    func rules(lines: [String], words: String) async throws {
        let said = try await LinearShelf().talk(LinearCourseTests.written + ["uphold"] + lines)
        #expect(said.contains(words), "\(said)")
    }
}

@Suite("Words of other places, line by line")
struct LinearWordTests {
    @Test(
        "A case opens by a part of its number which it alone has",
        arguments: [
            ("26-0000001", ["Case CM26-0000001, "]), ("cm26-0000001", ["Case CM26-0000001, "]),
            ("26-00000", ["Which of these: CM26-0000001, CM26-0000002?"]), ("CM99-1", ["There is no case CM99-1"]),
            ("-1", ["-1"]), ("0000002", ["Case CM26-0000002, "]),
        ])
    func opening(part: String, expected: [String]) async throws {
        let shelf = try await LinearShelf()
        _ = try await shelf.store.file(
            CaseFiling(
                number: try CaseNumber(parsing: "CM26-0000002"),
                determination: Determination(
                    caseNumber: nil, dates: CaseDates(), priority: .standard, summary: "",
                    items: [DisputedItem(text: "Naproxen")]), state: .published, records: []),
            replace: false, by: shelf.actor)
        let said = try await shelf.talk(["open \(part)"])
        for words in expected { #expect(said.contains(words), "\(words) in \(said)") }
    }

    @Test(
        "A command of the shell is said to be one",
        arguments: [
            (
                "import letters",
                "“import” is a command of the shell: “imr import PATHS…”, outside of this conversation."
            ),
            ("help import", "“import” is a command of the shell: “imr import PATHS…”, outside of this conversation."),
            ("export", "“export” is also a command of the shell: “imr export NUMBERS…”, outside of this conversation."),
            ("decide 1 upheld", "“decide” is a command of the shell: “imr decide NUMBER ITEM DECISION”"),
            ("doctor", "“doctor” is a command of the shell: “imr doctor”, outside of this conversation."),
            ("?", "A line is a command and what follows it."), ("? writing", "write: write the rationale anew"),
            ("dance", "“dance” is not known here; “help” says what is."),
        ])
    func shell(line: String, words: String) async throws {
        let said = try await LinearShelf().talk([line])
        #expect(said.contains(words), "\(said)")
    }

    @Test(
        "A terminal's width is what its window tells, else what the environment says, and none where no word has room",
        arguments: [(80, "40", 80), (0, "40", 40), (0, nil, nil), (0, "wide", nil), (5, "80", nil), (0, "-80", nil)])
    func widths(told: Int, environment: String?, columns: Int?) {
        #expect(TerminalWidth.columns(told: told, environment: environment) == columns)
    }
}
