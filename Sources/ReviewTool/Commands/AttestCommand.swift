internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct AttestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attest", abstract: "Attest for a case that there is no conflict, or declare one.",
        discussion: """
            --no-conflict attests no affiliation with each party of the notices, which it prints, and no previous \
            involvement in the case. A conflict ends the assignment.
            Example: imr attest CM26-0000101 --reviewer R-0042 --no-conflict
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String
    @Option(help: "The reviewer's ID.") var reviewer: String
    @Flag(name: .customLong("no-conflict"), help: "No affiliation with any party, no previous involvement.")
    var noConflict = false
    @Option(help: "The party with whom there is a conflict, by name or by what it is: employer.") var conflict: String?
    @Option(help: "What the conflict is.") var reason: String?

    func validate() throws {
        guard noConflict != (conflict != nil) else {
            throw ValidationError("Say either --no-conflict or --conflict PARTY --reason TEXT.")
        }
        guard conflict == nil || reason != nil else { throw ValidationError("A conflict needs --reason TEXT.") }
    }

    func run() async throws {
        try await reporting {
            let number = try readingInput { try CaseNumber(parsing: self.number) }
            let id = try readingInput { try ReviewerID(parsing: reviewer) }
            let actor = try Place.actor()
            let store = try store.open()
            defer { store.close() }
            let named = try await store.notices(of: number).flatMap(\.parties)
            let parties = named.indices.filter { !named[..<$0].contains(named[$0]) }.map { named[$0] }
            guard let conflict else {
                try await store.attest(Attestation(reviewer: id, parties: parties, at: 0), in: number, by: actor)
                Standard.print(
                    "\(number): \(id) attests no previous involvement"
                        + (parties.isEmpty ? "; the case names no party" : " and no affiliation with"))
                for party in parties { Standard.print("  \(party.name) (\(party.kind))") }
                return
            }
            let party =
                parties.first { $0.kind == conflict || $0.name.lowercased() == conflict.lowercased() }
                ?? Party(kind: "other", name: conflict)
            guard try await store.open(number).assignment?.reviewer == id else {
                throw CaseStoreError.refused(.assignedToAnother(number))
            }
            try await store.declareConflict(party, reason: reason ?? "", in: number, by: actor)
            Standard.print("\(number): the assignment to \(id) is ended by a conflict")
        }
    }
}
