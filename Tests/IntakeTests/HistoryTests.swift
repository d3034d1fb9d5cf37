import CaseModel
import CaseStore
import Foundation
import Testing

@testable import Intake

@Suite("History of another programme") struct HistoryTests {
    static let good =
        "MN26-101;2026;Skin;Acne;Pharmacy;Creams;Upheld Decision of Health Plan;Medical Necessity;41-50;Male"

    private func take(_ rows: [String], in folder: Folder, end: String = "\r\n") async throws
        -> (tally: HistoryIntake.Tally, refusals: [String], store: SQLiteCaseStore)
    {
        let lines = [HistoryColumns.heading.joined(separator: ";")] + rows
        try folder.write(lines.map { $0 + end }.joined(), to: "history.csv")
        let store = try SQLiteCaseStore.open(at: folder.path + "/store.db")
        var refusals: [String] = []
        let tally = try await HistoryIntake(into: store, by: try Actor(parsing: "tester")).take(
            folder.path + "/history.csv"
        ) { refusals.append($0) }
        return (tally, refusals, store)
    }

    @Test("Rows are taken in, with or without age and sex, and once", arguments: ["\r\n", "\n"])
    func reads(end: String) async throws {
        let rows = [
            HistoryTests.good,
            "EI26-102;2026;Skin;;;;Overturned Decision of Health Plan;Experimental/Investigational;11_20;Female",
            "UR01-3;2001;;;Vision;;Upheld Decision of Health Plan;Urgent Care;;",
        ]
        let folder = try Folder()
        let (tally, refusals, store) = try await take(rows, in: folder, end: end)
        #expect(refusals == [])
        #expect((tally.read, tally.added, tally.unchanged, tally.refused) == (3, 3, 0, 0))
        let ages = try await store.countHistory(by: .age)
        #expect(ages.lines.map(\.label) == ["", "11-20", "41-50"])
        #expect(try await store.countHistory(by: .sex).total == 3)
        let again = try await take(rows + [rows[0]], in: folder, end: end)
        #expect((again.tally.read, again.tally.added, again.tally.unchanged) == (4, 0, 4))
        #expect(try HistoryColumns.row(rows[0].split(separator: ";").map(String.init)).outcome == .upheld)
    }

    /// What is put in place of what in a good row, and what is said.
    static let broken: [(from: String, to: String, words: String)] = [
        ("MN26-101", "XX26-101", "“Reference ID” is none"), ("MN26-101", "MN26101", "“Reference ID” is none"),
        ("MN26-101", "MN26-1x1", "“Reference ID” is none"), ("MN26-101", "", "“Reference ID” is none"),
        (";2026;", ";26;", "“Report Year” is no year"), (";2026;", ";2025;", "the year is not the one"),
        ("Upheld Decision", "Pondered Decision", "“Determination” neither"),
        ("Medical Necessity", "Other", "“Type” is none"),
        ("41-50", "old", "“Age Range” is no range"), (";Male", ";Man", "“Patient Gender” is neither"),
        (";Male", "", "9 cells where the heading has 10"), (";Male", ";Male;x", "11 cells"),
        ("Acne", "\"Acne", "a quotation mark is not closed"),
        (";Creams", ";Lotions", "MN26-101 is there already with other content"),
    ]

    @Test("A row that is not understood is refused with line and reason, and counted", arguments: broken)
    func refuses(from: String, to: String, words: String) async throws {
        let bad = HistoryTests.good.replacing(from, with: to)
        let folder = try Folder()
        let (tally, refusals, _) = try await take([HistoryTests.good, bad], in: folder)
        #expect((tally.read, tally.added, tally.unchanged, tally.refused) == (2, 1, 0, 1))
        #expect(refusals.count == 1)
        #expect(refusals.first?.hasPrefix(folder.path + "/history.csv:3: ") == true)
        #expect(refusals.first?.contains(words) == true, "\(refusals)")
    }

    @Test("Another file is told to be none")
    func foreign() async throws {
        let folder = try Folder()
        try folder.write("a;b\n1;2\n", to: "other.csv")
        let store = try SQLiteCaseStore.open(at: folder.path + "/store.db")
        await #expect(throws: IntakeError.notHistory(path: folder.path + "/other.csv")) {
            _ = try await HistoryIntake(into: store, by: try Actor(parsing: "tester")).take(
                folder.path + "/other.csv"
            ) { _ in }
        }
    }
}
