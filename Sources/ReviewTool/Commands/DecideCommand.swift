internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Intake
internal import Letters

struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Decide an item of a case, as the screen does.",
        discussion: """
            All of it is recorded, or nothing. Where the item is decided already, has another line of the claims \
            administrator, or words that somebody wrote and has not recorded, nothing is done without --replace; and \
            with it, while somebody has the case open on a screen.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String
    @Argument(help: "The item, from 1.") var item: Int
    @Argument(help: "upheld or overturned.") var decision: String
    @Option(help: "A text file with the rationale.", completion: .file()) var rationale: String
    @Option(help: "The guideline line of the reviewer, as the letter prints it.") var guideline: String?
    @Option(help: "The guideline line of the claims administrator, as the letter prints it.")
    var claimsAdministrator: String?
    @Flag(help: "Also over a decision, a line or a draft that is there.") var replace = false

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
            let present = try await store.open(number)
            let items = present.determination.items
            guard items.indices.contains(item - 1) else { throw ToolError.noSuchItem(item, count: items.count) }
            let line = Prose.normalized(guideline ?? items[item - 1].reviewerGuideline)
            if replace { try await store.requireClosed(number) }
            if !replace, let stands = try await standing(at: items[item - 1], of: number, in: store) {
                throw ToolError.wouldReplace(number.text, stands)
            }
            let changed = try await store.decide(
                ItemDecision(
                    item: item, decision: decided, reviewerGuideline: line, citations: CitationGrammar.parse(line),
                    rationale: PlainText.unwrapped(text), claimsAdministratorGuideline: claimsAdministrator,
                    revision: present.revision),
                in: number, decisionDay: SessionClock().today(), by: actor)
            let open = changed.determination.items.count { $0.decision == nil }
            Standard.print("\(number) item \(item): \(decided.rawValue); \(open) of \(items.count) still open")
        }
    }

    /// What of an item would be written over; nil for nothing.
    private func standing(at present: DisputedItem, of number: CaseNumber, in store: SQLiteCaseStore) async throws
        -> String?
    {
        if let decision = present.decision { return "item \(item) is decided already: \(decision.rawValue)" }
        if try await store.drafts(of: number).contains(where: { $0.item == item }) {
            return "words about item \(item) are written and not recorded"
        }
        let line = present.claimsAdministratorGuideline
        guard let claimsAdministrator, !line.isEmpty, line != Prose.normalized(claimsAdministrator) else { return nil }
        return "item \(item) has another line of the claims administrator"
    }
}

extension CaseStore {
    /// Refuses to write over what is there while a session has the case: somebody may be writing there what is not on
    /// the disk yet.
    func requireClosed(_ number: CaseNumber) async throws {
        if let holder = try await leaseHolder(of: number) { throw CaseStoreError.leased(number, by: holder) }
    }
}
