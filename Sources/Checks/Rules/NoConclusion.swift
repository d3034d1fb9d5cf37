import CaseModel

/// A rationale that never concludes on medical necessity.
struct NoConclusion: Rule {
    let id = "decision.no-conclusion"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            guard item.item.decision != nil else { return nil }
            guard !item.rationale.isEmpty else {
                return Observation(
                    item: item.number, "The item is decided without a rationale.",
                    [item.head.evidence(item.head.all)])
            }
            guard let conclusion = item.conclusion else {
                let last = item.rationale.sentences.last ?? item.rationale.all
                return Observation(
                    item: item.number, "The rationale does not say whether the item is medically necessary.",
                    [item.rationale.evidence(last)])
            }
            guard conclusion.isWeak else { return nil }
            return Observation(
                item: item.number,
                "The rationale ends without saying in so many words whether the item is medically necessary.",
                [item.rationale.evidence(conclusion.sentence)], weight: .slight)
        }
    }
}
