import CaseModel
import CaseStore
import Foundation
import Guidelines
import Testing

@testable import ReviewTool

@Suite("Conversations line by line")
struct LinearModeTests {
    @Test(
        "Each answer is words for the ear, and what follows from it",
        arguments: [
            (["summary"], ["A sprain of the back.", "He rests."]),
            (["records"], ["Record 1: Progress note, 2 pages."]),
            (
                ["read", "more", "rest", "read", "read"],
                [
                    "Record 1, page 1 of 2.", "1: Line 1 of the record.; Pain 4/10", "20: Line 20", "30: Line 30",
                    "21 lines more", "Record 1, page 2 of 2.", "1: The end.", "That was the last page",
                ]
            ),
            (["more"], ["There is nothing more."]),
            (["find 01/02/2026"], ["Found in 1 sentence of the summary", "summary: He was seen"]),
            (["find record", "more"], ["record 1 page 1 line 1: Line 1", "record 1 page 1 line 12"]),
            (
                ["mark 1 1 3 look here", "marks", "unmark 1", "marks"],
                [
                    "Marked record 1 page 1 line 3", "1: record 1 page 1 line 3: look here", "The mark is off",
                    "Nothing is marked",
                ]
            ),
            (["mark 1"], ["Which line?"]), (["mark 1 1 99"], ["has no lines 99"]),
            (["chronology"], ["01/02/2026: ", "in the summary"]),
            (
                ["tag Urgent", "tags", "untag urgent", "tags"],
                ["Tagged urgent.", "Tags: urgent.", "The case has no tag."]
            ),
            (["close", "filter is:open due<x"], ["“x”"]),
            (["close", "filter is:open due<x", "list"], ["1: \(LinearShelf.number)"]),
            (
                ["close", "sort state", "keep mine", "views", "view mine"],
                ["Kept as “mine”: all cases.", "1: mine: all cases, by state", "1 case."]
            ),
            (["close", "history", "statistics state"], ["All cases are listed", "1 case, 1 open", "received: 1"]),
            (["published"], ["No published decision is held back"]),
            (["open 9"], ["The list said last has no place 9"]),
            (["add A thought.", "letter", "rest"], ["not recorded is not in it yet", "CLINICAL CASE SUMMARY"]),
            (["documents"], ["No sentence is linked to a record yet"]),
            (["discard"], ["Nothing is written about item 1"]), (["undo"], ["Nothing was done in the case"]),
            (["redo"], ["Nothing was taken back."]), (["versions"], ["Nothing was written or decided"]),
            (["section 1"], ["“library” and words come first"]), (["edit"], ["No rationale is written yet"]),
        ])
    func answers(lines: [String], expected: [String]) async throws {
        let said = try await LinearShelf().talk(["open 1"] + lines)
        for words in expected { #expect(said.contains(words), "\(words) in \(said)") }
        #expect(!said.contains("   "), "no columns of blanks")
    }

    @Test("A rationale is written, changed by its sentences, taken back and done again, and an older one brought back")
    func editing() async throws {
        let shelf = try await LinearShelf()
        let number = try CaseNumber(parsing: LinearShelf.number)
        func rationale() async throws -> String? { try await shelf.store.drafts(of: number).first?.rationale }
        let write = ["open 1", "write", "One. Two.", "Three.", "."]
        _ = try await shelf.talk(write + ["edit", "2", "Second.", "add Four."])
        #expect(try await rationale() == "One. Second.\nThree. Four.")
        #expect(try await shelf.store.drafts(of: number).map(\.cursor) == [25], "a screen goes on at the end")
        _ = try await shelf.talk(["open 1", "edit", "1", "-", "undo", "redo"])
        #expect(try await rationale() == "Second.\nThree. Four.")
        let said = try await shelf.talk(["open 1", "uphold", "undo", "show", "undo", "redo", "show"])
        #expect(said.contains("Taken back: item 1 upheld."), "\(said)")
        #expect(said.contains("Nothing was done in the case"))
        #expect(said.contains("Done again: item 1 upheld."))
        #expect(try await shelf.store.open(number).determination.items[0].decision == .upheld)
        let versions = try await shelf.talk(["open \(number)", "item 1", "versions", "version 9", "version 2", "yes"])
        #expect(versions.contains("“version” and a number from 1 to"), "\(versions)")
        #expect(try await rationale() != nil)
    }

    @Test(
        "Where the input ends at a question, what was asked about is not done, as if neither yes nor no",
        arguments: [
            (["quote", "1"], "Into the blank"), (["quote"], "Which sentence"), (["blanks"], "Blank 1 of 2"),
            (["blanks", "a fall"], "Blank 2 of 2"), (["discard"], "Throw away"), (["edit"], "Which sentence"),
            (["edit", "1"], "New words"),
        ])
    func endOfInput(lines: [String], asked: String) async throws {
        let shelf = try await LinearShelf()
        do {
            let library = try GuidelineLibrary.open(at: shelf.folder + "/library.db")
            defer { library.close() }
            try library.import(Array(try DemonstrationLibrary.guidelines().prefix(4)))
        }
        let way = ["open 1", "add For ⟦reason⟧ and ⟦another⟧.", "library pain", "section 1"]
        let said = try await shelf.talk(way + lines)
        #expect(said.contains(asked), "\(said)")
        let end =
            "The input ended before the answer; nothing was done from there on.\n\(LinearShelf.number) item 1 of 2> "
        #expect(said.hasSuffix(end), "\(said)")
        let rationale = try await shelf.store.drafts(of: CaseNumber(parsing: LinearShelf.number)).first?.rationale
        #expect(rationale == (lines.last == "a fall" ? "For a fall and ⟦another⟧." : "For ⟦reason⟧ and ⟦another⟧."))
        #expect(try await shelf.store.links(of: CaseNumber(parsing: LinearShelf.number)).isEmpty)
    }

    @Test("What somebody else did meanwhile is heard before anything is written over it")
    func others() async throws {
        let shelf = try await LinearShelf()
        let number = try CaseNumber(parsing: LinearShelf.number)
        // Another window writes while the first one waits for a line.
        final class Meddler: LinearTalk {
            var lines: [(String, (() async throws -> Void)?)]
            var said: [String] = []
            init(_ lines: [(String, (() async throws -> Void)?)]) { self.lines = lines }
            func say(_ line: String) { said.append(line) }
            func lock() async {}
            func ask(_ prompt: String) async -> String? {
                said.append(prompt)
                guard !lines.isEmpty else { return nil }
                let (line, deed) = lines.removeFirst()
                try? await deed?()
                return line
            }
        }
        let (store, other) = (shelf.store, try Actor(parsing: "other"))
        let talk = Meddler([
            ("open 1", nil),
            (
                "administrator Mine.",
                {
                    _ = try await store.write(
                        "Theirs.", as: .claimsAdministratorGuideline(item: 1), in: number, by: other)
                }
            ),
            ("no", nil), ("show", nil), ("administrator Mine.", nil),
            (
                "add A thought.",
                {
                    try await store.saveDraft(
                        Draft(
                            item: 1, rationale: "Their thought.", reviewerGuideline: "", decision: nil, cursor: 0,
                            revision: 1), in: number, by: other)
                }
            ),
            ("no", nil), ("add Mine.", nil),
            ("uphold", { _ = try await store.write("Another.", as: .summary, in: number, by: other) }),
            ("uphold", nil),
        ])
        var mode = LinearMode(
            store: store, shelf: GuidelineShelf(path: shelf.folder + "/none.db"), actor: shelf.actor,
            clock: SessionClock(), form: LetterForm(), talk: talk)
        await mode.run()
        let said = talk.said.joined(separator: "\n")
        for words in [
            "Somebody else wrote the claims administrator's line meanwhile: Theirs.", "Claims administrator: Theirs.",
            "Claims administrator: Mine.", "written about elsewhere meanwhile. Rationale: Their thought.",
            "Somebody else changed the case meanwhile, so this was not done.", "The clinical summary is another",
            "Item 1: Upheld, recorded.",
        ] { #expect(said.contains(words), "\(words) in \(said)") }
        #expect(try await store.open(number).determination.items[0].rationale == "Their thought. Mine.")
    }

    @Test("A blind review says the published decision when every item is decided, and what is decided after that")
    func blind() async throws {
        let shelf = try await LinearShelf(isBlind: true)
        let said = try await shelf.talk([
            "open 1", "published", "add A reason.", "uphold", "next", "add A reason.", "uphold", "published",
            "withdraw", "overturn",
        ])
        for words in [
            "held back until every item is decided", "“published” says what the published letter had decided.",
            "Published of item 2: Overturned, you decided otherwise.",
            "taken back after the published decision was seen",
            "decided after the published decision was seen",
        ] { #expect(said.contains(words), "\(words) in \(said)") }
    }
}
