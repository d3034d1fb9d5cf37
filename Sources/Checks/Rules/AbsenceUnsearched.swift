import CaseModel

/// An absence claim in a determination made here, when no record could have been searched.
struct AbsenceUnsearched: Rule {
    let id = "evidence.absence-unsearched"
    let usualSeverity = Severity.note

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard letter.input.kind == .madeHere, let records = letter.input.records else { return [] }
        let words = records.reduce(0) { $0 + $1.pages.reduce(0) { $0 + $1.utf8.count } }
        guard words == 0 else { return [] }
        return letter.items.flatMap { item in
            AbsenceScanner.claims(in: item.rationale).prefix(1).map { claim in
                Observation(
                    item: item.number, "The claim that something is absent rests on no search of the records.",
                    [item.rationale.evidence(claim.claim.lowerBound..<claim.object.upperBound)])
            }
        }
    }
}
