import CaseModel
import CaseStore
import Synthetic

/// Measures the worklist's filters and the statistics on a store of synthetic cases.
struct WorklistMeasurement {
    private let cases: Int
    private let folder: String
    private let today = Day.epoch.adding(days: 20_000)

    /// How often each filter is asked.
    private static let rounds = 7

    /// Filters of every kind: that find much and little, by index and case by case, at both ends of the list.
    private static let filters = [
        "lumbar", "lumb spin mri", "-lumbar", "text:\"lumbar spine\"", "therapy,imaging", "0099", "00-9", "17-0003890",
        "number:99,77", "is:open", "is:late", "-is:late", "is:decided", "state:decided", "state:received,assigned",
        "priority:expedited", "specialty:neurology", "specialty:pain,orthopedic", "specialty:zzz", "due<3d", "due>29d",
        "due=today", "due>2w is:open", "items>3", "items>99", "decided>1", "decided>=-7d", "decided<-20d", "has:draft",
        "has:records", "-has:records", "due<3d is:open specialty:neurology text:\"lumbar\"",
        "due<3d is:open items>2 -mri has:records priority:expedited 99",
    ]

    /// A measurement on a store of so many cases, made in the folder.
    init(cases: Int, folder: String) {
        self.cases = cases
        self.folder = folder
    }

    /// Prints the worklist's lines.
    func run() async throws {
        let path = folder + "/worklist-\(cases).db"
        let store = try SQLiteCaseStore.open(at: path, dueRule: .daysFromAssignment(standard: 30, expedited: 3))
        defer { store.close() }
        try await fill(store)
        var slowest = (milliseconds: 0.0, what: "")
        var pages: [Double] = []
        var counts: [Double] = []
        for sort in WorklistQuery.Sort.allCases {
            for filter in WorklistMeasurement.filters {
                let query = WorklistQuery(words: filter, sort: sort, today: today)
                var taken: [Double] = []
                for round in 0..<WorklistMeasurement.rounds {
                    let direction: PageDirection = round % 2 == 0 ? .after : .before
                    taken.append(
                        try await milliseconds {
                            _ = try await store.worklist(query, from: nil, direction: direction, limit: 256)
                        })
                    guard sort == .due else { continue }
                    counts.append(try await milliseconds { _ = try await store.countCases(query) })
                }
                let middle = taken.sorted()[taken.count / 2]
                pages.append(middle)
                if middle > slowest.milliseconds { slowest = (middle, "\(filter), by \(sort.rawValue)") }
            }
        }
        let label = "\(cases) cases: "
        Table.row(label + "a page of a filter", pages, "ms")
        Table.row(label + "  the slowest filter", [slowest.milliseconds], "ms  " + slowest.what)
        Table.row(label + "  a filter counted", counts, "ms")
        for kind in WorklistStatistics.Kind.allCases {
            let taken = try await milliseconds {
                _ = try await store.statistics(WorklistQuery(), by: [kind], today: today)
            }
            Table.row(label + "statistics by " + kind.rawValue, [taken], "ms")
        }
    }

    private func fill(_ store: SQLiteCaseStore) async throws {
        guard try await store.countCases(WorklistQuery()) != cases else { return }
        let actor = try Actor(parsing: "bench")
        let made = SyntheticCases(seed: 7, count: cases, today: today)
        for start in stride(from: 0, to: cases, by: 1_000) {
            let filings = (start..<min(start + 1_000, cases)).map { index in
                let one = made[index]
                return CaseFiling(
                    number: one.number, determination: one.determination, state: one.state, records: one.records)
            }
            _ = try await store.file(filings, replace: false, by: actor)
        }
    }
}
