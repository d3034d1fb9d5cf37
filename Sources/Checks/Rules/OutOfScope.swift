import CaseModel

/// An opinion on causation, compensability or another legal question.
struct OutOfScope: Rule {
    let id = "scope.not-medical-necessity"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            let text = item.rationale
            let found = text.first(of: OutOfScope.opinions, in: text.all) ?? causation(text) ?? liability(text)
            guard let place = found, !text.isQuoted(place.lowerBound) else { return nil }
            return Observation(
                item: item.number,
                "“\(item.rationale.words(place))” is an opinion on a legal question; a review decides on medical necessity.",
                [item.rationale.evidence(place)])
        }
    }

    /// "Was not caused by her employment", "did not arise out of the job".
    private func causation(_ text: SectionText) -> Range<Int>? {
        text.all.first { at in
            ["not", "never", "nor"].contains(text.tokens[at].text) && end(ofCause: at, text) != nil
        }.flatMap { at in end(ofCause: at, text).map { at..<$0 } }
    }

    private func end(ofCause not: Int, _ text: SectionText) -> Int? {
        let sentence = text.sentence(at: not)
        guard
            let cause = ((not + 1)..<min(sentence.upperBound, not + 5)).first(where: {
                !OutOfScope.fillers.contains(text.tokens[$0].text)
            }), OutOfScope.causes.contains(text.tokens[cause].text), cause + 1 < sentence.upperBound,
            ["of", "by", "to", "from", "out"].contains(text.tokens[cause + 1].text),
            let work = ((cause + 1)..<min(sentence.upperBound, cause + 6)).first(where: {
                OutOfScope.works.contains(text.tokens[$0].text)
            })
        else { return nil }
        return work + 1
    }

    /// "The carrier should not be held liable."
    private func liability(_ text: SectionText) -> Range<Int>? {
        text.all.first { ["liable", "liability", "answerable"].contains(text.tokens[$0].text) }.flatMap { at in
            let sentence = text.sentence(at: at)
            let party = (max(sentence.lowerBound, at - 8)..<at).first {
                OutOfScope.parties.contains(text.tokens[$0].text)
            }
            return party.map { $0..<(at + 1) }
        }
    }

    private static let causes: Set<String> = [
        "caused", "cause", "arise", "arisen", "arose", "due", "attributable", "result", "stem", "originate",
    ]
    /// What may stand between the denial and the cause; not a verb: "is not working due to the injury" denies none.
    private static let fillers: Set<String> = [
        "be", "been", "being", "directly", "solely", "likely", "a", "the", "in", "any", "way", "medically", "causally",
        "primarily", "clearly",
    ]
    private static let works: Set<String> = [
        "employment", "work", "job", "occupation", "workplace", "industrial",
    ]
    private static let parties: Set<String> = ["carrier", "employer", "insurer", "administrator"]

    private static let opinions = [
        ["not", "industrially", "related"], ["non", "-", "industrial"], ["nonindustrial"], ["not", "compensable"],
        ["is", "compensable"], ["are", "compensable"], ["was", "compensable"], ["is", "industrially", "related"],
        ["are", "industrially", "related"], ["was", "industrially", "related"], ["arose", "out", "of", "employment"],
        ["arose", "out", "of", "the", "employment"], ["arose", "out", "of", "her", "employment"],
        ["arose", "out", "of", "his", "employment"], ["arose", "out", "of", "and"],
        ["not", "related", "to", "the", "industrial"], ["not", "related", "to", "the", "work"], ["compensability"],
        ["not", "caused", "by", "the", "industrial"], ["not", "caused", "by", "the", "work"], ["apportionment"],
        ["not", "causally", "related"], ["not", "work", "related"], ["not", "work", "-", "related"],
        ["not", "an", "accepted", "body"], ["not", "related", "to", "the", "injury"],
        ["unrelated", "to", "the", "industrial"], ["unrelated", "to", "the", "work"],
    ]
}
