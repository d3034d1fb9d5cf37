import CaseModel

/// A rationale that relies on a source which the guideline line does not name, or calls silent the schedule that the
/// line cites all the same.
struct RationaleDiffers: Rule {
    let id = "citation.rationale-differs"
    let usualSeverity = Severity.warning
    let basis = "8 CCR 9792.21.1"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.flatMap { item -> [Observation] in
            let cited = Set(EvidenceSource.named(in: item.reviewerGuideline, item.reviewerGuideline.all).map(\.0))
            guard !item.reviewerGuideline.isEmpty else { return [] }
            let citesSchedule = item.item.citations.contains(where: \.isMTUS)
            var result: [Observation] = []
            for source in [EvidenceSource.schedule, .odg] {
                let isCited = source == .schedule ? citesSchedule || citesACOEM(item) : cited.contains(source)
                guard let sentence = item.reliance.relied[source], !isCited else { continue }
                // A line of others with the word that the schedule is silent names the schedule as its reason.
                if source == .schedule, item.reliance.silent[source] != nil { continue }
                result.append(
                    Observation(
                        item: item.number,
                        "The rationale relies on the \(source.rawValue), which the reviewer's guideline line does not name.",
                        [
                            item.rationale.evidence(sentence),
                            item.reviewerGuideline.evidence(item.reviewerGuideline.all),
                        ]))
            }
            let isOnly = citesSchedule && item.item.citations.allSatisfy(\.isMTUS)
            if isOnly, item.reliance.relied[.schedule] == nil, let sentence = item.reliance.silent[.schedule],
                item.reliance.relied[.odg] == nil, isWhollySilent(sentence, item.rationale)
            {
                result.append(
                    Observation(
                        item: item.number,
                        "The rationale calls the MTUS silent, and the guideline line cites nothing but the MTUS.",
                        [
                            item.rationale.evidence(sentence),
                            item.reviewerGuideline.evidence(item.reviewerGuideline.all),
                        ]))
            }
            return result
        }
    }

    private func citesACOEM(_ item: UnderstoodItem) -> Bool {
        item.item.citations.contains { $0.source.uppercased().contains("ACOEM") }
    }

    private func isWhollySilent(_ sentence: Range<Int>, _ text: SectionText) -> Bool {
        text.first(of: [["silent"], ["not", "address"], ["not", "addressed"]], in: sentence) != nil
    }
}
