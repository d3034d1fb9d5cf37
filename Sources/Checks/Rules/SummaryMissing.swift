import CaseModel

/// A determination made here that does not tell the employee's condition.
struct SummaryMissing: Rule {
    let id = "summary.missing"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard letter.input.kind == .madeHere, letter.determination.summary.allSatisfy(\.isWhitespace),
            letter.determination.items.contains(where: { $0.decision != nil })
        else { return [] }
        return [Observation("The clinical summary is not written, so nothing tells the employee's condition.", [])]
    }
}
