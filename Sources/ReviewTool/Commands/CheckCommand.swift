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
        var (hasError, hasFailed) = (false, false)
        let profile: ProgrammeProfile
        do {
            profile = try CurrentProgramme.profile()
        } catch {
            Standard.error("imr: " + Sentence.of(error))
            throw ExitCode(2)
        }
        try await reporting(status: 2) {
            let runner = CheckRunner(profile: profile, rules: Set(rule), least: least)
            var report = CheckReport(format: format)
            func take(_ letter: CheckedLetter) {
                if letter.findings.contains(where: { $0.severity == .error }) { hasError = true }
                report.add(letter)
            }
            func fail(_ sentence: String) {
                hasFailed = true
                Standard.error("imr: " + sentence)
            }
            report.begin()
            var open: SQLiteCaseStore?
            defer { open?.close() }
            func shelf() throws -> SQLiteCaseStore {
                if let open { return open }
                // To look a case up makes no store.
                guard CheckRunner.isThere(store.path) else {
                    throw ToolError.cannotRead(path: store.path, reason: "there is no case store")
                }
                let opened = try store.open()
                open = opened
                return opened
            }
            for source in sources {
                if let number = CheckRunner.caseNumber(source) {
                    do {
                        take(try await runner.check(number, in: try shelf()))
                    } catch {
                        fail("\(source): " + Sentence.of(error))
                    }
                    continue
                }
                let (found, problems) = SourceFinder.find([source])
                for problem in problems { fail(problem.description) }
                for letter in found {
                    do throws(IntakeError) {
                        take(try runner.check(letter))
                    } catch {
                        fail(error.description)
                    }
                }
            }
            if all {
                for number in try await CheckRunner.everyNumber(in: try shelf()) {
                    take(try await runner.check(number, in: try shelf()))
                }
            }
            report.end()
        }
        if hasFailed { throw ExitCode(2) }
        if hasError { throw ExitCode(1) }
    }
}
