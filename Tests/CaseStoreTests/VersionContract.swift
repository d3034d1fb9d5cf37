import CaseModel
import Foundation
import Synchronization
import Testing

@testable import CaseStore

@Suite("Earlier versions of items") struct VersionContract {
    private static func draft(_ revision: Int, _ text: String, item: Int = 1) -> Draft {
        Draft(item: item, rationale: text, reviewerGuideline: "g", decision: nil, cursor: 0, revision: revision)
    }

    @Test("Each change of an item is kept with who and when, and continuous writing as one version")
    func kept() async throws {
        let time = Mutex(Int64(1_000))
        let store = try SQLiteCaseStore.open(at: try Shelf().path, clock: { time.withLock { $0 } })
        let filing = try fullFiling()
        let on = try day("2026-02-01")
        _ = try await store.file(filing, replace: false, by: actor())
        let long = String(repeating: "word ", count: 30)
        let writing: [(Int64, String, String)] = [
            (1_000, "ann", "a"), (1_100, "ann", "ab"), (1_299, "ann", "abc"), (1_301, "ann", "abcd"),
            (1_302, "bob", "abcde"), (1_303, "bob", long), (1_304, "bob", "short"),
        ]
        for (index, one) in writing.enumerated() {
            time.withLock { $0 = one.0 }
            try await store.saveDraft(
                VersionContract.draft(index + 1, one.2), in: filing.number, by: actor(one.1))
        }
        _ = try await store.decide(decision(1), in: filing.number, decisionDay: on, by: actor())
        _ = try await store.reopen(item: 1, in: filing.number, by: actor())
        try await store.saveDraft(VersionContract.draft(1, "again"), in: filing.number, by: actor())
        try await store.discardDraft(item: 1, in: filing.number, by: actor())
        let versions = try await store.versions(of: 1, in: filing.number)
        #expect(
            versions.map { "\($0.at) \($0.actor) \($0.occasion.rawValue) \($0.rationale)" } == [
                "1299 ann draft abc", "1301 ann draft abcd", "1303 bob draft \(long)", "1304 bob draft short",
                "1304 reviewer decided Not necessary.\n\nReally not.",
                "1304 reviewer reopened Not necessary.\n\nReally not.",
                "1304 reviewer draft again", "1304 reviewer discarded Not necessary.\n\nReally not.",
            ])
        #expect(versions.map(\.sequence) == Array(1...8))
        #expect(versions.map(\.decision) == [nil, nil, nil, nil, .upheld, nil, nil, nil])
        #expect(try await store.versions(of: 2, in: filing.number) == [])
        #expect(try StoreVerification.run(at: store.path).problems == [])
    }

    /// What is saved within the span of one version, and the texts that are kept of it.
    static let writings: [(name: String, saves: [String], kept: [String])] = {
        let words = (1...80).map { "word\($0)" }
        let whole = words.joined(separator: " ")
        let fewer = stride(from: 79, through: 0, by: -1).map { words.prefix($0).joined(separator: " ") }
        let inner = (2...79).map { "word1 " + words.dropFirst($0).joined(separator: " ") }
        let other = String(repeating: "other ", count: 100)
        return [
            ("growing", ["a", "ab", "abc abc", "abc and abc"], ["abc and abc"]),
            ("taken away word by word", [whole] + fewer, [whole, ""]),
            ("taken out of the middle word by word", [whole] + inner, [whole, "word1 word80"]),
            ("taken away and written anew", [whole] + fewer + ["new", "new text"], [whole, "new text"]),
            ("taken away twice", [whole] + fewer + ["new text", "new", ""], [whole, "new text", ""]),
            ("pasted over", [whole, other], [whole, other]),
            ("a word put otherwise", [whole, whole + "x", whole + "ys"], [whole + "ys"]),
        ]
    }()

    @Test("No text that was written is lost, however slowly it goes", arguments: writings)
    func slowly(name: String, saves: [String], kept: [String]) async throws {
        let store = try Engine.all[0].open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        for (index, text) in saves.enumerated() {
            try await store.saveDraft(VersionContract.draft(index + 1, text), in: filing.number, by: actor())
        }
        #expect(try await store.versions(of: 1, in: filing.number).map(\.rationale) == kept)
    }

    @Test("What stood before the first version is kept too", arguments: Engine.all)
    func before(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.determination.items[0].rationale = "As filed."
        filing.determination.items[0].decision = .overturned
        _ = try await store.file(filing, replace: false, by: actor("intake"))
        _ = try await store.reopen(item: 1, in: filing.number, by: actor())
        let versions = try await store.versions(of: 1, in: filing.number)
        #expect(versions.map(\.occasion) == [.before, .reopened])
        #expect(versions.map(\.actor) == ["intake", "reviewer"])
        #expect(versions.map(\.decision) == [.overturned, nil])
    }

    @Test("An item is brought back in one step, what it recorded and what was written besides", arguments: Engine.all)
    func restores(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        let on = try day("2026-02-01")
        _ = try await store.file(filing, replace: false, by: actor())
        for item in 1...3 {
            _ = try await store.decide(decision(item), in: filing.number, decisionDay: on, by: actor())
        }
        func restoration(_ revision: Int, draft: Draft?) -> ItemRestoration {
            ItemRestoration(
                item: 2, decision: nil, reviewerGuideline: "", citations: [], rationale: "", draft: draft,
                revision: revision)
        }
        await #expect(throws: CaseStoreError.changedMeanwhile(filing.number)) {
            try await store.restore(restoration(3, draft: nil), in: filing.number, decisionDay: on, by: actor())
        }
        let back = try await store.restore(
            restoration(4, draft: VersionContract.draft(7, "half", item: 2)), in: filing.number, decisionDay: on,
            by: actor())
        #expect(back.state == .inReview && back.revision == 5 && back.determination.dates.decision == nil)
        #expect(back.determination.items[1].decision == nil && back.determination.items[1].rationale.isEmpty)
        #expect(try await store.drafts(of: filing.number).map(\.rationale) == ["half"])
        let given = try decision(2)
        let again = try await store.restore(
            ItemRestoration(
                item: 2, decision: given.decision, reviewerGuideline: given.reviewerGuideline,
                citations: given.citations, rationale: given.rationale, draft: nil, revision: 5),
            in: filing.number, decisionDay: on, by: actor())
        #expect(again.state == .decided && again.determination.dates.decision == on)
        #expect(try await store.drafts(of: filing.number) == [])
        #expect(try await store.versions(of: 2, in: filing.number).map(\.occasion) == [.decided, .restored, .restored])
        // Only what is written besides: the case says what it said.
        let draftOnly = ItemRestoration(
            item: 2, decision: given.decision, reviewerGuideline: given.reviewerGuideline, citations: given.citations,
            rationale: given.rationale, draft: VersionContract.draft(8, "more", item: 2), revision: 6)
        #expect(
            try await store.restore(draftOnly, in: filing.number, decisionDay: on, by: actor()).revision == 6)
        #expect(
            try await store.auditTrail(filing.number).map(\.action).suffix(3)
                == ["item.restored", "item.restored", "item.restored"])
        let all = try await store.auditTrail(filing.number).map(\.detail).joined()
        #expect(!all.contains("half") && !all.contains("necessary"))
        let history = try fullFiling("OLD-1", state: .published)
        _ = try await store.file(history, replace: false, by: actor())
        await #expect(throws: CaseStoreError.notOpen(history.number)) {
            try await store.restore(restoration(1, draft: nil), in: history.number, decisionDay: on, by: actor())
        }
    }

    @Test("Macros are kept by person and letter")
    func macros() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        let first = try #require(KeyMacro(letter: "a", keys: "j m"))
        let second = try #require(KeyMacro(letter: "a", keys: "<enter> i u"))
        try await store.saveMacro(first, by: actor("ann"))
        try await store.saveMacro(second, by: actor("ann"))
        try await store.saveMacro(first, by: actor("bob"))
        #expect(try await store.macros(of: actor("ann")) == [second])
        #expect(try await store.macros(of: actor("bob")) == [first])
        #expect(KeyMacro(letter: "1", keys: "j") == nil && KeyMacro(letter: "a", keys: "") == nil)
    }
}
