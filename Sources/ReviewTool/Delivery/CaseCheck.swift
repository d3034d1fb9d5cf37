internal import CaseModel
internal import CaseStore
internal import Checks
internal import Programmes
internal import RationaleTemplates

/// Runs the check over a case before it is signed, with everything that `imr check` knows.
struct CaseCheck {
    let profile: ProgrammeProfile
    /// The guideline library's file; the rules that need one are silent where it is missing.
    var library = Place.guidelines
    /// The day on which what is open would be decided.
    var today = SessionClock().today()

    /// What the check finds, and under which override it may stand; nothing about an item that has no rationale yet.
    func findings(in source: LetterAssembly.Source, store: any CaseStore) async throws -> [JudgedError] {
        let number = source.reviewCase.number
        let determination = source.reviewCase.determination
        let surroundings = try await CaseSurroundings.read(number, from: store)
        let aids = CheckAids.ofThisMachine(library: try LibraryEvidence.open(at: library))
        let overrides = try await store.overrides(of: number)
        return surroundings.findings(
            in: determination, reviewed: source.documents, on: today, with: aids, profile: profile
        )
        .filter { $0.severity == .error }
        .map { finding in
            let fingerprint = finding.fingerprint
            return JudgedError(
                finding: finding,
                override: overrides.first {
                    $0.rule == finding.rule && $0.item == finding.item && $0.fingerprint == fingerprint
                })
        }
    }
}

/// An error that the check found, and who lets it stand.
struct JudgedError {
    var finding: Finding
    /// Why it may stand; nil while it blocks the signing.
    var override: FindingOverride?

    /// What is to be done about it, for a person.
    var sentence: String {
        let place = finding.item.map { "Item \($0): " } ?? ""
        return "\(place)\(finding.message) Mend it, or override \(finding.rule) with a reason."
    }
}
