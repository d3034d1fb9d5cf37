internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Intake

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "File letters (.txt, .pdf) and case folders in the store.",
        discussion: """
            A folder is searched for letters and case folders. What was filed before with the same content is left as \
            it is. What cannot be read is refused with file, line and reason, the others go on, and the exit status \
            is 1.
            """)

    @OptionGroup var store: StoreOptions
    @Flag(help: "File published letters as open cases, their decisions held back until the reviewer has decided.")
    var blind = false
    @Flag(help: "Let new content take the place of other content under the same case number.")
    var replace = false
    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    func run() async throws {
        try await reporting {
            let actor = try Place.actor()
            let store = try store.open()
            defer { store.close() }
            let (sources, problems) = SourceFinder.find(paths)
            var tally = ImportTally()
            for problem in problems {
                tally.refused += 1
                Standard.error(problem.description)
            }
            var bar = ProgressBar("importing", total: sources.count)
            bar.show(0)
            try await Intake(into: store, by: actor).take(sources, isBlind: blind, replace: replace) { outcome, done in
                tally.count(outcome)
                if case .refused(_, let sentence) = outcome {
                    bar.clear()
                    Standard.error(sentence)
                }
                bar.show(done)
            }
            bar.clear()
            if sources.isEmpty, problems.isEmpty { Standard.error("imr: no letters or case folders are there.") }
            Standard.print(tally.words)
            if tally.refused > 0 { throw ExitCode(1) }
        }
    }
}

/// What became of the sources of an import.
private struct ImportTally {
    var added = 0
    var unchanged = 0
    var replaced = 0
    var refused = 0

    mutating func count(_ outcome: Intake.Outcome) {
        switch outcome {
        case .filed(_, .added): added += 1
        case .filed(_, .unchanged): unchanged += 1
        case .filed(_, .replaced): replaced += 1
        case .refused: refused += 1
        }
    }

    var words: String { "\(added) added, \(unchanged) unchanged, \(replaced) replaced, \(refused) refused" }
}
