internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Checks
internal import Intake
internal import Programmes

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check determinations for faults of fact, without a store or in one.",
        discussion: """
            Takes letters (.txt, .pdf), folders, which are searched for letters, and case numbers of the store. The \
            exit status is 0 without an error finding, 1 with one, 2 when something could not be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var library: LibraryOptions
    @Argument(help: "Letters, folders and case numbers.", completion: .file()) var sources: [String] = []
    @Flag(help: "Check every case of the store.") var all = false
    @Option(help: "text (for people) or json.") var format = Format.text
    @Option(help: "Only this rule; may be repeated.") var rule: [String] = []
    @Option(help: "The least severity that is told: note, warning or error.") var severity = "note"

    func validate() throws {
        guard all || !sources.isEmpty else { throw ValidationError("Name a letter, a folder or a case, or say --all.") }
        let known = Set(RuleRegistry.all.map(\.id))
        for id in rule where !known.contains(id) { throw ValidationError("There is no rule “\(id)”.") }
        guard Severity(rawValue: severity) != nil else {
            throw ValidationError("“\(severity)” is no severity; it is note, warning or error.")
        }
    }

    func run() async throws {
        let least = Severity(rawValue: severity) ?? .note
        let outcome = CheckOutcome()
        let profile: ProgrammeProfile
        do {
            profile = try CurrentProgramme.profile()
        } catch {
            Standard.error("imr: " + Sentence.of(error))
            throw ExitCode(2)
        }
        try await reporting(status: 2) {
            let actor = try Place.actor()
            var report = CheckReport(format: format)
            func take(_ letter: CheckedLetter) {
                if letter.findings.contains(where: { $0.severity == .error }) { outcome.hasError = true }
                report.add(letter)
            }
            func fail(_ sentence: String) {
                outcome.hasFailed = true
                Standard.error("imr: " + sentence)
            }
            let runner = CheckRunner(
                profile: profile, rules: Set(rule), least: least,
                aids: CheckAids(
                    guidelines: guidelines(fail), spelling: SystemDictionaries.shared, stock: stock(fail)))
            report.begin()
            var open: SQLiteCaseStore?
            var looked: [CaseNumber] = []
            defer { open?.close() }
            func shelf() throws -> SQLiteCaseStore {
                if let open { return open }
                let opened = try store.existing()
                open = opened
                return opened
            }
            for source in sources {
                if let number = CheckRunner.caseNumber(source) {
                    do {
                        take(try await runner.check(number, in: try shelf()))
                        looked.append(number)
                    } catch {
                        fail("\(source): " + Sentence.of(error))
                    }
                    continue
                }
                let (found, problems) = SourceFinder.find([source])
                for problem in problems { fail(problem.description) }
                await runner.check(found) { result in
                    switch result {
                    case .success(let letter): take(letter)
                    case .failure(let error): fail(error.description)
                    }
                }
            }
            if all {
                for number in try await CheckRunner.everyNumber(in: try shelf()) {
                    take(try await runner.check(number, in: try shelf()))
                    looked.append(number)
                }
            }
            report.end()
            if let open, !looked.isEmpty { await open.noteOpening(of: looked, by: actor) }
        }
        if outcome.hasFailed { throw ExitCode(2) }
        if outcome.hasError { throw ExitCode(1) }
    }

    /// The guideline library, when one is there; the check does without one that cannot be read, and says so.
    private func guidelines(_ fail: (String) -> Void) -> LibraryEvidence? {
        do {
            return try LibraryEvidence.open(at: library.path, isAskedFor: library.library != nil)
        } catch {
            fail(Sentence.of(error))
            return nil
        }
    }

    private func stock(_ fail: (String) -> Void) -> [StockRationale] {
        let (templates, problems) = TemplateFolder.all()
        for problem in problems { fail(problem) }
        return templates.map(StockRationale.init)
    }
}

/// What a run of the check came to, for the exit status.
private final class CheckOutcome {
    var hasError = false
    var hasFailed = false
}
