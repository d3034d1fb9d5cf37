import CaseModel
import CaseStore
import Foundation

@testable import ReviewTool

/// A conversation that was written down before: it answers each question with the next line.
final class Script: LinearTalk {
    private var lines: [String]
    private(set) var said: [String] = []
    /// What somebody else does before a line is answered.
    private let deeds: [String: () async throws -> Void]

    init(_ lines: [String], deeds: [String: () async throws -> Void] = [:]) {
        self.lines = lines
        self.deeds = deeds
    }

    func say(_ line: String) { said.append(line) }

    func lock() async {}

    func ask(_ prompt: String) async -> String? {
        said.append(prompt)
        guard !lines.isEmpty else { return nil }
        try? await deeds[lines[0]]?()
        return lines.removeFirst()
    }

    var text: String { said.joined(separator: "\n") }
}

/// A store with one case of two items, and a demonstration library, in a folder of its own.
final class LinearShelf {
    static let number = "CM26-0000001"
    private static let page = (1...30).map { "Line \($0) of the record.   Pain 4/10" }.joined(separator: "\n")
    let store: SQLiteCaseStore
    let folder: String
    let actor: Actor

    init(isBlind: Bool = false, state: CaseState = .received) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("imr-\(UUID().uuidString)").path
        store = try SQLiteCaseStore.open(at: folder + "/cases.db", clock: { 1_000 })
        actor = try Actor(parsing: "tester")
        let item = DisputedItem(
            text: "MRI of the lumbar spine",
            claimsAdministratorGuideline: "Decision based on MTUS Low Back Complaints 2004.")
        let published = PublishedDecision(decision: .overturned, reviewerGuideline: "", rationale: "Theirs.")
        _ = try await store.file(
            CaseFiling(
                number: try CaseNumber(parsing: LinearShelf.number),
                determination: Determination(
                    caseNumber: nil, dates: CaseDates(assigned: Day(iso: "2026-01-05")), priority: .standard,
                    summary: "A sprain of the back. He was seen on 01/02/2026. He rests.", items: [item, item]),
                state: state, published: isBlind ? [published, published] : nil,
                records: [CaseRecord(title: "Progress note", pages: [LinearShelf.page, "The end."])]),
            replace: false, by: actor)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Talks the lines through; what was said.
    func talk(_ lines: [String], deeds: [String: () async throws -> Void] = [:]) async throws -> String {
        let script = Script(lines, deeds: deeds)
        var mode = LinearMode(
            store: store, shelf: GuidelineShelf(path: folder + "/library.db"), actor: actor, clock: SessionClock(),
            form: LetterForm(), talk: script)
        await mode.run()
        return script.text
    }
}
