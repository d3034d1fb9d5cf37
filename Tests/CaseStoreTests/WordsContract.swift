import CaseModel
import CaseStore
import Testing

@Suite("The words of a filter") struct WordsContract {
    static let table: [(words: String, finds: Bool)] = [
        ("CM26-0000001", true), ("cm26-00", true), ("0000001", true), ("cm27", false), ("L4-L5", true), ("l4 l5", true),
        ("L4-L6", false), ("lumb spin", true), ("umbar", false), ("PAIN med", true), ("anesth", true),
        ("standard", true), ("expedited", false), ("received", true), ("in review", false), ("urine MRI", true),
        ("urine fusion", false), ("-fusion", true), ("-urine", false), ("spine\"", true), ("\"spine", true),
        ("urine*", true), ("state:received", true), ("state:decided", false),
        ("^urine", true), ("(urine", true), ("NEAR(urine drug)", false), ("", true), ("  ", true), ("- \" *", true),
        ("nécessité", false), ("ürine", true), ("urine\0fusion", false),
        ("26-0000001", true), ("6-00000", true), ("m26-0000001", true), ("26-0000002", false), ("-26-0000001", false),
        ("\"urine drug\"", true), ("\"drug urine\"", false), ("-\"drug urine\"", true), ("\"NOT\" urine", false),
    ]

    @Test("Every word must begin a word of the case", arguments: Engine.all)
    func matches(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        for (words, finds) in WordsContract.table {
            let query = WorklistQuery(words: words)
            #expect(try await store.countCases(query) == (finds ? 1 : 0), "\(words.debugDescription)")
            let rows = try await store.worklist(query, from: nil, direction: .after, limit: 5)
            #expect(rows.count == (finds ? 1 : 0), "\(words.debugDescription)")
        }
        _ = try await store.decide(
            decision(1), in: number("CM26-0000001"), decisionDay: day("2026-02-01"), by: actor())
        #expect(try await store.countCases(WorklistQuery(words: "in review")) == 1)
        #expect(try await store.countCases(WorklistQuery(words: "received")) == 0)
    }

    @Test(
        "No text a person can type does harm: it finds something, nothing, or is told to be no filter",
        arguments: Engine.all)
    func fuzz(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        let pieces = [
            "\"", "'", "*", "-", "+", "^", "(", ")", "{", "}", ":", ",", ";", "--", "/*", "NEAR", "AND", "OR", "NOT",
            "words", "state", "\0", "\\", "%", "_", "?", ":words", "a", "urine", "L4", "é", "e\u{301}", "\u{301}",
            "日本", "due<", "3d", "is:", "open", "state:", "has:draft", "number:", "-", ",", "0000", "🦴", "\u{200D}",
            "\u{202E}", "ﬁ", "\u{E000}", "\u{10FFFF}", "٣", "½", "ǅ", " ", " ", " ", "\t", "\n",
        ]
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for round in 0..<10_000 {
            var words = ""
            for _ in 0..<(1 + random(12)) { words += pieces[random(pieces.count)] }
            if round % 100 == 0 { words = String(repeating: words, count: 50) }
            let query = WorklistQuery(words: words, onlyOpen: round % 2 == 0)
            do {
                if round % 3 == 0 {
                    _ = try await store.worklist(query, from: nil, direction: .after, limit: 3)
                } else {
                    _ = try await store.countCases(query)
                }
            } catch CaseStoreError.filter(let problem) {
                // What is no filter is said in words, with a place within the text.
                #expect(problem.span.upperBound <= words.count && !problem.sentence.isEmpty)
            } catch {
                Issue.record("\(words.debugDescription): \(error)")
            }
        }
        #expect(try await store.countCases(WorklistQuery()) == 1)
    }
}
