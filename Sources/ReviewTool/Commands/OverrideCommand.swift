internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Checks
internal import Programmes

struct OverrideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override", abstract: "Let an error of the check stand, with a reason.",
        discussion: """
            It holds for the finding as it is: when the words change, it counts again. A signed determination names it.
            Example: imr override CM26-0000101 item.differs --item 1 --reason "The brand and its substance are meant."
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var library: LibraryOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String
    @Argument(help: "The rule, as imr check names it.") var rule: String
    @Option(help: "The item, from 1; left out for a finding of the whole letter.") var item: Int?
    @Option(help: "Why it may stand.") var reason: String

    func run() async throws {
        let number = try readingInput { try CaseNumber(parsing: self.number) }
        try await reporting {
            let actor = try Place.actor()
            let store = try store.existing()
            defer { store.close() }
            let source = try await LetterAssembly.source(of: number, in: store)
            let check = CaseCheck(profile: try CurrentProgramme.profile(), library: library.path)
            let found = try await check.findings(in: source, store: store).map(\.finding)
                .filter { $0.rule == rule && $0.item == item }
            guard !found.isEmpty else { throw ToolError.noSuchFinding(rule, item: item) }
            for finding in found {
                _ = try await store.overrideFinding(
                    FindingOverride(
                        rule: rule, item: item, fingerprint: finding.fingerprint, reason: reason, actor: actor.name,
                        at: 0), in: number, by: actor)
                Standard.print("\(number)\(item.map { " item \($0)" } ?? ""): \(rule) may stand: \(finding.message)")
            }
        }
    }
}
