import CaseModel
import CaseStore
import Testing

@Suite("Filing a case") struct FilingContract {
    @Test("A case comes back as it was filed", arguments: Engine.all)
    func roundTrip(engine: Engine) async throws {
        let shelf = try Shelf()
        let store = try engine.open(shelf)
        let filing = try fullFiling()
        #expect(try await store.file(filing, replace: false, by: actor()) == .added)
        let found = try await store.open(filing.number)
        #expect(found.determination == filing.determination)
        #expect(found.state == .received)
        #expect(found.due == (try day("2026-02-14")))
        #expect(found.revision == 1)
        #expect(
            found.records == [
                RecordSummary(position: 1, title: "Progress report", pageCount: 2),
                RecordSummary(position: 2, title: "Empty", pageCount: 0),
            ])
        #expect(try await store.recordPage(filing.number, record: 1, page: 1) == "page one\nline two")
        #expect(try await store.recordPage(filing.number, record: 1, page: 2) == "")
        for (record, page) in [(1, 3), (1, 0), (2, 1), (3, 1), (0, 1)] {
            await #expect(throws: CaseStoreError.noSuchPage(filing.number, record: record, page: page)) {
                try await store.recordPage(filing.number, record: record, page: page)
            }
        }
    }

    @Test("A determination without header or items is kept as it is", arguments: Engine.all)
    func bare(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let bare = CaseFiling(number: try number("bare"), determination: Determination(), state: .published)
        #expect(try await store.file(bare, replace: false, by: actor()) == .added)
        let found = try await store.open(bare.number)
        #expect(found.determination == Determination())
        #expect(found.due == nil)
    }

    /// What is filed again, and whether it is news.
    enum Again: String, CaseIterable, Sendable {
        case same, withoutHeaderNumber, withoutForm, withoutRecords, otherSummary, otherItem, otherDay, otherRecords,
            otherHeaderNumber, decidedElsewhere

        func change(_ filing: inout CaseFiling) throws -> Bool {
            switch self {
            case .same: return false
            case .withoutHeaderNumber: filing.determination.caseNumber = nil
            case .withoutForm: filing.determination.form = LetterForm()
            case .withoutRecords: filing.records = []
            case .otherSummary:
                filing.determination.summary += "."
                return true
            case .otherItem:
                filing.determination.items[1].text += "."
                return true
            case .otherDay:
                filing.determination.dates.injury = try day("2020-03-01")
                return true
            case .otherRecords:
                filing.records[0].pages[1] = "x"
                return true
            case .otherHeaderNumber:
                filing.determination.caseNumber = try number("CM26-9")
                return true
            case .decidedElsewhere:
                filing.determination.items[0].decision = .upheld
                return true
            }
            return false
        }
    }

    @Test("What is filed again is news only when it says something else", arguments: Again.allCases, Engine.all)
    func again(_ again: Again, engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let first = try fullFiling()
        _ = try await store.file(first, replace: false, by: actor())
        var second = first
        if try again.change(&second) {
            await #expect(throws: CaseStoreError.otherContent(first.number)) {
                try await store.file(second, replace: false, by: actor())
            }
            #expect(try await store.open(first.number).determination == first.determination)
            #expect(try await store.file(second, replace: true, by: actor()) == .replaced)
            let found = try await store.open(first.number)
            #expect(found.determination == second.determination)
            #expect(found.revision == 2)
            #expect(try await store.auditTrail(first.number).map(\.action) == ["case.filed", "case.replaced"])
        } else {
            #expect(try await store.file(second, replace: true, by: actor()) == .unchanged)
            #expect(try await store.open(first.number).revision == 1)
            #expect(try await store.auditTrail(first.number).count == 1)
        }
    }

    @Test("Work on a case makes neither its filing nor its letter news", arguments: [false, true], Engine.all)
    func afterWork(blind: Bool, engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        if blind {
            filing.published = filing.determination.items.map { _ in
                PublishedDecision(decision: .overturned, reviewerGuideline: "P", rationale: "Q")
            }
        }
        _ = try await store.file(filing, replace: false, by: actor())
        for item in 1...3 {
            _ = try await store.decide(decision(item), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
            #expect(try await store.file(filing, replace: false, by: actor()) == .unchanged)
        }
        var letter = try await store.open(filing.number).determination
        letter.caseNumber = nil
        let exported = CaseFiling(number: filing.number, determination: letter, state: .published)
        #expect(try await store.file(exported, replace: false, by: actor()) == .unchanged)
        #expect(try await store.open(filing.number).state == .decided)
    }

    @Test("In a batch a refused filing does not hinder the others", arguments: Engine.all)
    func batch(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let first = try fullFiling("A-1")
        var other = first
        other.determination.summary = "Other."
        let outcomes = try await store.file(
            [first, other, first, try fullFiling("A-2")], replace: false, by: actor())
        let words = outcomes.map { outcome in
            switch outcome {
            case .done(let result): "\(result)"
            case .refused(let error): "\(error == .otherContent(first.number))"
            }
        }
        #expect(words == ["added", "true", "unchanged", "added"])
        #expect(try await store.countCases(WorklistQuery()) == 2)
    }

    @Test("A NUL, at which SQLite would cut a text off, is made visible", arguments: Engine.all)
    func nul(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.determination.summary = "before\0after"
        _ = try await store.file(filing, replace: false, by: actor())
        #expect(try await store.open(filing.number).determination.summary == "before\u{FFFD}after")
        #expect(try await store.file(filing, replace: false, by: actor()) == .unchanged)
    }

    @Test("A replaced case loses items, drafts and words, and not its audit log", arguments: Engine.all)
    func replace(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        _ = try await store.decide(decision(1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        let draft = Draft(item: 2, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 1)
        try await store.saveDraft(draft, in: filing.number, by: actor())
        filing.determination.items = [DisputedItem(text: "Acupuncture")]
        #expect(try await store.file(filing, replace: true, by: actor()) == .replaced)
        #expect(try await store.open(filing.number).determination.items == filing.determination.items)
        #expect(try await store.drafts(of: filing.number) == [])
        #expect(try await store.countCases(WorklistQuery(words: "urine")) == 0)
        #expect(try await store.countCases(WorklistQuery(words: "acupuncture")) == 1)
        #expect(
            try await store.auditTrail(filing.number).map(\.action) == [
                "case.filed", "item.decided", "draft.saved", "case.replaced",
            ])
    }
}
