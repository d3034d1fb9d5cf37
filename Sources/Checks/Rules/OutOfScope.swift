import CaseModel

/// An opinion on causation, compensability or another legal question.
struct OutOfScope: Rule {
    let id = "scope.not-medical-necessity"
    let usualSeverity = Severity.warning
    let basis = "LC 4610.6(a)"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            guard let place = item.rationale.first(of: OutOfScope.opinions, in: item.rationale.all),
                !item.rationale.isQuoted(place.lowerBound)
            else { return nil }
            return Observation(
                item: item.number,
                "“\(item.rationale.words(place))” is an opinion on a legal question; a review decides on medical necessity.",
                [item.rationale.evidence(place)])
        }
    }

    private static let opinions = [
        ["not", "industrially", "related"], ["non", "-", "industrial"], ["nonindustrial"], ["not", "compensable"],
        ["not", "related", "to", "the", "industrial"], ["not", "related", "to", "the", "work"], ["compensability"],
        ["not", "caused", "by", "the", "industrial"], ["not", "caused", "by", "the", "work"], ["apportionment"],
        ["not", "causally", "related"], ["not", "work", "related"], ["not", "work", "-", "related"],
        ["not", "an", "accepted", "body"], ["not", "related", "to", "the", "injury"],
        ["unrelated", "to", "the", "industrial"], ["unrelated", "to", "the", "work"],
    ]
}
