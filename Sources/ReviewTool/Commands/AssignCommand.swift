internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Programmes

struct AssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Propose reviewers for a case, or give it to one.",
        discussion: """
            Without --to it lists the reviewers, the best first, with the reason for each yes and no. A reviewer whom the
            program profile refuses is assigned only despite that, with a reason; a party to the case never is.
            Example: imr assign CM26-0000101 --to R-0042
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.") var number: String
    @Option(help: "The reviewer's ID.") var to: String?
    @Flag(help: "List the reviewers with their reasons and assign nobody.") var list = false
    @Option(help: "Why he is assigned though the program profile refuses him.") var despite: String?
    @Option(help: "End the present assignment, for this reason.") var end: String?

    func run() async throws {
        try await reporting {
            let number = try readingInput { try CaseNumber(parsing: self.number) }
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

    private static func lines(_ proposal: AssignmentProposal) -> [String] {
        let words = [AssignmentReason.Verdict.yes: "yes", .warn: "look", .no: "no"]
        func word(_ verdict: AssignmentReason.Verdict) -> String { words[verdict] ?? "" }
        return ["\(proposal.reviewer.id): \(word(proposal.verdict)); \(Counted.words(proposal.load, "case")) in hand"]
            + proposal.reasons.map { "  \(word($0.verdict)): \($0.sentence)" }
    }
}
