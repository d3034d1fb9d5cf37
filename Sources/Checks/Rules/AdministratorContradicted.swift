import CaseModel

/// The guideline line says that the claims administrator cited nothing, while the summary tells what it cited.
struct AdministratorContradicted: Rule {
    let id = "citation.claims-administrator-contradicted"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let silent = letter.items.filter { citesNothing($0) }
        let told = letter.reviewSentences.flatMap { [$0] + after($0, letter.summary) }
        // With several items the summary must say for which of them something was cited.
        if letter.items.count > 1 {
            let named = oneOf(silent, told, letter)
            guard named.isEmpty, silent.count == letter.items.count else { return named }
        }
        for sentence in told {
            if let place = citing(sentence, letter.summary), !silent.isEmpty {
                return silent.map { uncited($0, letter.summary, place) }
            }
            guard silent.isEmpty, letter.items.count == 1, let item = letter.items.first,
                !item.claimsAdministratorGuideline.isEmpty, let place = denying(sentence, letter.summary)
            else { continue }
            return [
                Observation(
                    item: item.number,
                    "By the summary the claims administrator cited no evidence; by the guideline line it did.",
                    [
                        letter.summary.evidence(place),
                        item.claimsAdministratorGuideline.evidence(item.claimsAdministratorGuideline.all),
                    ])
            ]
        }
        return []
    }

    /// Of several items the one that a source is told of: the item named nearest to it.
    private func oneOf(
        _ silent: [UnderstoodItem], _ told: [Range<Int>], _ letter: UnderstoodLetter
    ) -> [Observation] {
        let text = letter.summary
        let words = letter.items.map { ($0.number, RequestTold.word(of: $0, among: letter)) }
        for sentence in told {
            guard let place = citing(sentence, text),
                let source = text.first(of: AdministratorContradicted.guidelines, in: place)
            else { continue }
            // "Citing the MTUS it denied both requests."
            if isOfAll(sentence, text, letter.items.count) {
                return silent.map { uncited($0, text, place) }
            }
            let named = words.compactMap { number, word -> (Int, Int)? in
                let places = sentence.filter { text.tokens[$0].text == word }
                return places.map { abs($0 - source.lowerBound) }.min().map { (number, $0) }
            }
            guard let nearest = named.min(by: { $0.1 < $1.1 }),
                let item = silent.first(where: { $0.number == nearest.0 })
            else { continue }
            return [uncited(item, text, place)]
        }
        return []
    }

    private func uncited(_ item: UnderstoodItem, _ summary: SectionText, _ place: Range<Int>) -> Observation {
        let line = item.claimsAdministratorGuideline
        return Observation(
            item: item.number,
            "The claims administrator cited no evidence by the guideline line; by the summary it did.",
            [summary.evidence(place), line.evidence(line.all)])
    }

    /// Whether a sentence is about every item: "both requests", "all of the items"; not "both the MTUS and the ODG".
    private func isOfAll(_ sentence: Range<Int>, _ text: SectionText, _ count: Int) -> Bool {
        sentence.contains { at in
            let word = text.tokens[at].text
            guard word == "all" || word == "both" && count == 2 else { return false }
            let next = (at + 1)..<min(sentence.upperBound, at + 5)
            let isOfItems =
                word == "both" || text.holds(["requests", "items", "services", "treatments", "requested"], in: next)
            return isOfItems
                && text.holds(["the", "of", "requests", "items", "services", "treatments"], in: next.prefix(1))
                && text.first(of: AdministratorContradicted.guidelines, in: next) == nil
        }
    }

    private func citesNothing(_ item: UnderstoodItem) -> Bool {
        let line = item.claimsAdministratorGuideline
        return line.first(of: [["did", "not", "cite"]], in: line.all) != nil
    }

    /// The sentence after one, when it goes on about what was decided.
    private func after(_ sentence: Range<Int>, _ text: SectionText) -> [Range<Int>] {
        guard let index = text.sentences.firstIndex(of: sentence), index + 1 < text.sentences.count else { return [] }
        let next = text.sentences[index + 1]
        // What the requesting physician cites is not the claims administrator's.
        return text.holds(["provider", "physician", "treating", "requested", "requesting"], in: next) ? [] : [next]
    }

    private func citing(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        guard let source = text.first(of: AdministratorContradicted.guidelines, in: sentence) else { return nil }
        let near = max(sentence.lowerBound, source.lowerBound - 9)..<min(sentence.upperBound, source.upperBound + 9)
        guard let verb = near.first(where: { AdministratorContradicted.citing.contains(text.tokens[$0].text) }),
            !text.holds(["not", "no", "without"], in: max(sentence.lowerBound, verb - 4)..<(verb + 1)),
            !text.holds(
                ["not", "no", "without", "nor"], in: max(sentence.lowerBound, source.lowerBound - 4)..<source.lowerBound
            )
        else { return nil }
        return max(
            sentence.lowerBound, min(verb, source.lowerBound) - 4)..<min(
                sentence.upperBound, max(verb + 1, source.upperBound) + 4)
    }

    private func denying(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        text.first(
            of: [
                ["did", "not", "cite"], ["no", "guidelines", "were", "cited"], ["no", "guideline", "was", "cited"],
                ["without", "citing"], ["no", "evidence", "was", "cited"],
                ["no", "medical", "evidence", "was", "cited"],
            ], in: sentence)
    }

    /// Words of one who rests a decision on a source.
    private static let citing: Set<String> = [
        "cited", "citing", "cites", "quoting", "quoted", "quotes", "referencing", "referenced", "referring", "referred",
        "relying", "relied", "based", "basing", "leaning", "leaned", "pointing", "pointed", "invoking", "invoked",
        "according", "pursuant", "per", "applying", "applied", "noting", "reference",
    ]
    private static let guidelines = [
        ["guidelines"], ["guideline"], ["mtus"], ["odg"], ["acoem"], ["official", "disability"],
    ]
}
