internal import CaseModel
internal import CaseStore
internal import Checks
internal import Programmes

/// Runs the check for the workstation, away from the keys. What surrounds a case is read once an opening.
actor CheckDesk {
    private let store: any CaseStore
    private let readAids: @Sendable () -> CheckAids
    private let today: @Sendable () -> Day
    /// What is asked besides the store, once the first question came.
    private lazy var aids = readAids()
    private var known: (number: CaseNumber, surroundings: CaseSurroundings)?
    /// How often a case was opened: what was read before an opening is not kept after it.
    private var openings = 0
    private var newest = 0

    /// - Parameters:
    ///   - aids: reads what is asked besides the store; called once, at the first question.
    ///   - today: the day on which what is written would be decided.
    init(
        store: any CaseStore, aids: @escaping @Sendable () -> CheckAids = { CheckAids() },
        today: @escaping @Sendable () -> Day = { SessionClock().today() }
    ) {
        self.store = store
        readAids = aids
        self.today = today
    }

    /// A case is opened, or what surrounds it changed: it is read anew.
    func opened() {
        openings += 1
        known = nil
    }

    /// What the check finds in a determination as it stands; nothing about an item that has no rationale yet.
    ///
    /// Nil when a later question came meanwhile, whose answer is the one that is wanted.
    func findings(_ determination: Determination, of number: CaseNumber, generation: Int) async throws -> [Finding]? {
        newest = generation
        let surroundings = try await surroundings(of: number)
        let reviewed = try await store.documentsReviewed(of: number)
        guard generation == newest else { return nil }
        return surroundings.findings(
            in: determination, reviewed: reviewed, on: today(), with: aids, profile: try CurrentProgramme.profile())
    }

    private func surroundings(of number: CaseNumber) async throws -> CaseSurroundings {
        if let known, known.number == number { return known.surroundings }
        let opening = openings
        let read = try await CaseSurroundings.read(number, from: store)
        if opening == openings { known = (number, read) }
        return read
    }
}
