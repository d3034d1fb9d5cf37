import CaseModel
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Views, history, records and statistics") struct ShelfContract {
    private func store() throws -> SQLiteCaseStore {
        try SQLiteCaseStore.open(at: try Shelf().path, clock: { 1_000 }, dueRule: Engine.dueRule)
    }

    @Test("Views are kept by person and name")
    func views() async throws {
        let store = try store()
        let first = try SavedView(name: "b", filter: "due<3d is:open", sort: .state, onlyOpen: true)
        try await store.saveView(first, by: actor("ann"))
        try await store.saveView(try SavedView(name: "a", filter: ""), by: actor("ann"))
        try await store.saveView(try SavedView(name: "b", filter: "mri"), by: actor("bob"))
        #expect(try await store.views(of: actor("ann")).map(\.name) == ["a", "b"])
        #expect(try await store.views(of: actor("ann")).last == first)
        let second = try SavedView(name: "b", filter: "is:late")
        try await store.saveView(second, by: actor("ann"))
        #expect(try await store.views(of: actor("ann")).last == second)
        try await store.deleteView("b", by: actor("ann"))
        #expect(try await store.views(of: actor("ann")).map(\.name) == ["a"])
        #expect(try await store.views(of: actor("bob")).map(\.filter) == ["mri"])
        await #expect(throws: CaseStoreError.noSuchView("b")) { try await store.deleteView("b", by: actor("ann")) }
        // What was seen gives way only while it is still kept.
        for (seen, new, isDone) in [
            (nil, first, true), (second, nil, false), (first, second, true), (second, nil, true),
        ] {
            #expect(try await store.exchangeView(seen, for: new, by: actor("ann")) == isDone)
            let kept = try await store.views(of: actor("ann")).first { $0.name == "b" }
            #expect(kept == (isDone ? new : first))
        }
    }

    private func row(_ reference: String, _ outcome: Decision = .upheld, year: Int = 2016) -> HistoryRow {
        HistoryRow(
            programme: "p", reference: reference, year: year,
            diagnosis: HistoryRow.Subject(category: "Skin", detail: ""),
            treatment: HistoryRow.Subject(category: "", detail: "x"), outcome: outcome, track: .urgent,
            ageRange: "41-50", sex: reference == "1" ? nil : .female)
    }

    @Test("History is filed once, and a reference has one content")
    func history() async throws {
        let store = try store()
        let rows = [row("1"), row("2", .overturned), row("1"), row("2", .upheld), row("3", year: 2001)]
        #expect(
            try await store.fileHistory(rows, by: actor()) == [.added, .added, .unchanged, .otherContent, .added])
        #expect(try await store.fileHistory([row("1")], by: actor()) == [.unchanged])
        var other = row("1")
        other.programme = "q"
        #expect(try await store.fileHistory([other], by: actor()) == [.added])
        let counted: [(HistoryKind, [StatisticsTable.Line])] = [
            (.outcome, [StatisticsTable.Line("upheld", 3), StatisticsTable.Line("overturned", 1)]),
            (.year, [StatisticsTable.Line("2001", 1), StatisticsTable.Line("2016", 3)]),
            (.diagnosis, [StatisticsTable.Line("Skin", 4)]), (.treatment, [StatisticsTable.Line("", 4)]),
            (.track, [StatisticsTable.Line("urgent", 4)]), (.age, [StatisticsTable.Line("41-50", 4)]),
            (.sex, [StatisticsTable.Line("", 2), StatisticsTable.Line("female", 2)]),
        ]
        #expect(counted.map(\.0) == HistoryKind.allCases)
        for (kind, lines) in counted {
            #expect(try await store.countHistory(by: kind) == StatisticsTable(title: kind.rawValue, lines: lines))
        }
        #expect(try await store.countCases(WorklistQuery()) == 0)
        let told = try await store.read {
            try String.fetchAll($0, sql: "SELECT action || detail FROM audit ORDER BY sequence")
        }
        #expect(told == ["history.imported{\"rows\":3}", "history.imported{\"rows\":1}"])
    }

    @Test("Records are attached behind those that are there, once, and never to history")
    func records() async throws {
        let store = try store()
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let new = [
            CaseRecord(title: "Letter", pages: ["one", "two"], kind: .noarfi, controlNumber: "10001"),
            CaseRecord(title: "Empty", pages: []), CaseRecord(title: "Letter", pages: ["one", "two"]),
        ]
        let attached = try await store.attachRecords(new, to: filing.number, by: actor())
        #expect(attached == AttachedRecords(added: 1, unchanged: 2))
        let opened = try await store.open(filing.number)
        #expect(opened.records.map(\.title) == ["Progress report", "Empty", "Letter"])
        #expect(opened.records.map(\.kind) == [.other, .other, .noarfi])
        #expect(opened.records.map(\.controlNumber) == ["", "", "10001"])
        #expect(opened.revision == 2)
        #expect(try await store.recordPage(filing.number, record: 3, page: 2) == "two")
        #expect(try await store.auditTrail(filing.number).map(\.action) == ["case.filed", "records.attached"])
        // All or none, and what changes nothing is no change.
        let mixed = [CaseRecord(title: "New", pages: ["n"]), CaseRecord(title: "Letter", pages: ["other"])]
        await #expect(throws: CaseStoreError.otherRecord(filing.number, record: 3)) {
            try await store.attachRecords(mixed, to: filing.number, by: actor())
        }
        #expect(try await store.attachRecords(new, to: filing.number, by: actor()).added == 0)
        #expect(try await store.open(filing.number).revision == 2)
        await #expect(throws: CaseStoreError.changedMeanwhile(filing.number)) {
            try await store.decide(
                decision(1, revision: 1), in: filing.number, decisionDay: day("2026-02-01"), by: actor())
        }
        // What was filed with other records is known without them.
        var again = filing
        again.records = []
        #expect(try await store.file(again, replace: false, by: actor()) == .unchanged)
        let history = try fullFiling("CM26-0000002", state: .published)
        _ = try await store.file(history, replace: false, by: actor())
        await #expect(throws: CaseStoreError.notOpen(history.number)) {
            try await store.attachRecords(new, to: history.number, by: actor())
        }
        await #expect(throws: CaseStoreError.noSuchCase(try number("CM1"))) {
            try await store.attachRecords(new, to: number("CM1"), by: actor())
        }
    }

    @Test(
        "The statistics are those of the cases that the filter finds", arguments: ["", "is:decided", "mri", "items>99"])
    func statistics(filter: String) async throws {
        let store = try store()
        let today = FilterContract.today
        let filings = synthetic(400, seed: 9, today: today)
        _ = try await store.file(filings, replace: false, by: actor())
        let query = WorklistQuery(words: filter, today: today)
        let numbers = Set(
            try await store.worklist(query, from: nil, direction: .after, limit: 1_000).map(\.number))
        let found = filings.filter { numbers.contains($0.number) }
        let got = try await store.statistics(query, by: WorklistStatistics.Kind.allCases, today: today)
        #expect(got.all == found.count)
        #expect(got.open == found.count { [.received, .assigned, .inReview].contains($0.state) })
        let late = try await store.countCases(WorklistQuery(words: filter + " is:late", today: today))
        #expect(got.late == late)
        let days = found.compactMap { filing in
            filing.determination.dates.decision.flatMap { end in
                filing.determination.dates.assigned.map { $0.days(until: end) }
            }
        }
        #expect(got.times == DecisionTimes(days: days))
        #expect(got.tables.map(\.title) == ["outcome", "specialty", "chapter", "state"])
        func counted(_ labels: [String]) -> [String: Int] {
            Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        }
        let expected: [[String: Int]] = [
            counted(found.map { $0.determination.outcome.words }),
            counted(found.map { $0.determination.reviewer.specialties.first ?? "" }),
            counted(
                found.flatMap(\.determination.items).filter { $0.decision != nil }.flatMap { item in
                    Set(item.citations.map { $0.isMTUS ? $0.chapter ?? $0.source : $0.source })
                }), counted(found.map(\.state.words)),
        ]
        for (table, lines) in zip(got.tables, expected) {
            #expect(Dictionary(uniqueKeysWithValues: table.lines.map { ($0.label, $0.count) }) == lines)
        }
        if filter.isEmpty { #expect(expected.allSatisfy { !$0.isEmpty }) }
    }
}
