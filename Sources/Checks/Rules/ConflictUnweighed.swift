import CaseModel

/// Recommendations that conflict, with no word on the strength of the evidence behind them.
///
/// Only what the rationale itself calls a conflict, or sets against one another by "however" and the like, counts.
struct ConflictUnweighed: Rule {
    let id = "citation.conflict-unweighed"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            let text = item.rationale
            if text.first(of: ConflictUnweighed.weighing, in: text.all) != nil { return nil }
            var stances: [EvidenceSource: (Bool, Range<Int>)] = [:]
            for sentence in text.sentences {
                let named = EvidenceSource.named(in: text, sentence)
                guard named.count == 1, let (source, place) = named.first, stances[source] == nil,
                    let verb = text.first(
                        of: [["recommend"], ["recommends"]],
                        in: place.upperBound..<min(sentence.upperBound, place.upperBound + 8))
                else { continue }
                let isAgainst = text.holds(["not", "against"], in: place.upperBound..<verb.lowerBound)
                stances[source] = (!isAgainst, sentence)
            }
            guard let schedule = stances[.schedule], let other = stances[.odg], schedule.0 != other.0,
                text.holds(
                    ["however", "but", "contrary", "although", "while", "whereas", "conversely"], in: schedule.1)
                    || text.holds(
                        ["however", "but", "contrary", "although", "while", "whereas", "conversely"], in: other.1)
            else { return nil }
            return Observation(
                item: item.number,
                "One source recommends and another does not, and the strength of their evidence is not weighed.",
                [text.evidence(schedule.1), text.evidence(other.1)])
        }
    }

    private static let weighing = [
        ["strength", "of", "evidence"], ["strength", "of", "the", "evidence"], ["level", "of", "evidence"],
        ["levels", "of", "evidence"], ["randomized"], ["stronger"], ["higher", "quality"], ["systematic", "review"],
    ]
}
