import CaseModel

/// A determination made here without a list of the documents reviewed.
struct DocumentsMissing: Rule {
    let id = "documents.missing"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard letter.input.kind == .madeHere,
            let listed = letter.input.documents ?? letter.input.records.map({ $0.map(\.title) }), listed.isEmpty,
            letter.determination.items.contains(where: { $0.decision != nil })
        else { return [] }
        let hasRecords = letter.input.records?.isEmpty == false
        return [
            Observation(
                hasRecords
                    ? "No sentence is linked to a record, so the list of the documents reviewed is empty."
                    : "There is no list of the documents that were reviewed.", [])
        ]
    }
}
