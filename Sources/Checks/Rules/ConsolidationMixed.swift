import CaseModel
import Programmes

/// Items of another requesting physician or day of injury in one review.
struct ConsolidationMixed: Rule {
    let id = "consolidation.mixed"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let origins = letter.input.origins, let first = origins.first else { return [] }
        return zip(letter.items, origins).dropFirst().compactMap { item, origin in
            let failed = letter.profile.consolidation.first { condition in
                switch condition {
                // A determination has one employee.
                case .employee: false
                case .requestingPhysician: !PartyName(origin.physician).isSame(as: PartyName(first.physician))
                case .injury: origin.injury != first.injury
                }
            }
            guard let failed else { return nil }
            return Observation(
                item: item.number,
                "The item has another \(failed.words) than the first one and cannot be reviewed with it.",
                [item.head.evidence(item.head.all)])
        }
    }
}
