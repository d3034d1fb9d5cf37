import CaseModel
import Programmes

/// A decision by evidence of a lower rank with no word on why the schedule does not apply.
struct RankSkipped: Rule {
    let id = "citation.rank-skipped"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard letter.profile.standardsAreStrict else { return [] }
        return letter.items.compactMap { item in
            let citations = item.item.citations
            guard item.item.decision != nil, !citations.isEmpty, !citations.contains(where: \.isMTUS),
                item.reliance.silent.isEmpty,
                // ACOEM by itself is no word on the schedule: its later editions stand outside of it.
                item.rationale.first(of: [["mtus"], ["utilization", "schedule"]], in: item.rationale.all) == nil,
                item.rationale.first(
                    of: [["silent"], ["not", "address"], ["not", "addressed"]], in: item.rationale.all)
                    == nil
            else { return nil }
            let line = item.reviewerGuideline
            return Observation(
                item: item.number,
                "The decision rests on evidence outside of the schedule, and the rationale does not say why the "
                    + "schedule does not apply.",
                [line.evidence(line.all)])
        }
    }
}
