import CaseModel
import Programmes

/// A rationale that relies on a source which the guideline line does not name, or calls silent the schedule that the
/// line cites all the same.
struct RationaleDiffers: Rule {
    let id = "citation.rationale-differs"
    let usualSeverity = Severity.warning

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
            if citesSchedule, item.reliance.relied[.schedule] == nil, let sentence = item.reliance.silent[.schedule],
                isWhollySilent(sentence, item.rationale)
            {
                result.append(
                    Observation(
                        item: item.number,
                        "The rationale calls the MTUS silent, and the guideline line cites it all the same.",
                        [
                            item.rationale.evidence(sentence),
                            item.reviewerGuideline.evidence(item.reviewerGuideline.all),
                        ]))
            }
            return result + chapter(item, letter)
        }
    }

    /// A chapter of the schedule that the rationale names with its title and the guideline line does not.
    private func chapter(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        let (text, line) = (item.rationale, item.reviewerGuideline)
        guard item.item.citations.contains(where: { $0.chapter != nil }) else { return [] }
        for title in Set(letter.profile.editions.map(\.chapter)).sorted() {
            let words = SectionText(title, .reviewerGuideline).tokens.filter { $0.kind != .mark }.map(\.text)
            // A title of fewer words is also a usual phrase.
            guard words.count >= 3, words.last == "complaints",
                let place = text.first(of: [words], in: text.all), !text.isQuoted(place.lowerBound),
                words.first.map({ line.holds([$0], in: line.all) }) == false
            else { continue }
            return [
                Observation(
                    item: item.number,
                    "The rationale relies on “\(text.words(place))”, which the reviewer's guideline line does not name.",
                    [text.evidence(text.sentence(at: place.lowerBound)), line.evidence(line.all)])
            ]
        }
        return []
    }

    private func citesACOEM(_ item: UnderstoodItem) -> Bool {
        item.item.citations.contains { $0.source.uppercased().contains("ACOEM") }
    }

    private func isWhollySilent(_ sentence: Range<Int>, _ text: SectionText) -> Bool {
        text.first(of: [["silent"], ["not", "address"], ["not", "addressed"]], in: sentence) != nil
    }
}
