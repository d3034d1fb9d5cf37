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
                    !isThreshold(measured.tokens, item.rationale),
                    !isToldOtherwise(measured, in: letter.summary), seen.insert(measured.kind).inserted
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

    /// Whether a number is a criterion's bound: "a body mass index of 30 or more", "motion below 90 degrees".
    private func isThreshold(_ place: Range<Int>, _ text: SectionText) -> Bool {
        let after = place.upperBound..<min(text.tokens.count, place.upperBound + 3)
        if text.first(of: Unsupported.bounds.map { ["or", $0] } + Unsupported.bounds.map { ["and", $0] }, in: after)
            != nil
        {
            return true
        }
        return text.holds(Unsupported.comparisons, in: max(0, place.lowerBound - 3)..<place.upperBound)
            || text.first(of: [["at", "least"], ["at", "most"], ["up", "to"]], in: place) != nil
    }

    private static let bounds = [
        "more", "greater", "higher", "above", "over", "less", "lower", "below", "under", "better",
    ]
    private static let comparisons: Set<String> = [
        "over", "under", "above", "below", "exceeds", "exceeding", ">", "<", "\u{2265}", "\u{2264}", "than",
    ]

    /// Whether the summary has a motion's degrees in another form: "the range of motion was 5 to 95 degrees".
    private func isToldOtherwise(_ measured: Measurement, in text: SectionText) -> Bool {
        guard measured.kind != "pain", measured.kind != "bmi" else { return false }
        return text.all.contains { at in
            text.tokens[at].isNumber && measured.values.contains(text.tokens[at].value)
                && text.holds(["degrees", "degree", "\u{B0}"], in: at..<min(text.tokens.count, at + 4))
                && text.first(of: [["motion"], ["rom"]], in: text.sentence(at: at)) != nil
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
