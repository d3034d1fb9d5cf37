import CaseModel
import Testing
import TextUI

@testable import Workstation

@Suite("Views, completion and statistics of the worklist")
struct ListsTests {
    @Test("A filter and its order are kept under a name, applied again and deleted")
    func views() throws {
        var harness = Harness()
        harness.type("v")
        #expect(harness.screen.contains("No view is kept yet"))
        harness.type("q / l u m b a r <enter> s V")
        harness.write("backs")
        harness.type("<enter>")
        #expect(harness.views == [try SavedView(name: "backs", filter: "lumbar", sort: .number)])
        harness.views.append(try SavedView(name: "late ones", filter: "is:late", onlyOpen: true))
        harness.type("\\ v")
        harness.expectFrame("views")
        harness.type("<enter>")
        #expect(harness.model.worklist.query.words == "lumbar" && harness.model.worklist.total == 1)
        harness.type("v j x")
        #expect(harness.views.map(\.name) == ["backs"])
        #expect(!harness.screen.contains("late ones"))
    }

    @Test("A name that no view can have is refused with a sentence", arguments: ["", "  "])
    func nameless(name: String) {
        var harness = Harness()
        harness.type("V")
        harness.write(name)
        harness.type("<enter>")
        #expect(harness.views.isEmpty)
        #expect(harness.model.notice != nil)
    }

    @Test(
        "Tab completes the word at the cursor, the next Tab takes the next candidate",
        arguments: [
            ("spec", 1, "specialty:"), ("lat", 1, "is:late"), ("specialty:o", 1, "specialty:\"orthopedic surgery\""),
            ("specialty:", 2, "specialty:\"orthopedic surgery\""), ("zzz", 1, "zzz"),
        ])
    func completes(typed: String, tabs: Int, filter: String) {
        var harness = Harness()
        harness.type("/")
        harness.write(typed)
        for _ in 0..<tabs { harness.type("<tab>") }
        #expect(harness.model.worklist.filterField?.text == filter)
    }

    @Test("The candidates stand on the bottom line with what the chosen one finds")
    func candidates() {
        var harness = Harness()
        harness.type("/ i s : <tab> <tab>")
        harness.expectFrame("worklist-completing")
        harness.wait()
        #expect(harness.model.worklist.query.words.hasPrefix("is:"))
    }

    @Test(
        "The statistics show what the filter finds, and Tab counts by the next kind",
        arguments: [(24, 80, "statistics"), (30, 160, "statistics-wide")])
    func statistics(rows: Int, columns: Int, name: String) {
        var harness = Harness(rows: rows, columns: columns)
        harness.statistics = WorklistStatistics(
            all: 1_204, open: 24, late: 3, times: DecisionTimes(days: [9, 12, 20, 31]),
            tables: [
                StatisticsTable(
                    title: "outcome",
                    lines: [
                        .init("upheld", 840), .init("overturned", 210), .init("partially overturned", 130),
                        .init("open", 24),
                    ]),
                StatisticsTable(
                    title: "specialty", lines: (1...30).map { .init("Specialty \($0)", 31 - $0) } + [.init("", 1)]),
            ])
        harness.type("#")
        harness.expectFrame(name)
        harness.type("<tab> G j")
        #expect(harness.screen.contains("by specialty") && harness.screen.contains("of 31"))
        #expect(harness.effects.contains { if case .loadStatistics(_, .specialty, _) = $0 { true } else { false } })
        let generation = harness.model.statisticsGeneration
        harness.send(
            .statisticsLoaded(
                WorklistStatistics(all: 7, open: 7, late: 7, times: nil, tables: []), generation: generation - 1))
        #expect(harness.screen.contains("1204 cases"))
        harness.type("q")
        #expect(harness.model.overlay == nil)
    }

    @Test("A theme is shown while it is chosen; Enter keeps it, Esc goes back to the one before")
    func themes() {
        var harness = Harness()
        harness.type("<c-t> j")
        harness.expectFrame("themes")
        harness.type("<escape> <c-t> k <enter>")
        let shown = harness.effects.compactMap { if case .useTheme(let name) = $0 { name } else { nil } }
        #expect(shown == ["solar-dark", "light", "dark"])
        #expect(harness.screen.contains("dark until you leave"))
    }

    @Test(
        "A case that waits for records says so where there is room",
        arguments: [(80, "waits "), (120, "awaits records")])
    func waits(columns: Int, words: String) {
        let row = WorklistRow(
            key: WorklistKey(values: [], rowID: 1), number: Harness.number("CM26-0000101"), due: nil, priority: nil,
            specialty: "", decidedCount: 0, itemCount: 1, state: .assigned, hasDraft: false,
            suspendedSince: Harness.today)
        var model = Workstation(rows: 24, columns: columns, today: Harness.today)
        _ = model.start()
        _ = model.update(.worklistLoaded([row], from: nil, direction: .after, generation: 1))
        #expect(model.view().text.contains(words))
    }
}
