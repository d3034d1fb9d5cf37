import CaseModel

/// An item decided here whose letter would not tell by what the claims administrator decided.
struct AdministratorMissing: Rule {
    let id = "citation.administrator-missing"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard letter.input.kind == .madeHere else { return [] }
        return letter.determination.items.enumerated().compactMap { index, item in
            guard item.decision != nil, item.claimsAdministratorGuideline.allSatisfy(\.isWhitespace) else { return nil }
            return Observation(item: index + 1, "The line of the claims administrator's guideline is empty.", [])
        }
    }
}
