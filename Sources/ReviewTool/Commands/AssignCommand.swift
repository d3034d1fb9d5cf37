internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Programmes
internal import Workstation

struct AssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Propose reviewers for a case, or give it to one.",
        discussion: """
            Without --to it lists the reviewers, the best first, with the reason for each yes and no. A reviewer whom the \
            program profile refuses is assigned only despite that, with a reason; a party to the case never is.
            With --unassigned every open case that nobody has is given to him; those that are refused are named.
            Example: imr assign CM26-0000101 --to R-0042
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String?
    @Flag(help: "In place of a case: all open ones that nobody has.") var unassigned = false
    @Option(help: "The reviewer's ID.") var to: String?
    @Flag(help: "List the reviewers with their reasons and assign nobody.") var list = false
    @Option(help: "Why he is assigned though the program profile refuses him.") var despite: String?
    @Option(help: "End the present assignment, for this reason.") var end: String?

    func validate() throws {
        guard unassigned == (number == nil) else { throw ValidationError("Name a case, or say --unassigned.") }
        if unassigned, to == nil || list || end != nil || despite != nil {
            throw ValidationError("--unassigned goes with --to ID alone.")
        }
    }

    func run() async throws {
        guard let number else { return try await assignAll() }
        try await reporting {
            let number = try readingInput { try CaseNumber(parsing: number) }
            let id = try readingInput { try to.map { text throws(CaseModelError) in try ReviewerID(parsing: text) } }
            let actor = try Place.actor()
            let store = try store.open()
            defer { store.close() }
            if let end {
                try await store.endAssignment(of: number, reason: end, by: actor)
                Standard.print("\(number): the assignment is ended")
                if id == nil, !list { return }
            }
            let desk = AssignmentDesk(
                store: store, profile: try CurrentProgramme.profile(), today: SessionClock().today())
            let proposals = try await desk.proposals(number)
            guard let id, !list else {
                if proposals.isEmpty { throw ToolError.noReviewers }
                for line in proposals.flatMap(AssignCommand.lines) { Standard.print(line) }
                return
            }
            _ = try await store.reviewer(id)
            var reasons: [String] = []
            if let proposal = proposals.first(where: { $0.reviewer.id == id }) {
                let noes = proposal.reasons.filter { $0.verdict == .no }.map(\.sentence)
                if !noes.isEmpty, (despite ?? "").allSatisfy(\.isWhitespace) {
                    throw ToolError.notEligible(id.text, reasons: noes)
                }
                reasons = proposal.reasons.map(\.sentence)
                for warning in proposal.reasons where warning.verdict == .warn {
                    Standard.error("imr: \(id): \(warning.sentence)")
                }
            }
            if let despite { reasons.append("Despite this: " + despite) }
            _ = try await store.assign(number, to: id, reasons: reasons, on: SessionClock().today(), by: actor)
            Standard.print(CaseStepOptions.line(try await store.open(number)))
        }
    }

    /// Gives every open case that nobody has to the reviewer.
    private func assignAll() async throws {
        try await reporting {
            let id = try readingInput { try ReviewerID(parsing: to ?? "") }
            let actor = try Place.actor()
            let store = try store.existing()
            defer { store.close() }
            let bulk = BulkRunner(store: store, actor: actor, clock: SessionClock())
            var (done, refused) = (0, 0)
            for outcome in try await bulk.run(.assign(id), try await store.unassigned()) {
                switch outcome {
                case .done: done += 1
                case .unchanged: break
                case .refused(let number, let sentence):
                    refused += 1
                    Standard.error("imr: \(number): \(sentence)")
                }
            }
            Standard.print("\(Counted.words(done, "case")) assigned to \(id)")
            if refused > 0 { throw ExitCode(1) }
        }
    }

    private static func lines(_ proposal: AssignmentProposal) -> [String] {
        let words = [AssignmentReason.Verdict.yes: "yes", .warn: "look", .no: "no"]
        func word(_ verdict: AssignmentReason.Verdict) -> String { words[verdict] ?? "" }
        return ["\(proposal.reviewer.id): \(word(proposal.verdict)); \(Counted.words(proposal.load, "case")) in hand"]
            + proposal.reasons.map { "  \(word($0.verdict)): \($0.sentence)" }
    }
}

extension SQLiteCaseStore {
    /// The cases that wait for a decision and that nobody has, in the order of their due days.
    func unassigned() async throws -> [CaseNumber] {
        var (found, key): ([CaseNumber], WorklistKey?) = ([], nil)
        let query = WorklistQuery(words: "is:open", onlyOpen: true, today: SessionClock().today())
        repeat {
            let rows = try await worklist(query, from: key, direction: .after, limit: 1_000)
            found += rows.filter { $0.state.isWaiting && $0.reviewer == nil }.map(\.number)
            key = rows.last?.key
        } while key != nil
        return found
    }
}
