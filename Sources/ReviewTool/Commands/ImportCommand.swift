internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Intake
internal import Programmes

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "File letters (.txt, .pdf), case folders and case manifests (.csv) in the store.",
        discussion: """
            A folder is searched for letters, case folders and manifests. What was filed before with the same content \
            is left as it is. What cannot be read is refused with file, line and reason, the others go on, and the \
            exit status is 1.

            Each row of a manifest becomes a case; the documents in a folder that is named as its case number, beside \
            the manifest or in --records, are attached to it.
            """)

    @OptionGroup var store: StoreOptions
    @Flag(help: "File published letters as open cases, their decisions held back until the reviewer has decided.")
    var blind = false
    @Flag(help: "Let new content take the place of other content under the same case number.")
    var replace = false
    @Option(help: "The folder with the records of a manifest: a folder for each case, named as its number.")
    var records: String?
    @Flag(help: "The files are determinations of the DMHC, separated by semicolons: kept as history, no cases.")
    var history = false
    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    func run() async throws {
        try await reporting {
            let actor = try Place.actor()
            let store = try store.open()
            defer { store.close() }
            if history { return try await importHistory(into: store, by: actor) }
            let (manifests, others) = ManifestFinder.split(paths)
            let hasRefusals = try await importManifests(manifests, into: store, by: actor)
            let (sources, problems) = SourceFinder.find(others)
            if sources.isEmpty, problems.isEmpty, !manifests.isEmpty {
                if hasRefusals { throw ExitCode(1) }
                return
            }
            var tally = ImportTally()
            for problem in problems {
                tally.refused += 1
                Standard.error(problem.description)
            }
            var bar = ProgressBar("importing", total: sources.count)
            bar.show(0)
            try await Intake(
                into: store, by: actor, wording: try CurrentProgramme.ownProfile()?.letter
            ).take(sources, isBlind: blind, replace: replace) { outcome, done in
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
            if tally.refused > 0 || hasRefusals { throw ExitCode(1) }
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
