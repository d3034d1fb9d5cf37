internal import CaseModel
internal import CaseStore
internal import Checks
internal import Programmes

/// Runs the check for the workstation, away from the keys. What surrounds a case is read once an opening.
actor CheckDesk {
    private let store: any CaseStore
    /// The guideline library, for the rules that need one; without it they are silent.
    private let guidelines: (any GuidelineEvidence)?
    private var known: (number: CaseNumber, surroundings: CaseSurroundings)?
    /// How often a case was opened: what was read before an opening is not kept after it.
    private var openings = 0
    private var newest = 0

    init(store: any CaseStore, guidelines: (any GuidelineEvidence)? = nil) {
        self.store = store
        self.guidelines = guidelines
    }

    /// A case is opened: it may be another than the one that was read before.
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
        let input = surroundings.input(determination, reviewed: reviewed, guidelines: guidelines)
        return Check.run(input, profile: try CurrentProgramme.profile()).filter { finding in
            guard let item = finding.item, determination.items.indices.contains(item - 1) else { return true }
            return !determination.items[item - 1].rationale.isEmpty
        }
    }

    private func surroundings(of number: CaseNumber) async throws -> CaseSurroundings {
        if let known, known.number == number { return known.surroundings }
        let opening = openings
        let read = try await CaseSurroundings.read(number, from: store)
        if opening == openings { known = (number, read) }
        return read
    }
}
