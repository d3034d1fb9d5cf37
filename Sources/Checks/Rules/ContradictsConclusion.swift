import CaseModel

/// "Upheld" over a conclusion of necessity, or "Overturned" over its denial.
struct ContradictsConclusion: Rule {
    let id = "decision.contradicts-conclusion"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            guard let decision = item.item.decision, let conclusion = item.conclusion,
                conclusion.isNecessary != (decision == .overturned)
            else { return nil }
            let said = conclusion.isNecessary ? "medically necessary" : "not medically necessary"
            return Observation(
                item: item.number,
                "The decision is “\(decision.word)”, but the rationale concludes that the item is \(said).",
                [item.rationale.evidence(conclusion.words), item.head.evidence(item.head.all)],
                weight: conclusion.isWeak ? .lesser : .usual)
        }
    }
}
