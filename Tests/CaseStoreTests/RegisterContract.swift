import CaseModel
import CaseStore
import Testing

@Suite("Reviewers and staff") struct RegisterContract {
    @Test("A reviewer is kept as he is, and changed only by what differs", arguments: Engine.all)
    func register(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        var reviewer = try People.reviewer()
        #expect(try await store.register(reviewer, by: actor()) == .added)
        #expect(try await store.register(reviewer, by: actor()) == .unchanged)
        #expect(try await store.reviewer(reviewer.id) == reviewer)
        reviewer.licences.append(Licence(state: "Texas", number: "T2", isRestricted: true))
        reviewer.capacity = nil
        #expect(try await store.register(reviewer, by: actor()) == .replaced)
        #expect(try await store.register(People.reviewer("A-0", name: "Bo Sample"), by: actor()) == .added)
        #expect(try await store.reviewers().map(\.id.text) == ["A-0", "R-1"])
        #expect(try await store.reviewer(reviewer.id) == reviewer)
        let missing = try People.id("R-9")
        await #expect(throws: CaseStoreError.refused(.noSuchReviewer(missing))) { try await store.reviewer(missing) }
    }

    /// What no reviewer has.
    static let wrong: [@Sendable (inout Reviewer) -> Void] = [
        { $0.name = " " }, { $0.yearsOfPractice = -1 }, { $0.weeklyHours = 169 }, { $0.weeklyHours = -1 },
        { $0.capacity = -1 },
    ]

    @Test("Values that no reviewer has are refused", arguments: wrong.indices)
    func values(index: Int) async throws {
        let store = try Engine.all[0].open(try Shelf())
        var reviewer = try People.reviewer()
        RegisterContract.wrong[index](&reviewer)
        let given = reviewer
        await #expect(throws: CaseStoreError.self) { try await store.register(given, by: actor()) }
        #expect(try await store.reviewers() == [])
    }

    @Test("The staff always has a coordinator, and a reviewer on it is a registered one", arguments: Engine.all)
    func staff(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let (ada, bo) = (try actor("ada"), try actor("bo"))
        _ = try await store.register(People.reviewer(), by: ada)
        let refused: [(StaffMember, Refusal)] = [
            (StaffMember(actor: ada, role: .quality), .needsCoordinator(actor: "ada")),
            (StaffMember(actor: ada, role: .reviewer), .roleAndReviewer(actor: "ada", .reviewer)),
            (
                StaffMember(actor: ada, role: .auditor, reviewer: try People.id()),
                .roleAndReviewer(actor: "ada", .auditor)
            ),
            (
                StaffMember(actor: ada, role: .reviewer, reviewer: try People.id("R-9")),
                .noSuchReviewer(try People.id("R-9"))
            ),
        ]
        for (member, refusal) in refused {
            await #expect(throws: CaseStoreError.refused(refusal)) { try await store.enlist(member, by: ada) }
        }
        try await store.enlist(StaffMember(actor: ada, role: .coordinator), by: ada)
        await #expect(throws: CaseStoreError.refused(.needsCoordinator(actor: "ada"))) {
            try await store.enlist(StaffMember(actor: ada, role: .auditor), by: ada)
        }
        let member = StaffMember(actor: bo, role: .reviewer, reviewer: try People.id())
        try await store.enlist(member, by: ada)
        #expect(try await store.staff() == [StaffMember(actor: ada, role: .coordinator), member])
        await #expect(throws: CaseStoreError.refused(.notPermitted(actor: "bo", .register))) {
            try await store.enlist(StaffMember(actor: bo, role: .coordinator), by: bo)
        }
    }

    /// Does a deed with a case that stands where the deed is to be done.
    static func perform(_ deed: Deed, _ store: any CaseStore, by name: String) async throws {
        let who = try actor(name)
        let (open, decided, signed) = (try number("OPEN-1"), try number("DONE-1"), try number("SIGNED-1"))
        switch deed {
        case .read: _ = try await store.open(open)
        case .file: _ = try await store.file(fullFiling("NEW-1"), replace: false, by: who)
        case .register: _ = try await store.register(People.reviewer("R-3"), by: who)
        case .assign: try await store.endAssignment(of: open, reason: "r", by: who)
        case .decide: _ = try await store.decide(decision(1), in: open, decisionDay: People.today, by: who)
        case .tag:
            let outcomes = try await store.tag([open], adding: [CaseTag(parsing: "urgent")], removing: [], by: who)
            #expect(outcomes == [.done(open)])
        case .override, .audit: try await store.permit(deed, to: who)
        case .returnForCorrection: _ = try await store.returnForCorrection(decided, note: "n", by: who)
        case .approve: _ = try await store.approve(decided, by: who)
        case .sign: _ = try await store.sign(People.document(store.open(decided), mark: "b"), in: decided, by: who)
        case .deliver: _ = try await store.deliver(signed, by: who)
        case .administer: _ = try await store.withdraw(decided, reason: "authorized", by: who)
        }
    }

    @Test("Each role does what the table of roles says, and is refused the rest", arguments: ReviewRole.allCases)
    func roles(role: ReviewRole) async throws {
        for engine in Engine.all {
            for deed in Deed.allCases {
                let store = try engine.open(try Shelf())
                try await People.staff(store)
                let head = try actor("coordinator")
                let numbers = try ["OPEN-1", "DONE-1", "SIGNED-1"].map { try number($0) }
                for number in numbers {
                    _ = try await store.file(fullFiling(number.text), replace: false, by: head)
                    _ = try await store.assign(number, to: People.id(), reasons: [], on: People.today, by: head)
                    try await store.attest(People.attestation(parties: []), in: number, by: actor("reviewer"))
                }
                for number in numbers.dropFirst() { try await People.decide(number, in: store) }
                _ = try await store.sign(
                    People.document(store.open(numbers[2])), in: numbers[2], by: actor("reviewer"))
                if role.may(deed) {
                    try await RegisterContract.perform(deed, store, by: role.rawValue)
                } else {
                    let before = try await store.changeCounter()
                    await #expect(throws: CaseStoreError.refused(.notPermitted(actor: role.rawValue, deed))) {
                        try await RegisterContract.perform(deed, store, by: role.rawValue)
                    }
                    #expect(try await store.changeCounter() == before)
                }
                await #expect(throws: CaseStoreError.refused(.notPermitted(actor: "nobody", deed)), "\(deed)") {
                    try await RegisterContract.perform(deed, store, by: "nobody")
                    // Looking at a case is no command; who may look is asked where it is shown.
                    if deed == .read { try await store.permit(.read, to: actor("nobody")) }
                }
            }
        }
    }
}
