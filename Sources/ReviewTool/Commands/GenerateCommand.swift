internal import ArgumentParser
internal import CaseStore
internal import Synthetic

struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Fill a store with plausible synthetic cases, for measuring and for demonstration.",
        discussion: "The same seed gives the same cases. They are invented throughout and for no clinical use.")

    @OptionGroup var store: StoreOptions
    @Option(help: "How many cases.") var cases: Int
    @Option(help: "The seed of chance.") var seed: UInt64 = 1

    func validate() throws {
        guard cases >= 0 else { throw ValidationError("--cases is a number from 0 on.") }
    }

    func run() async throws {
        try await reporting {
            let actor = try Place.actor()
            let store = try store.open()
            defer { store.close() }
            var bar = ProgressBar("generating", total: cases)
            var batch: [CaseFiling] = []
            var done = 0
            var added = 0
            func file() async throws {
                for outcome in try await store.file(batch, replace: false, by: actor) {
                    if case .done(.added) = outcome { added += 1 }
                }
                done += batch.count
                batch.removeAll(keepingCapacity: true)
                bar.show(done)
            }
            for made in SyntheticCases(seed: seed, count: cases, today: SessionClock().today()) {
                batch.append(
                    CaseFiling(
                        number: made.number, determination: made.determination, state: made.state,
                        records: made.records))
                if batch.count == 1000 { try await file() }
            }
            try await file()
            bar.clear()
            Standard.print("\(added) of \(cases) cases added")
        }
    }
}
