import CaseModel
import CaseStore
import Testing

@Suite("The worklist") struct WorklistContract {
    /// A list of many ties: 5 due days and none, 3 specialties and none, all states.
    static func filings(_ count: Int) throws -> [CaseFiling] {
        let specialties = ["", "Orthopedic Surgery", "Pain Medicine", "Ärztin"]
        return try (0..<count).map { index in
            let hash = (index &* 2_654_435_761) % 1_000_003
            var determination = Determination(
                priority: [.standard, .expedited, nil][hash % 3],
                items: [DisputedItem(text: index % 4 == 0 ? "MRI of the knee" : "Physical therapy")])
            if hash % 7 > 0 { determination.dates.assigned = try day("2026-01-0\(hash % 7)") }
            let specialty = specialties[hash % 4]
            if !specialty.isEmpty { determination.reviewer.specialties = [specialty] }
            return CaseFiling(
                number: try number("CM26-\(hash)"), determination: determination,
                state: CaseState.allCases[hash % CaseState.allCases.count])
        }
    }

    static let queries: [WorklistQuery] = WorklistQuery.Sort.allCases.flatMap { sort in
        [false, true].flatMap { onlyOpen in
            ["", "mri", "ther", "decided"].map { WorklistQuery(words: $0, sort: sort, onlyOpen: onlyOpen) }
        }
    }

    /// What a query finds, in its order, by plain reckoning.
    static func expected(_ query: WorklistQuery, of filings: [CaseFiling]) -> [CaseNumber] {
        let rows = filings.filter { filing in
            if query.onlyOpen, !filing.state.isOnShelf { return false }
            let words = filing.state.words + " " + (filing.determination.items.first?.text.lowercased() ?? "")
            return query.words.isEmpty || words.contains(query.words)
        }.map { filing in
            let determination = filing.determination
            // Nothing about a published case is due, so it comes after all that is.
            let isHistory = filing.state == .published
            let assigned = isHistory ? nil : determination.dates.assigned
            let due =
                Engine.dueRule.due(
                    DueFacts(dates: CaseDates(assigned: assigned), priority: determination.priority))?.iso ?? "~"
            let rank = "\(CaseState.allCases.firstIndex(of: filing.state) ?? 9)"
            let specialty = determination.reviewer.specialties.first ?? ""
            let key: [String] =
                switch query.sort {
                case .due: [due]
                case .number: []
                case .specialty: [specialty, due]
                case .state: [rank, due]
                }
            return (key: key + [filing.number.text], number: filing.number)
        }
        return rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.number)
    }

    @Test("Pages in both directions are the whole list in order", arguments: Engine.all)
    func paging(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        // More than a thousand, so that a frequent word goes the other way about it.
        let filings = try WorklistContract.filings(1_700)
        _ = try await store.file(filings, replace: false, by: actor())
        for query in WorklistContract.queries {
            let expected = WorklistContract.expected(query, of: filings)
            #expect(expected.count > 100)
            #expect(try await store.countCases(query) == expected.count, "\(query)")
            for direction in [PageDirection.after, .before] {
                var found: [CaseNumber] = []
                var key: WorklistKey?
                while true {
                    let page = try await store.worklist(query, from: key, direction: direction, limit: 67)
                    if page.isEmpty { break }
                    found = direction == .after ? found + page.map(\.number) : page.map(\.number) + found
                    key = direction == .after ? page.last?.key : page.first?.key
                    guard direction == .before, let first = page.first else { continue }
                    let place = expected.count - found.count
                    let stretch = try await store.worklist(query, around: first.key, limit: 5)
                    let rows = max(0, place - 5)..<min(expected.count, place + 5)
                    #expect(stretch.rows.map(\.number) == Array(expected[rows]), "\(query) at \(place)")
                    #expect(stretch.start == rows.lowerBound && stretch.place == place)
                }
                #expect(found == expected, "\(query) \(direction)")
            }
        }
    }

    @Test("A row shows its case", arguments: Engine.all)
    func row(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        _ = try await store.decide(decision(2), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        let rows = try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 10)
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row.number == filing.number)
        #expect(row.due == (try day("2026-02-14")))
        #expect(row.priority == .standard)
        #expect(row.specialty == "Pain Medicine")
        #expect((row.decidedCount, row.itemCount) == (1, 3))
        #expect(row.state == .inReview)
        #expect(try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 0) == [])
        let other = WorklistKey(values: [], rowID: 1)
        #expect(try await store.worklist(WorklistQuery(), from: other, direction: .after, limit: 9) == rows)
    }

    @Test("The counts are those of the cases, whatever happens to them", arguments: Engine.all)
    func counts(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let today = try day("2026-02-05")
        let filings = try WorklistContract.filings(300)
        _ = try await store.file(filings, replace: false, by: actor())
        func check() async throws {
            let rows = try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 1_000)
            let open = rows.filter(\.state.isWaiting)
            let shelf = rows.filter(\.state.isOnShelf)
            let late = shelf.filter { $0.daysLate(today: today) > 0 }
            let soon = open.filter { row in row.due.map { (0...6).contains(today.days(until: $0)) } ?? false }
            let counted = try await store.worklistCounts(today: today)
            #expect(counted == WorklistCounts(open: open.count, late: late.count, dueThisWeek: soon.count, all: 300))
            #expect(late.count > 10 && soon.count > 4)
        }
        try await check()
        for filing in filings.prefix(60) where filing.state.isOpenToDecision {
            _ = try await store.decide(decision(1), in: filing.number, decisionDay: today, by: actor())
        }
        try await check()
        for filing in filings.prefix(30) where filing.state.isOpenToDecision {
            _ = try await store.reopen(item: 1, in: filing.number, by: actor())
        }
        for var filing in filings.suffix(40) where filing.state.isOpenToDecision {
            filing.determination.dates.assigned = today
            filing.state = .assigned
            _ = try await store.file(filing, replace: true, by: actor())
        }
        try await check()
    }
}
