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
            ("tag:none", []),
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

    @Test(
        "A tag is a plain word",
        arguments: [
            ("urgent", String?.some("urgent")), ("#Ask-Ann", "ask-ann"), ("2nd", "2nd"), ("", nil), ("#", nil),
            ("-a", nil), ("a-", nil), ("a b", nil), ("a,b", nil), ("a:b", nil),
            (String(repeating: "a", count: 25), nil),
        ])
    func words(text: String, word: String?) {
        #expect((try? CaseTag(parsing: text))?.word == word)
    }
}
