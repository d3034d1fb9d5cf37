import CaseModel
import CaseStore
import Testing

@Suite("Tags") struct TagContract {
    private static func tags(_ words: String) throws -> [CaseTag] {
        try words.split(separator: " ").map { try CaseTag(parsing: String($0)) }
    }

    @Test("Many cases are tagged at once, each is told, and the log tells of each change", arguments: Engine.all)
    func many(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let numbers = try ["A-1", "A-2", "A-3"].map { try number($0) }
        for one in numbers { _ = try await store.file(fullFiling(one.text), replace: false, by: actor()) }
        let missing = try number("NONE-1")
        let first = try await store.tag(
            [numbers[0], missing, numbers[1]], adding: TagContract.tags("urgent ask-ann"), removing: [], by: actor())
        #expect(first == [.done(numbers[0]), .refused(missing, .noSuchCase(missing)), .done(numbers[1])])
        let second = try await store.tag(
            numbers, adding: TagContract.tags("urgent"), removing: TagContract.tags("ask-ann"), by: actor("ann"))
        #expect(second == numbers.map { .done($0) })
        let again = try await store.tag(numbers, adding: TagContract.tags("urgent"), removing: [], by: actor())
        #expect(again == numbers.map { .unchanged($0) })
        #expect(try await store.tags().map(\.tag) == TagContract.tags("urgent"))
        #expect(try await store.tags().map(\.cases) == [3])
        #expect(try await store.tags(of: numbers[2]) == TagContract.tags("urgent"))
        #expect(
            try await store.auditTrail(numbers[0]).map(\.action) == [
                "case.filed", "case.tagged", "case.tagged", "case.untagged",
            ])
        #expect(try await store.open(numbers[0]).revision == 1)
    }

    @Test(
        "A filter finds cases by their tags, and the list shows them", arguments: Engine.all,
        [
            ("tag:urgent", ["A-1", "A-2"]), ("tag:URGENT,late", ["A-1", "A-2", "A-3"]), ("-tag:urgent", ["A-3"]),
            ("tag:none", []), ("tag:urg", ["A-1", "A-2"]), ("tag:u,l", ["A-1", "A-2", "A-3"]), ("tag:rgent", []),
            ("tag:\"urg\"", []), ("tag:\"urgent\"", ["A-1", "A-2"]), ("-tag:la", ["A-1", "A-2"]), ("tag:late-", []),
        ])
    func filter(engine: Engine, asked: (String, [String])) async throws {
        let store = try engine.open(try Shelf())
        let numbers = try ["A-1", "A-2", "A-3"].map { try number($0) }
        for one in numbers { _ = try await store.file(fullFiling(one.text), replace: false, by: actor()) }
        _ = try await store.tag(
            Array(numbers.prefix(2)), adding: TagContract.tags("urgent b"), removing: [], by: actor())
        _ = try await store.tag([numbers[2]], adding: TagContract.tags("late"), removing: [], by: actor())
        let query = WorklistQuery(words: asked.0, sort: .number)
        let rows = try await store.worklist(query, from: nil, direction: .after, limit: 10)
        #expect(rows.map(\.number.text) == asked.1)
        #expect(try await store.countCases(query) == asked.1.count)
        #expect(rows.allSatisfy { $0.tags.map(\.word) == ($0.number.text == "A-3" ? ["late"] : ["b", "urgent"]) })
    }

    @Test("A tag is one however its letters are composed, and what is told to be there is there", arguments: Engine.all)
    func composed(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let one = try number("A-1")
        _ = try await store.file(fullFiling(one.text), replace: false, by: actor())
        let (apart, whole) = ("cafe\u{301}-" + String(repeating: "n\u{303}", count: 9), "caf\u{E9}-ññññññññ\u{F1}")
        _ = try await store.tag([one], adding: TagContract.tags(apart), removing: [], by: actor())
        let again = try await store.tag([one], adding: TagContract.tags(whole), removing: [], by: actor())
        #expect(again == [.unchanged(one)])
        #expect(try await store.tags(of: one).map { Array($0.word.unicodeScalars) } == [Array(whole.unicodeScalars)])
        for word in [apart, whole] {
            #expect(try await store.countCases(WorklistQuery(words: "tag:" + word)) == 1)
        }
        let off = try await store.tag([one], adding: [], removing: TagContract.tags(apart), by: actor())
        #expect(off == [.done(one)])
        #expect(try await store.tags(of: one) == [])
    }

    @Test(
        "A tag is a plain word",
        arguments: [
            ("urgent", String?.some("urgent")), ("#Ask-Ann", "ask-ann"), ("2nd", "2nd"), ("", nil), ("#", nil),
            ("-a", nil), ("a-", nil), ("a b", nil), ("a,b", nil), ("a:b", nil),
            (String(repeating: "a", count: 25), nil), (String(repeating: "e\u{301}", count: 12), "éééééééééééé"),
            (String(repeating: "e\u{301}", count: 13), nil), ("a" + String(repeating: "\u{301}", count: 24), nil),
        ])
    func words(text: String, word: String?) {
        #expect((try? CaseTag(parsing: text))?.word == word)
    }
}
