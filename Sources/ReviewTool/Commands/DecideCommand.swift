internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Intake
internal import Letters

struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Decide an item of a case, as the screen does.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.") var number: String
    @Argument(help: "The item, from 1.") var item: Int
    @Argument(help: "upheld or overturned.") var decision: String
    @Option(help: "A text file with the rationale.", completion: .file()) var rationale: String
    @Option(help: "The guideline line of the reviewer, as the letter prints it.") var guideline: String?
    @Option(help: "The guideline line of the claims administrator, as the letter prints it.")
    var claimsAdministrator: String?

    func run() async throws {
        try await reporting {
            let actor = try Place.actor()
            let number = try CaseNumber(parsing: number)
            guard let decided = Decision(rawValue: decision.lowercased()) else {
                throw ToolError.notADecision(decision)
            }
            let text = try PlainText.read(rationale)
            guard text.contains(where: { !$0.isWhitespace }) else { throw ToolError.noRationale(path: rationale) }
            let store = try store.existing()
            defer { store.close() }
            var present = try await store.open(number)
            let items = present.determination.items
            guard items.indices.contains(item - 1) else { throw ToolError.noSuchItem(item, count: items.count) }
            let line = Prose.normalized(guideline ?? items[item - 1].reviewerGuideline)
            if let claimsAdministrator {
                present = try await store.write(
                    claimsAdministrator, as: .claimsAdministratorGuideline(item: item), in: number, by: actor)
            }
            let changed = try await store.decide(
                ItemDecision(
                    item: item, decision: decided, reviewerGuideline: line, citations: CitationGrammar.parse(line),
                    rationale: PlainText.unwrapped(text), revision: present.revision),
                in: number, decisionDay: SessionClock().today(), by: actor)
            let open = changed.determination.items.count { $0.decision == nil }
            Standard.print("\(number) item \(item): \(decided.rawValue); \(open) of \(items.count) still open")
        }
    }
}
