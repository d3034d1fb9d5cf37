import CaseModel
import CaseStore
import Testing

@Suite("From decided to delivered") struct CourseContract {
    /// Takes a step of a case of three items.
    static func take(_ step: CaseStep, _ number: CaseNumber, _ store: any CaseStore, note: String = "because")
        async throws
    {
        let who = try actor()
        switch step {
        case .replace:
            var other = try fullFiling(number.text)
            other.determination.summary += " Other."
            _ = try await store.file(other, replace: true, by: who)
        case .assign:
            _ = try await store.register(People.reviewer(), by: who)
            _ = try await store.assign(number, to: People.id(), reasons: [], on: People.today, by: who)
        case .endAssignment: try await store.endAssignment(of: number, reason: note, by: who)
        case .work where try await store.open(number).determination.items.allSatisfy { $0.decision != nil }:
            _ = try await store.reopen(item: 1, in: number, by: who)
        case .work: _ = try await store.decide(decision(1), in: number, decisionDay: People.today, by: who)
        case .decide: try await People.decide(number, in: store)
        case .returnForCorrection: _ = try await store.returnForCorrection(number, note: note, by: who)
        case .approve: _ = try await store.approve(number, by: who)
        case .sign: _ = try await store.sign(People.document(store.open(number)), in: number, by: who)
        case .deliver: _ = try await store.deliver(number, by: who)
        case .withdraw: _ = try await store.withdraw(number, reason: note, by: who)
        case .suspend: _ = try await store.suspend(number, since: People.today, by: who)
        case .resume: _ = try await store.resume(number, received: People.today, by: who)
        case .consolidate:
            var leading = try fullFiling("LEAD-1")
            leading.notice = People.notice
            _ = try await store.file(leading, replace: false, by: who)
            _ = try await store.consolidate([number], into: leading.number, alike: CourseContract.alike, by: who)
        case .amend: _ = try await store.amend(number, reason: note, by: who)
        }
    }

    /// The steps that lead a new case to each state.
    static let ways: [(CaseState, [CaseStep])] = [
        (.received, []), (.assigned, [.assign]), (.inReview, [.work]), (.decided, [.decide]),
        (.qualityReview, [.decide, .approve]), (.signed, [.decide, .sign]), (.delivered, [.decide, .sign, .deliver]),
        (.withdrawn, [.withdraw]), (.consolidated, [.consolidate]),
    ]

    @Test("The store takes the steps of the table and refuses all others, which change nothing", arguments: ways)
    func table(state: CaseState, way: [CaseStep]) async throws {
        for engine in Engine.all {
            // Ending what nobody has, and resuming what waits for nothing, are refused for reasons of their own.
            for step in CaseStep.allCases where ![.endAssignment, .resume].contains(step) {
                let store = try engine.open(try Shelf())
                var filing = try fullFiling()
                filing.notice = People.notice
                _ = try await store.file(filing, replace: false, by: actor())
                for step in way { try await CourseContract.take(step, filing.number, store) }
                let before = try await store.open(filing.number)
                #expect(before.state == state)
                if state == .assigned, [.work, .decide].contains(step) {
                    try await store.attest(People.attestation(), in: filing.number, by: actor())
                }
                let lines = try await store.auditTrail(filing.number).count
                if let next = step.leads[state] {
                    if step == .consolidate, state == .consolidated { continue }
                    try await CourseContract.take(step, filing.number, store)
                    let after = try await store.open(filing.number)
                    #expect(after.state == (step == .replace ? .received : next), "\(step)")
                    #expect(try await store.auditTrail(filing.number).count > lines || before.assignment != nil)
                } else {
                    await #expect(throws: CaseStoreError.self, "\(step)") {
                        try await CourseContract.take(step, filing.number, store)
                    }
                    #expect(try await store.open(filing.number) == before, "\(step)")
                    #expect(try await store.auditTrail(filing.number).count == lines, "\(step)")
                }
            }
        }
    }

    @Test("A step that needs a reason is refused without one", arguments: CaseStep.allCases.filter(\.needsNote))
    func notes(step: CaseStep) async throws {
        let store = try Engine.all[0].open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        let way: [CaseStep] =
            switch step {
            case .endAssignment: [.assign]
            case .amend: [.decide, .sign]
            default: [.decide]
            }
        for step in way { try await CourseContract.take(step, filing.number, store) }
        await #expect(throws: CaseStoreError.refused(.needsNote(filing.number, step))) {
            try await CourseContract.take(step, filing.number, store, note: " \n")
        }
        try await CourseContract.take(step, filing.number, store, note: "A  reason.")
        let kept = try await store.notes(of: filing.number)
        #expect(kept == [CaseNote(step: step, text: "A reason.", actor: "reviewer", at: 1_000)])
        #expect(try await store.auditTrail(filing.number).allSatisfy { !$0.detail.contains("reason.") })
    }

    @Test("A case that is returned shows what to correct until it is decided again", arguments: Engine.all)
    func correction(engine: Engine) async throws {
        let filing = try fullFiling()
        let store = try await People.decided(engine, filing)
        let back = try await store.returnForCorrection(filing.number, note: "Which side?", by: actor())
        #expect((back.state, back.correction) == (.inReview, "Which side?"))
        #expect(back.determination.dates.decision == nil)
        #expect(back.determination.items.allSatisfy { $0.decision != nil })
        let again = try await store.decide(
            decision(2, revision: back.revision), in: filing.number, decisionDay: People.today, by: actor())
        #expect((again.state, again.correction) == (.decided, nil))
        #expect(again.determination.dates.decision == People.today)
    }

    @Test("A suspended case has no due day and is not decided; it is due again from when the records came")
    func suspension() async throws {
        let store = try Engine.all[0].open(try Shelf())
        let number = try fullFiling().number
        _ = try await store.file(fullFiling(), replace: false, by: actor())
        let away = try await store.suspend(number, since: day("2026-01-20"), by: actor())
        #expect((away.due, away.suspendedSince) == (nil, try day("2026-01-20")))
        #expect(try await store.worklistCounts(today: day("2026-06-01")).late == 0)
        let waiting = CaseStoreError.refused(.suspended(number, since: try day("2026-01-20")))
        await #expect(throws: waiting) {
            try await store.decide(decision(1), in: number, decisionDay: People.today, by: actor())
        }
        await #expect(throws: waiting) { try await store.suspend(number, since: People.today, by: actor()) }
        await #expect(throws: CaseStoreError.refused(.receivedTooEarly(number, since: try day("2026-01-20")))) {
            try await store.resume(number, received: day("2026-01-19"), by: actor())
        }
        let back = try await store.resume(number, received: day("2026-02-03"), by: actor())
        #expect((back.due, back.suspendedSince) == (try day("2026-03-05"), nil))
        #expect(try await store.notice(of: number)?.documentsReceived == (try day("2026-02-03")))
        await #expect(throws: CaseStoreError.refused(.notSuspended(number))) {
            try await store.resume(number, received: day("2026-02-03"), by: actor())
        }
    }

    @Test("What was decided late stays late until it is delivered", arguments: Engine.all)
    func lateness(engine: Engine) async throws {
        let store = try engine.open(try Shelf())
        let filing = try fullFiling()
        _ = try await store.file(filing, replace: false, by: actor())
        func late(_ today: String) async throws -> [Int] {
            let today = try day(today)
            let rows = try await store.worklist(WorklistQuery(), from: nil, direction: .after, limit: 1)
            let counts = try await store.worklistCounts(today: today)
            return [rows.first?.daysLate(today: today) ?? -1, counts.late]
        }
        #expect(try await late("2026-02-14") == [0, 0])
        #expect(try await late("2026-02-17") == [3, 1])
        for item in 1...3 {
            _ = try await store.decide(
                decision(item), in: filing.number, decisionDay: day("2026-02-16"), by: actor())
        }
        #expect(try await late("2026-09-01") == [2, 1])
        try await CourseContract.take(.sign, filing.number, store)
        #expect(try await late("2026-09-01") == [2, 1])
        try await CourseContract.take(.deliver, filing.number, store)
        #expect(try await late("2026-09-01") == [2, 0])
    }

    static let alike = Set(ConsolidationCondition.allCases)

    @Test("What a program does not ask for may differ", arguments: ConsolidationCondition.allCases)
    func otherConditions(left: ConsolidationCondition) async throws {
        let store = try Engine.all[0].open(try Shelf())
        var (leading, other) = (try fullFiling("LEAD-1"), try fullFiling("NEXT-1"))
        (leading.notice, other.notice) = (People.notice, People.notice)
        switch left {
        case .employee: other.notice?.employee = "Ed Worker"
        case .requestingPhysician: other.notice?.requestingPhysician = "Other"
        case .injury: other.determination.dates.injury = nil
        }
        _ = try await store.file([leading, other], replace: false, by: actor())
        await #expect(throws: CaseStoreError.self) {
            try await store.consolidate(
                [other.number], into: leading.number, alike: CourseContract.alike, by: actor())
        }
        let whole = try await store.consolidate(
            [other.number], into: leading.number, alike: CourseContract.alike.subtracting([left]), by: actor())
        #expect(whole.determination.items.count == 6)
    }

    /// What is changed in the second case, and whether it can still be consolidated.
    static let pairs: [(String, @Sendable (inout CaseFiling) throws -> Void, Bool)] = [
        ("nothing", { _ in }, true),
        ("writing of a name", { $0.notice?.employee = "WORKER  Erin" }, false),
        ("case of a name", { $0.notice?.employee = "ERIN worker" }, true),
        ("employee", { $0.notice?.employee = "Ed Worker" }, false),
        ("no employee", { $0.notice?.employee = "" }, false),
        ("physician", { $0.notice?.requestingPhysician = "Other" }, false), ("no notice", { $0.notice = nil }, false),
        ("injury", { $0.determination.dates.injury = try day("2021-01-01") }, false),
        ("no injury", { $0.determination.dates.injury = nil }, false),
        ("begun", { $0.state = .inReview }, false), ("withdrawn", { $0.state = .withdrawn }, false),
    ]

    @Test("Cases are consolidated under the conditions of the program alone", arguments: pairs)
    func consolidation(name: String, change: @Sendable (inout CaseFiling) throws -> Void, isOne: Bool) async throws {
        let store = try Engine.all[0].open(try Shelf())
        var (leading, other) = (try fullFiling("LEAD-1"), try fullFiling("NEXT-1"))
        (leading.notice, other.notice) = (People.notice, People.notice)
        other.determination.items = [DisputedItem(text: "Spinal cord stimulator")]
        try change(&other)
        _ = try await store.file([leading, other], replace: false, by: actor())
        guard isOne else {
            await #expect(throws: CaseStoreError.self) {
                try await store.consolidate(
                    [other.number], into: leading.number, alike: CourseContract.alike, by: actor())
            }
            #expect(try await store.open(leading.number).revision == 1)
            return
        }
        let whole = try await store.consolidate(
            [other.number], into: leading.number, alike: CourseContract.alike, by: actor())
        #expect(whole.determination.items.map(\.text).last == "Spinal cord stimulator")
        #expect((whole.determination.items.count, whole.records.count, whole.state) == (4, 4, .received))
        #expect(try await store.recordPage(leading.number, record: 3, page: 1) == "page one\nline two")
        let gone = try await store.open(other.number)
        #expect((gone.state, gone.leading) == (.consolidated, leading.number))
        let query = WorklistQuery(words: "stimulator", onlyOpen: true)
        let found = try await store.worklist(query, from: nil, direction: .after, limit: 9)
        #expect(found.map(\.number) == [leading.number])
        #expect(found.map(\.itemCount) == [4])
        var replacement = leading
        replacement.determination.summary = "Another."
        await #expect(throws: CaseStoreError.refused(.leadsOthers(leading.number))) {
            try await store.file(replacement, replace: true, by: actor())
        }
        await #expect(throws: CaseStoreError.self) {
            try await store.consolidate(
                [leading.number], into: leading.number, alike: CourseContract.alike, by: actor())
        }
    }

    @Test("What takes over items stands up to verification, and the bookmarks on the records go along")
    func takenOver() async throws {
        let shelf = try Shelf()
        let store = try SQLiteCaseStore.open(at: shelf.path, clock: { 1_000 })
        let numbers = try ["LEAD-1", "NEXT-1", "NEXT-2"].map { try number($0) }
        for one in numbers {
            var filing = try fullFiling(one.text)
            filing.notice = People.notice
            _ = try await store.file(filing, replace: false, by: actor())
            for place in [ReadingPlace.record(1, page: 1, line: 2), .summary(character: 6)] {
                try await store.keepBookmark(Bookmark(place: place, note: one.text), in: one, by: actor())
            }
        }
        let others = Array(numbers.dropFirst())
        _ = try await store.consolidate(others, into: numbers[0], alike: CourseContract.alike, by: actor("boss"))
        let marks = try await store.bookmarks(of: numbers[0], by: actor())
        #expect(
            marks.filter { if case .record = $0.place { true } else { false } }.map { "\($0.note) \($0.place)" }
                == zip(numbers, [1, 3, 5]).map { "\($0.text) \(ReadingPlace.record($1, page: 1, line: 2))" })
        #expect(marks.count == 4)
        for one in others {
            #expect(try await store.bookmarks(of: one, by: actor()).map(\.place) == [.summary(character: 6)])
        }
        let trail = try await store.auditTrail(numbers[0]).suffix(2)
        #expect(
            trail.map { $0.actor + " " + $0.action + $0.detail } == [
                #"boss case.joined{"items":6,"joined":"NEXT-1","records":4,"revision":2,"state":"received"}"#,
                #"boss case.joined{"items":9,"joined":"NEXT-2","records":6,"revision":3,"state":"received"}"#,
            ])
        #expect(try StoreVerification.run(at: shelf.path).problems == [])
        #expect(try StoreBackup.make(of: shelf.path, to: shelf.folder + "/backup.db").isSound)
    }

    @Test("Whom the notices of the cases taken over name is a party, to attest about and to have a conflict with")
    func joinedParties() async throws {
        let store = try Engine.all[0].open(try Shelf())
        var (leading, other) = (try fullFiling("LEAD-1"), try fullFiling("NEXT-1"))
        (leading.notice, other.notice) = (People.notice, People.notice)
        other.notice?.employer = "Hill Tools"
        other.notice?.claimsExaminer = "Cora Conflict"
        let notices = [leading.notice, other.notice].compactMap(\.self)
        _ = try await store.file([leading, other], replace: false, by: actor())
        _ = try await store.consolidate(
            [other.number], into: leading.number, alike: CourseContract.alike, by: actor())
        #expect(try await store.notices(of: leading.number) == notices)
        #expect(try await store.notices(of: other.number) == [notices[1]])
        #expect(try await store.notice(of: leading.number) == notices[0])
        var friend = try People.reviewer("R-2")
        friend.conflicts = ["Hill Tools"]
        for reviewer in [friend, try People.reviewer()] { _ = try await store.register(reviewer, by: actor()) }
        await #expect(throws: CaseStoreError.self) {
            try await store.assign(
                leading.number, to: friend.id, reasons: [], on: People.today, by: actor())
        }
        _ = try await store.assign(leading.number, to: People.id(), reasons: [], on: People.today, by: actor())
        await #expect(
            throws: CaseStoreError.refused(.partiesMissing(leading.number, kinds: ["employer", "claims-examiner"]))
        ) {
            try await store.attest(People.attestation(), in: leading.number, by: actor())
        }
        let whole = try People.attestation(parties: notices.flatMap(\.parties))
        try await store.attest(whole, in: leading.number, by: actor())
        #expect(try await store.open(leading.number).assignment?.attestation?.parties == whole.parties)
    }
}
