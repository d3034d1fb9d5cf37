import CaseModel
import CaseStore
import Foundation
import Testing

@testable import Intake

@Suite("Taking sources in")
struct IntakeTests {
    /// The letters of our own writing.
    private static let letters = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/letters").path

    private func intake(_ folder: Folder) throws -> (Intake, SQLiteCaseStore) {
        let store = try SQLiteCaseStore.open(at: folder.path + "/store.db")
        return (Intake(into: store, by: try Actor(parsing: "tester")), store)
    }

    private func take(_ paths: [String], _ intake: Intake, isBlind: Bool = false, replace: Bool = false) async throws
        -> (done: [FilingResult], refused: [String])
    {
        let (sources, problems) = SourceFinder.find(paths)
        var done: [FilingResult] = []
        var refused = problems.map(\.description)
        try await intake.take(sources, isBlind: isBlind, replace: replace) { outcome, _ in
            switch outcome {
            case .filed(_, let result): done.append(result)
            case .refused(_, let sentence): refused.append(sentence)
            }
        }
        return (done, refused)
    }

    @Test("Letters are filed once; the same again changes nothing")
    func twice() async throws {
        let folder = try Folder()
        let (intake, store) = try intake(folder)
        let first = try await take([IntakeTests.letters], intake)
        #expect(first.refused == [])
        #expect(first.done.count >= 8)
        #expect(first.done.allSatisfy { $0 == .added })
        let counter = try await store.countCases(WorklistQuery())
        let second = try await take([IntakeTests.letters], intake)
        #expect(second.done.allSatisfy { $0 == .unchanged })
        #expect(try await store.countCases(WorklistQuery()) == counter)
    }

    @Test("Other content under a number is refused unless it is to replace")
    func replaces() async throws {
        let folder = try Folder()
        let (intake, store) = try intake(folder)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: IntakeTests.letters).sorted().first {
                $0.hasSuffix(".txt")
            })
        let original = try String(contentsOfFile: IntakeTests.letters + "/" + name, encoding: .utf8)
        try folder.write(original, to: name)
        _ = try await take([folder.path + "/" + name], intake)
        try folder.write(original.replacing("medically necessary", with: "medically needed"), to: name)
        let refused = try await take([folder.path + "/" + name], intake)
        #expect(refused.done == [])
        #expect(refused.refused.count == 1)
        let replaced = try await take([folder.path + "/" + name], intake, replace: true)
        #expect(replaced.done == [.replaced])
        let row = try #require(try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 1).first)
        let rationales = try await store.open(row.number).determination.items.map(\.rationale).joined()
        #expect(rationales.contains("medically needed"))
    }

    @Test("A blind case shows nothing of what was decided until every item is decided")
    func blind() async throws {
        let folder = try Folder()
        let (intake, store) = try intake(folder)
        let result = try await take([IntakeTests.letters], intake, isBlind: true)
        #expect(result.refused == [])
        let rows = try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 100)
        #expect(!rows.isEmpty)
        for row in rows {
            let open = try await store.open(row.number)
            #expect(open.published == nil)
            #expect(open.determination.dates.decision == nil)
            #expect(open.determination.outcome == .open)
            for item in open.determination.items {
                #expect(item.decision == nil && item.rationale.isEmpty && item.reviewerGuideline.isEmpty)
                #expect(item.citations.isEmpty)
            }
        }
        let first = rows[0]
        for item in 1...first.itemCount {
            let decided = ItemDecision(
                item: item, decision: .upheld, reviewerGuideline: "", citations: [], rationale: "Not shown.",
                revision: nil)
            let now = try await store.decide(
                decided, in: first.number, decisionDay: try #require(Day(iso: "2026-11-20")),
                by: try Actor(parsing: "r"))
            #expect((now.published == nil) == (item < first.itemCount))
        }
        let shown = try await store.open(first.number)
        #expect(shown.published?.count == first.itemCount)
        #expect(shown.published?.allSatisfy { !$0.rationale.isEmpty } == true)
    }

    @Test(
        "What is no letter is refused with a sentence, and the rest goes on",
        arguments: [
            ("empty.txt", Data(), "empty"),
            ("prose.txt", Data("A text about something else.\n".utf8), "no determination letter"),
            ("latin.txt", Data([0x61, 0x0A, 0xE9, 0x62]), ":2: is not UTF-8"),
            ("broken.pdf", Data("%PDF-1.4\nnothing".utf8), "damaged"),
            ("notes.docx", Data("x".utf8), "neither"),
        ])
    func refuses(name: String, data: Data, words: String) async throws {
        let folder = try Folder()
        let (intake, _) = try intake(folder)
        try folder.write(data, to: name)
        let result = try await take([folder.path + "/" + name, IntakeTests.letters], intake)
        #expect(result.refused.count == 1)
        #expect(result.refused.first?.contains(words) == true, "\(result.refused)")
        #expect(result.refused.first?.contains(name) == true)
        #expect(result.done.count >= 8)
    }
}
