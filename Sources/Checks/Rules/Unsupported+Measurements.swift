import CaseModel

extension Unsupported {
    /// A measurement of the rationale that neither the summary nor the records have.
    ///
    /// Where the records are not at hand it is noted: a score changes from visit to visit. A pain score that the summary
    /// says nothing of is left alone.
    func measurements(_ letter: UnderstoodLetter) -> [Observation] {
        let told = Measurement.all(in: letter.summary)
        let records = (letter.input.records ?? []).flatMap(\.pages).flatMap {
            Measurement.all(in: SectionText($0, .summary))
        }
        return letter.items.flatMap { item -> [Observation] in
            var seen: Set<String> = []
            return Measurement.all(in: item.rationale).compactMap { measured in
                let known = (told + records).filter { $0.kind == measured.kind }
                guard !known.contains(where: { agrees($0.values, measured.values) }),
                    seen.insert(measured.kind).inserted
                else { return nil }
                let weight: Observation.Weight = letter.input.records == nil ? .slight : .usual
                let words = item.rationale.words(measured.tokens)
                guard let other = told.first(where: { $0.kind == measured.kind }) else {
                    // A guideline's criterion has numbers too; only one that is the worker's must stand elsewhere.
                    guard measured.kind != "pain", !isGeneral(measured.tokens, item.rationale) else { return nil }
                    return Observation(
                        item: item.number, "The summary has nothing of “\(words)”, on which the rationale relies.",
                        [item.rationale.evidence(measured.tokens)], weight: weight)
                }
                return Observation(
                    item: item.number,
                    "The rationale has “\(words)”, the summary “\(letter.summary.words(other.tokens))”.",
                    [item.rationale.evidence(measured.tokens), letter.summary.evidence(other.tokens)],
                    weight: weight)
            }
        }
    }

    private func isGeneral(_ place: Range<Int>, _ text: SectionText) -> Bool {
        text.holds(
            ["should", "guidelines", "guideline", "criteria", "mtus", "odg", "acoem", "if", "recommended"],
            in: text.sentence(at: place.lowerBound))
    }

    /// Whether two values may be one: equal, or one within the other's range.
    private func agrees(_ a: [Double], _ b: [Double]) -> Bool {
        guard let low = a.min(), let high = a.max(), let least = b.min(), let most = b.max() else { return false }
        return low <= most && least <= high
    }
}
