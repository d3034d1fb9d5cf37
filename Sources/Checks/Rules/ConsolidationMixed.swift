import CaseModel

/// Items of another requesting physician or day of injury in one review.
struct ConsolidationMixed: Rule {
    let id = "consolidation.mixed"
    let usualSeverity = Severity.error
    let basis = "8 CCR 9792.10.4"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let origins = letter.input.origins, let first = origins.first else { return [] }
        return zip(letter.items, origins).dropFirst().compactMap { item, origin in
            guard origin != first else { return nil }
            let what = origin.physician == first.physician ? "day of injury" : "requesting physician"
            return Observation(
                item: item.number, "The item has another \(what) than the first one and cannot be reviewed with it.",
                [item.head.evidence(item.head.all)])
        }
    }
}
