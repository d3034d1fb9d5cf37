import CaseModel
import CaseStore
import Testing

@Suite("The filter of the worklist") struct FilterContract {
    static let today = Day.epoch.adding(days: 20_000)

    /// A case as a filter sees it, reckoned plainly.
    struct Seen {
        var filing: CaseFiling
        var row: WorklistRow
        var decision: Day?
    }

    typealias Rule = @Sendable (Seen) -> Bool

    /// Filters beside what they mean.
    static let filters: [(text: String, finds: Rule)] = [
        ("is:open", { $0.row.state < .decided }), ("-is:open", { !($0.row.state < .decided) }),
        ("is:late", { $0.row.state.isOnShelf && $0.row.daysLate(today: today) > 0 }),
        ("is:decided", { $0.row.state == .decided }), ("is:published", { $0.row.state == .published }),
        ("is:mine", { _ in false }), ("state:received,in-review", { [.received, .inReview].contains($0.row.state) }),
        ("priority:expedited", { $0.row.priority == .expedited }),
        ("-priority:expedited", { $0.row.priority != .expedited }),
        ("specialty:pain", { $0.row.specialty == "Pain Medicine" }),
        ("specialty:MED,arzt", { $0.row.specialty == "Pain Medicine" || $0.row.specialty == "Ärztin" }),
        ("specialty:zzz", { _ in false }), ("due<3d", { ($0.row.due.map { $0 < today.adding(days: 3) }) ?? false }),
        ("-due<3d", { !(($0.row.due.map { $0 < today.adding(days: 3) }) ?? false) }),
        ("due>=today", { ($0.row.due.map { $0 >= today }) ?? false }), ("due>99999d", { _ in false }),
        ("due=2024-10-05", { $0.row.due?.iso == "2024-10-05" }),
        ("due<=1w due>=-1w", { $0.row.due.map { abs(today.days(until: $0)) <= 7 } ?? false }),
        ("items>1", { $0.row.itemCount > 1 }), ("items=2", { $0.row.itemCount == 2 }),
        ("decided>=1", { $0.row.decidedCount >= 1 }), ("decided<1", { $0.row.decidedCount == 0 }),
        ("decided>=-5d", { $0.decision.map { $0 >= today.adding(days: -5) } ?? false }),
        ("-decided>=-5d", { !($0.decision.map { $0 >= today.adding(days: -5) } ?? false) }),
        ("has:draft", { $0.row.hasDraft }), ("-has:records", { $0.filing.records.isEmpty }),
        ("has:draft,records", { $0.row.hasDraft || !$0.filing.records.isEmpty }),
        ("number:12,34", { $0.row.number.text.contains("12") || $0.row.number.text.contains("34") }),
        ("number:cm2", { _ in true }), ("-number:1", { !$0.row.number.text.contains("1") }),
        ("24-0000", { _ in true }), ("4-000012", { $0.row.number.text.contains("4-000012") }),
        ("-4-000012", { !$0.row.number.text.contains("4-000012") }),
        ("mri is:open", { $0.says("mri") && $0.row.state < .decided }), ("-mri", { !$0.says("mri") }),
        ("text:mri,injection -knee", { ($0.says("mri") || $0.says("injection")) && !$0.says("knee") }),
        ("text:\"of the\"", { $0.filing.determination.items.contains { $0.text.contains("of the ") } }),
        (
            "is:open due<2w items>1 -mri has:records",
            {
                $0.row.state < .decided && ($0.row.due.map { $0 < today.adding(days: 14) } ?? false)
                    && $0.row.itemCount > 1 && !$0.says("mri") && !$0.filing.records.isEmpty
            }
        ),
    ]

    @Test("A filter finds what it says, in every order, in pages from both ends", arguments: Engine.all)
    func finds(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filings = synthetic(600, seed: 5, today: FilterContract.today)
        for index in filings.indices {
            if index % 9 == 0 { filings[index].state = .published }
            let specialties = ["", "Pain Medicine", "Ärztin", "Orthopedic Surgery"]
            filings[index].determination.reviewer.specialties = [specialties[index % 4]].filter { !$0.isEmpty }
        }
        _ = try await store.file(filings, replace: false, by: actor())
        for filing in filings.prefix(60) where filing.state != .published {
            let draft = Draft(item: 1, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 1)
            try await store.saveDraft(draft, in: filing.number, by: actor())
        }
        let all = try await store.worklist(WorklistQuery(sort: .number), from: nil, direction: .after, limit: 5_000)
        let byNumber = Dictionary(uniqueKeysWithValues: filings.map { ($0.number, $0) })
        let seen = try all.map { row in
            let filing = try #require(byNumber[row.number])
            return Seen(filing: filing, row: row, decision: filing.determination.dates.decision)
        }
        for (text, rule) in FilterContract.filters {
            let expected = seen.filter(rule).map(\.row.number)
            for sort in WorklistQuery.Sort.allCases {
                let query = WorklistQuery(words: text, sort: sort, today: FilterContract.today)
                var found: [CaseNumber] = []
                var key: WorklistKey?
                while true {
                    let page = try await store.worklist(query, from: key, direction: .after, limit: 130)
                    found += page.map(\.number)
                    guard let last = page.last else { break }
                    key = last.key
                }
                // Told by what differs, for the lists are long.
                let strays = Set(found).symmetricDifference(expected)
                #expect(strays.isEmpty && found.count == expected.count, "\(text) by \(sort)")
                #expect(try await store.countCases(query) == expected.count, "\(text)")
                let back = try await store.worklist(query, from: nil, direction: .before, limit: 40)
                #expect(back.map(\.number) == found.suffix(40), "\(text) by \(sort) from the end")
            }
            let open = WorklistQuery(words: text, onlyOpen: true, today: FilterContract.today)
            #expect(
                try await store.countCases(open) == seen.count { rule($0) && $0.row.state != .published }, "\(text)")
        }
    }

    @Test(
        "A part of a number finds its case", arguments: ["17-0003890", "0003890", "3890", "cm17-0003890", "7-000389"])
    func numbers(text: String) async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        _ = try await store.file([fullFiling("CM17-0003890"), fullFiling("CM17-0003900")], replace: false, by: actor())
        for words in [text, "number:" + text] {
            let rows = try await store.worklist(
                WorklistQuery(words: words), from: nil, direction: .after, limit: 9)
            #expect(rows.map(\.number.text) == ["CM17-0003890"], "\(words)")
        }
    }

    @Test("A filter that counts from today needs a day; one that is none is told")
    func refusals() async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        for words in ["due<3d", "is:late", "decided>-1w"] {
            await #expect {
                try await store.countCases(WorklistQuery(words: words))
            } throws: { "\($0)".contains("counts from today") }
        }
        await #expect {
            try await store.worklist(WorklistQuery(words: "is:opne"), from: nil, direction: .after, limit: 1)
        } throws: { "\($0)".contains("“opne” cannot stand") }
        #expect(try await store.countCases(WorklistQuery(words: "due<2017-01-01")) == 0)
    }
}

extension FilterContract.Seen {
    /// Whether a word of the items begins so.
    func says(_ word: String) -> Bool {
        filing.determination.items.contains { item in
            item.text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(word) }
        }
    }
}

extension CaseState {
    /// The order of the work.
    fileprivate static func < (a: CaseState, b: CaseState) -> Bool {
        let order: [CaseState] = [.received, .assigned, .inReview, .decided, .published]
        return (order.firstIndex(of: a) ?? 9) < (order.firstIndex(of: b) ?? 9)
    }
}
