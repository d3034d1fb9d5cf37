import CaseModel
import CaseStore
import Testing

/// The people of an invented organization.
enum People {
    static let today = Day(iso: "2026-02-01") ?? .epoch

    static func id(_ text: String = "R-1") throws -> ReviewerID { try ReviewerID(parsing: text) }

    static func reviewer(_ id: String = "R-1", name: String = "Ada Example") throws -> Reviewer {
        Reviewer(
            id: try People.id(id), name: name,
            licences: [Licence(state: "California", number: "A1", expires: try day("2027-01-31"))],
            certifications: [Certification(specialty: "Pain Medicine", board: "A Board")], yearsOfPractice: 12,
            weeklyHours: 30, conflicts: ["Sunrise Insurance"], signingKeys: ["ssh-ed25519 AAAA key"], capacity: 2)
    }

    static let notice = CaseNotice(
        employee: "Erin Worker", employer: "Valley Tools", claimsAdministrator: "Harbor Claims",
        requestingPhysician: "Paul Requester")

    /// A coordinator, a quality reviewer, an auditor and the reviewers, on the staff by their roles' names.
    static func staff(_ store: any CaseStore) async throws {
        let head = try actor("coordinator")
        for reviewer in [try reviewer(), try reviewer("R-2", name: "Bo Sample")] {
            _ = try await store.register(reviewer, by: head)
        }
        try await store.enlist(StaffMember(actor: head, role: .coordinator), by: head)
        for role in [ReviewRole.quality, .auditor] {
            try await store.enlist(StaffMember(actor: actor(role.rawValue), role: role), by: head)
        }
        try await store.enlist(StaffMember(actor: actor("reviewer"), role: .reviewer, reviewer: id()), by: head)
        try await store.enlist(StaffMember(actor: actor("second"), role: .reviewer, reviewer: id("R-2")), by: head)
    }

    /// What a reviewer attests about the parties of the notice.
    static func attestation(_ text: String = "R-1", parties: [Party] = notice.parties) throws -> Attestation {
        Attestation(reviewer: try id(text), parties: parties, at: 0)
    }

    /// What somebody signs of a case as it stands; its content is told by its digest.
    static func document(
        _ reviewCase: ReviewCase, by id: String = "R-1", mark: Character = "a", replaces: Character? = nil
    ) throws -> SignedDocument {
        SignedDocument(
            bytes: Array("{\"mark\": \"\(mark)\"}\u{0}".utf8), signature: "-----BEGIN SSH SIGNATURE-----",
            keyFingerprint: "SHA256:abc", reviewer: try People.id(id), caseRevision: reviewCase.revision,
            digest: String(repeating: mark, count: 64), replaces: replaces.map { String(repeating: $0, count: 64) },
            letters: ["letter.txt": Array("words".utf8), "letter.pdf": [0, 255, 10]])
    }

    /// A store with one case of every item decided.
    static func decided(_ engine: Engine, _ filing: CaseFiling) async throws -> any CaseStore {
        let store = try engine.open(try Shelf())
        _ = try await store.file(filing, replace: false, by: actor())
        try await decide(filing.number, in: store)
        return store
    }

    /// Decides all three items of a case.
    static func decide(_ number: CaseNumber, in store: any CaseStore, by name: String = "reviewer") async throws {
        for item in 1...3 {
            _ = try await store.decide(decision(item), in: number, decisionDay: today, by: actor(name))
        }
    }
}
