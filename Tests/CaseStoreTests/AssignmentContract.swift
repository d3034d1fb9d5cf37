import CaseModel
import CaseStore
import Testing

@Suite("Assigning and attesting") struct AssignmentContract {
    /// A store with a case, its notice and two reviewers; nobody is on the staff.
    static func desk(_ engine: Engine) async throws -> (any CaseStore, CaseNumber) {
        let store = try engine.open(try Shelf())
        var filing = try fullFiling()
        filing.notice = People.notice
        _ = try await store.file(filing, replace: false, by: actor())
        for reviewer in [try People.reviewer(), try People.reviewer("R-2", name: "Bo Sample")] {
            _ = try await store.register(reviewer, by: actor())
        }
        return (store, filing.number)
    }

    @Test("An assigned case is decided only after its reviewer attested, naming every party", arguments: Engine.all)
    func attesting(engine: Engine) async throws {
        let (store, number) = try await AssignmentContract.desk(engine)
        let none = try await store.assign(
            number, to: People.id(), reasons: ["fits"], on: People.today, by: actor())
        #expect(none == [])
        let assigned = try await store.open(number)
        #expect(assigned.assignment == Assignment(reviewer: try People.id(), reasons: ["fits"], at: 1_000))
        #expect(try await store.reviewerLoads() == [People.id(): 1])
        let draft = Draft(item: 1, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 1)
        try await store.saveDraft(draft, in: number, by: actor())
        await #expect(throws: CaseStoreError.refused(.notAttested(number))) {
            try await People.decide(number, in: store)
        }
        await #expect(throws: CaseStoreError.refused(.partiesMissing(number, kinds: ["employer"]))) {
            try await store.attest(
                People.attestation(parties: People.notice.parties.filter { $0.kind != "employer" }), in: number,
                by: actor())
        }
        await #expect(throws: CaseStoreError.refused(.assignedToAnother(number))) {
            try await store.attest(People.attestation("R-2"), in: number, by: actor())
        }
        try await store.attest(People.attestation(), in: number, by: actor())
        try await People.decide(number, in: store)
        let decided = try await store.open(number)
        #expect(decided.assignment?.attestation?.parties == People.notice.parties)
        #expect(decided.assignment?.attestation?.at == 1_000)
        await #expect(throws: CaseStoreError.refused(.assignedToAnother(number))) {
            try await store.sign(People.document(decided, by: "R-2"), in: number, by: actor())
        }
        let trail = try await store.auditTrail(number)
        #expect(trail.map(\.action).contains("reviewer.attested"))
        #expect(trail.allSatisfy { !$0.detail.contains("Valley") && !$0.detail.contains("Ada") })
    }

    @Test("A declared conflict ends the assignment, and the next reviewer decides anew", arguments: Engine.all)
    func conflict(engine: Engine) async throws {
        let (store, number) = try await AssignmentContract.desk(engine)
        _ = try await store.assign(number, to: People.id(), reasons: [], on: People.today, by: actor())
        try await store.attest(People.attestation(), in: number, by: actor())
        try await People.decide(number, in: store)
        let party = People.notice.parties[1]
        await #expect(throws: CaseStoreError.refused(.needsNote(number, .endAssignment))) {
            try await store.declareConflict(party, reason: "", in: number, by: actor())
        }
        try await store.declareConflict(party, reason: "I worked there.", in: number, by: actor())
        let free = try await store.open(number)
        #expect((free.state, free.assignment) == (.inReview, nil))
        #expect(try await store.notes(of: number).map(\.text) == ["Conflict with Valley Tools: I worked there."])
        await #expect(throws: CaseStoreError.refused(.wrongState(number, .inReview, .sign))) {
            try await store.sign(People.document(free), in: number, by: actor())
        }
        let refusal = CaseStoreError.refused(.notEligible(number, try People.id("R-1"), [.declaredConflict]))
        await #expect(throws: refusal) {
            _ = try await store.assign(number, to: People.id("R-1"), reasons: [], on: People.today, by: actor())
        }
        _ = try await store.assign(number, to: People.id("R-2"), reasons: [], on: People.today, by: actor())
        #expect(try await store.reviewerLoads() == [People.id("R-2"): 1])
        await #expect(throws: CaseStoreError.refused(.notAttested(number))) {
            try await People.decide(number, in: store)
        }
    }

    @Test(
        "The cases that wait and are nobody's are counted, whatever was decided, given and taken",
        arguments: Engine.all)
    func unassigned(engine: Engine) async throws {
        let (store, number) = try await AssignmentContract.desk(engine)
        #expect(try await store.countUnassigned() == 1)
        let others = [
            try fullFiling("W-1", state: .inReview), try fullFiling("D-1", state: .decided),
            try fullFiling("P-1", state: .published),
        ]
        _ = try await store.file(others, replace: false, by: actor())
        #expect(try await store.countUnassigned() == 2)
        _ = try await store.assign(number, to: People.id(), reasons: [], on: People.today, by: actor())
        #expect(try await store.countUnassigned() == 1)
        try await store.endAssignment(of: number, reason: "He is ill.", by: actor())
        #expect(try await store.countUnassigned() == 2)
        _ = try await store.assign(number, to: People.id("R-2"), reasons: [], on: People.today, by: actor())
        try await store.attest(People.attestation("R-2"), in: number, by: actor())
        try await People.decide(number, in: store)
        #expect(try await store.countUnassigned() == 1)
    }

    /// What is changed in the reviewer, whether he is refused, and how many warnings he is given with otherwise.
    static let candidates: [(String, @Sendable (inout Reviewer) throws -> Void, Bool, Int)] = [
        ("sound", { _ in }, false, 0),
        ("a party", { $0.name = "Dr. Paul Requester" }, true, 0),
        ("affiliated", { $0.conflicts = ["Harbor Claims"] }, true, 0),
        ("expired", { $0.licences[0].expires = try day("2026-01-31") }, true, 0),
        ("last day", { $0.licences[0].expires = try day("2026-02-01") }, false, 0),
        ("restricted", { $0.licences[0].isRestricted = true }, true, 0), ("none", { $0.licences = [] }, true, 0),
        ("no board", { $0.certifications = [] }, false, 1), ("full", { $0.capacity = 0 }, false, 1),
    ]

    @Test("Who cannot have a case is refused; what is doubtful is told", arguments: candidates)
    func eligibility(
        name: String, change: @Sendable (inout Reviewer) throws -> Void, isRefused: Bool, warnings: Int
    ) async throws {
        let (store, number) = try await AssignmentContract.desk(Engine.all[0])
        var reviewer = try People.reviewer()
        try change(&reviewer)
        let (given, id) = (reviewer, reviewer.id)
        _ = try await store.register(given, by: actor())
        if isRefused {
            await #expect {
                try await store.assign(number, to: id, reasons: [], on: People.today, by: actor())
            } throws: { error in
                guard case .refused(.notEligible(number, id, _)) = error as? CaseStoreError else { return false }
                return !"\(error)".contains("Requester") && !"\(error)".contains("Harbor")
            }
            #expect(try await store.open(number).state == .received)
        } else {
            let told = try await store.assign(number, to: id, reasons: [], on: People.today, by: actor())
            #expect(told.count == warnings)
        }
    }

    @Test("Where there is a staff, a case is worked on by the one who has it", arguments: Engine.all)
    func desks(engine: Engine) async throws {
        let (store, number) = try await AssignmentContract.desk(engine)
        try await People.staff(store)
        let draft = Draft(item: 1, rationale: "r", reviewerGuideline: "g", decision: nil, cursor: 0, revision: 1)
        func refusal(by name: String) async -> CaseStoreError? {
            do {
                try await store.saveDraft(draft, in: number, by: actor(name))
                return nil
            } catch { return error as? CaseStoreError }
        }
        #expect(await refusal(by: "reviewer") == .refused(.notAssigned(number)))
        _ = try await store.assign(number, to: People.id(), reasons: [], on: People.today, by: actor("coordinator"))
        await #expect(throws: CaseStoreError.refused(.assignedAlready(number, try People.id()))) {
            try await store.assign(
                number, to: People.id("R-2"), reasons: [], on: People.today, by: actor("coordinator"))
        }
        #expect(await refusal(by: "second") == .refused(.assignedToAnother(number)))
        await #expect(throws: CaseStoreError.refused(.assignedToAnother(number))) {
            try await store.attest(People.attestation(), in: number, by: actor("second"))
        }
        #expect(await refusal(by: "reviewer") == nil)
    }

    @Test("The documentation that a notice dates moves the due day while the case waits", arguments: Engine.all)
    func notice(engine: Engine) async throws {
        let (store, number) = try await AssignmentContract.desk(engine)
        var notice = People.notice
        #expect(try await store.notice(of: number) == notice)
        #expect(try await store.open(number).due == (try day("2026-02-14")))
        notice.documentsReceived = try day("2026-01-25")
        notice.otherParties = [Party(kind: "manufacturer", name: "A Maker")]
        try await store.setNotice(notice, of: number, by: actor())
        #expect(try await store.open(number).due == (try day("2026-02-24")))
        #expect(try await store.notice(of: number) == notice)
        try await People.decide(number, in: store)
        notice.documentsReceived = try day("2026-02-25")
        try await store.setNotice(notice, of: number, by: actor())
        #expect(try await store.open(number).due == (try day("2026-02-24")))

        // Two cases under one number: the notice is part of what is compared.
        var again = try fullFiling("TWICE-1")
        again.notice = People.notice
        #expect(try await store.file(again, replace: false, by: actor()) == .added)
        #expect(try await store.file(again, replace: false, by: actor()) == .unchanged)
        again.notice?.employee = "Somebody Else"
        let other = again
        await #expect(throws: CaseStoreError.otherContent(other.number)) {
            try await store.file(other, replace: false, by: actor())
        }
    }
}
