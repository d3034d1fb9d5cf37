internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Foundation

struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count cases: open, late, by outcome, specialty, chapter cited and state, and the time to decide.",
        discussion: """
            --history counts the determinations of other programmes that were imported with imr import --history; \
            they are kept apart from the cases and no filter is for them.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var filter: FilterOptions
    @Option(
        parsing: .upToNextOption,
        help:
            "What to count by: outcome, specialty, chapter, state (history: also year, diagnosis, treatment, track, age, sex)."
    )
    var by: [String] = []
    @Option(help: "text with bars, csv or json.") var format = Format.text
    @Option(help: "The most lines of a table as text; the others are counted together.") var top = 20
    @Flag(help: "Count the history instead of the cases.") var history = false

    func validate() throws {
        guard top > 0 else { throw ValidationError("--top is a number from 1 on.") }
        let known = history ? HistoryKind.allCases.map(\.rawValue) : WorklistStatistics.Kind.allCases.map(\.rawValue)
        if let unknown = by.first(where: { !known.contains($0) }) {
            throw ValidationError("“\(unknown)” is nothing to count by; there are \(known.joined(separator: ", ")).")
        }
        guard !history || (filter.filter.isEmpty && filter.view == nil) else {
            throw ValidationError("--history counts all of the history; leave --filter and --view out.")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try await store.readable(by: try Place.actor())
            defer { store.close() }
            let report: StatisticsReport
            if history {
                let kinds = by.isEmpty ? [.outcome, .year, .track, .diagnosis] : by.compactMap(HistoryKind.init)
                var tables: [StatisticsTable] = []
                for kind in kinds { tables.append(try await store.countHistory(by: kind)) }
                report = .history(tables)
            } else {
                let kinds =
                    by.isEmpty ? WorklistStatistics.Kind.allCases : by.compactMap(WorklistStatistics.Kind.init)
                let query = try await filter.query(in: store)
                let counted = try await store.statistics(
                    query, by: kinds, today: query.today ?? SessionClock().today())
                report = .cases(counted.inWords(of: try CurrentProgramme.ownProfile()))
            }
            switch format {
            case .text:
                for line in report.lines(columns: Standard.columns, top: top) { Standard.print(line) }
            case .csv: Standard.write(report.commaSeparated, to: 1)
            case .json: Standard.write(try report.json() + "\n", to: 1)
            }
        }
    }
}

extension Standard {
    /// The columns of the terminal on standard output; 80 where there is none.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
