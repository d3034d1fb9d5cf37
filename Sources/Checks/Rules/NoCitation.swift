import CaseModel

/// A reviewer who cites no evidence.
struct NoCitation: Rule {
    let id = "citation.none"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            guard item.item.decision != nil, item.item.citations.isEmpty else { return nil }
            let line = item.reviewerGuideline
            let isOutside = line.first(of: [["outside", "of", "the", "mtus"]], in: line.all) != nil
            return Observation(
                item: item.number,
                isOutside
                    ? "The reviewer decides by evidence outside of the schedule and names none."
                    : "The reviewer cites no evidence for the decision.",
                [line.isEmpty ? item.head.evidence(item.head.all) : line.evidence(line.all)])
        }
    }
}
