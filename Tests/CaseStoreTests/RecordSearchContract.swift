import CaseModel
import CaseStore
import Testing

@Suite("Searching the records of a case") struct RecordSearchContract {
    static let page = """
        PROGRESS REPORT, page 1 of 2
        The patient has Lumbar radiculopathy at L4-L5 with
        numbness. Physical

        therapy (12 visits) was denied on 01/02/2026;
        the L40-L5 level was not tested. Dose 7.5 mg.
        Post-operative \u{FB01}brosis; na\u{00EF}ve to opioids; Sjo\u{0308}gren nega\u{00AD}tive.
        lumbar
        lumbar sprain\r
        """

    /// Words and the lines of the page where they stand.
    static let table: [(words: String, lines: [Int])] = [
        ("lumbar", [2, 8, 9]), ("LUMB", [2, 8, 9]), ("umbar", []), ("radiculopathy lumbar", [2]),
        ("lumbar sprain", [9]), ("lumbar numbness", [2]), ("numbness therapy", [3]), ("radiculopathy therapy", []),
        ("\"physical therapy\"", [3]), ("\"therapy physical\"", []), ("\"phys ther\"", [3]), ("physical therapy", [3]),
        ("\"physical visits\"", []), ("\"12 visits was\"", [5]), ("\"patient has\" numb", [2]), ("L4-L5", [2]),
        ("L4-L", [2]), ("l5-l4", []), ("7.5", [6]), ("7.6", []), ("01/02/2026", [5]), ("02/01", []), ("fibrosis", [7]),
        ("\u{FB01}bro", [7]), ("naive", [7]), ("NAÏVE", [7]), ("sjogren", [7]), ("negative", [7]), ("tive", []),
        ("\"lumbar sprain", [9]), ("“lumbar sprain”", [9]), ("\"lumbar lumbar\"", [8]), ("sprain lumbar", [9]),
        ("denied tested", [5]), ("report patient", [1]), ("report report", [1]), ("", []), ("  \t", []), ("\"", []),
        ("- \"\" *", []), ("(12", [5]), ("operative -post", [7]), ("sprain\0", [9]), ("NOT tested", [6]),
    ]

    @Test("All the words stand on a line, or on it and the next", arguments: Engine.all)
    func places(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.records = [CaseRecord(title: "Report", pages: [RecordSearchContract.page])]
        _ = try await store.file(filing, replace: false, by: actor())
        let texts = RecordSearchContract.page.utf8.split(separator: 10, omittingEmptySubsequences: false)
        for (words, lines) in RecordSearchContract.table {
            let found = try await store.searchRecords(words, in: filing.number, limit: 99)
            #expect(found.hits.map(\.line) == lines, "\(words.debugDescription)")
            #expect(found.total == lines.count, "\(words.debugDescription)")
            #expect(found.hits.map(\.text) == lines.map { String(Substring(texts[$0 - 1])) })
        }
    }

    @Test("Places come in the order of the records, of this case alone, and all are counted", arguments: Engine.all)
    func order(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.records = (1...11).map { record in
            CaseRecord(
                title: "fusion", pages: (1...10).map { "none\n\nfusion \(record) \($0)\nand no more" } + ["", "only"])
        }
        var other = filing
        other.number = try number("OTHER-1")
        let bare = CaseFiling(number: try number("BARE"), determination: Determination(), state: .received)
        _ = try await store.file([filing, other, bare], replace: false, by: actor())
        for (limit, count) in [(-1, 0), (0, 0), (1, 1), (15, 15), (110, 110), (1_000, 110)] {
            let found = try await store.searchRecords("fusion", in: filing.number, limit: limit)
            #expect(found.total == 110)
            #expect(found.hits.count == count)
            for (index, hit) in found.hits.enumerated() {
                let (record, page) = (index / 10 + 1, index % 10 + 1)
                #expect(hit == RecordHit(record: record, page: page, line: 3, text: "fusion \(record) \(page)"))
            }
        }
        // The last line of a page and the first of the next are no neighbours: a header stands between.
        #expect(try await store.searchRecords("more none", in: filing.number, limit: 9).total == 0)
        #expect(try await store.searchRecords("only", in: filing.number, limit: 9).total == 11)
        #expect(try await store.searchRecords("fusion", in: bare.number, limit: 9).total == 0)
        let missing = try number("NONE-1")
        await #expect(throws: CaseStoreError.noSuchCase(missing)) {
            try await store.searchRecords("", in: missing, limit: 1)
        }
    }
}
