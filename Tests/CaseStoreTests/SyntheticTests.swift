import CaseModel
import CaseStore
import Synthetic
import Testing

@Suite("Made-up cases") struct SyntheticTests {
    static let today = Day(iso: "2026-11-22").map { [$0] } ?? []

    @Test("The same seed gives the same cases, another seed others", arguments: today)
    func seed(today: Day) {
        let cases = SyntheticCases(seed: 5, count: 50, today: today)
        #expect(Array(cases) == Array(SyntheticCases(seed: 5, count: 50, today: today)))
        #expect(cases[17] == Array(cases)[17])
        let others = SyntheticCases(seed: 6, count: 50, today: today)
        #expect(zip(cases, others).count { $0.determination == $1.determination } == 0)
        #expect(Array(SyntheticCases(seed: 5, count: -1, today: today)).isEmpty)
    }

    @Test("They are plausible one by one and together", arguments: today)
    func plausible(today: Day) {
        let cases = Array(SyntheticCases(seed: 1, count: 2_000, today: today))
        var (items, open, late, week, withRecords, split) = (0, 0, 0, 0, 0, 0)
        for made in cases {
            let content = made.determination
            let dates = [
                content.dates.injury, content.dates.utilizationReview, content.dates.applicationReceived,
                content.dates.assigned, content.dates.decision ?? today, today,
            ].compactMap(\.self)
            #expect(dates.count == 6 && dates == dates.sorted())
            #expect((1...6).contains(content.items.count))
            let words = content.summary.split(whereSeparator: \.isWhitespace).count
            // Published summaries have up to 734 words, half of them more than 218.
            #expect((80...734).contains(words), "\(words)")
            #expect(content.summary == Prose.normalized(content.summary))
            let isDecided = content.items.allSatisfy { $0.decision != nil && !$0.rationale.isEmpty }
            #expect(isDecided == (made.state == .decided))
            #expect((content.dates.decision != nil) == isDecided)
            for item in content.items where item.amounts.isSplit {
                let numbers = [item.amounts.original, item.amounts.authorized, item.amounts.remaining].map {
                    $0.flatMap { Int($0.prefix(while: \.isNumber)) } ?? -1
                }
                #expect(numbers[0] == numbers[1] + numbers[2] && numbers[2] > 0)
                split += 1
            }
            items += content.items.count
            withRecords += made.records.isEmpty ? 0 : 1
            guard !isDecided else { continue }
            open += 1
            let due = Engine.dueRule.due(DueFacts(dates: content.dates, priority: content.priority)) ?? today
            if due < today { late += 1 } else if today.days(until: due) < 7 { week += 1 }
        }
        #expect(Set(cases.map(\.number)).count == 2_000)
        #expect((2.1...2.5).contains(Double(items) / 2_000))
        #expect((0.06...0.14).contains(Double(late) / Double(open)))
        #expect((0.1...0.4).contains(Double(week) / Double(open)))
        #expect((20...200).contains(withRecords))
        #expect((100...1_000).contains(split))
    }

    @Test("They can be filed and are small", arguments: today)
    func filed(today: Day) async throws {
        let store = try SQLiteCaseStore.open(at: try Shelf().path)
        let filings = synthetic(500, today: today)
        for outcome in try await store.file(filings, replace: false, by: actor()) {
            guard case .done(.added) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
        }
        for filing in filings.prefix(50) {
            #expect(try await store.open(filing.number).determination == filing.determination)
        }
    }
}
