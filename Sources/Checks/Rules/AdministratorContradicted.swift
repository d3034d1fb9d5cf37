import CaseModel

/// The guideline line says that the claims administrator cited nothing, while the summary tells what it cited.
struct AdministratorContradicted: Rule {
    let id = "citation.claims-administrator-contradicted"
    let usualSeverity = Severity.error
    let basis = "LC 4610.6(h)(5)"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let silent = letter.items.filter { citesNothing($0) }
        let told = letter.reviewSentences.flatMap { [$0] + after($0, letter.summary) }
        // With several items the summary seldom says for which of them something was cited.
        guard silent.count == letter.items.count || letter.items.count == 1 else { return [] }
        for sentence in told {
            if let place = citing(sentence, letter.summary), !silent.isEmpty {
                return silent.map { item in
                    Observation(
                        item: item.number,
                        "The claims administrator cited no evidence by the guideline line; by the summary it did.",
                        [
                            letter.summary.evidence(place),
                            item.claimsAdministratorGuideline.evidence(item.claimsAdministratorGuideline.all),
                        ])
                }
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

    private func citesNothing(_ item: UnderstoodItem) -> Bool {
        let line = item.claimsAdministratorGuideline
        return line.first(of: [["did", "not", "cite"]], in: line.all) != nil
    }

    /// The sentence after one, when it goes on about what was decided.
    private func after(_ sentence: Range<Int>, _ text: SectionText) -> [Range<Int>] {
        guard let index = text.sentences.firstIndex(of: sentence), index + 1 < text.sentences.count else { return [] }
        return [text.sentences[index + 1]]
    }

    private func citing(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        guard let verb = text.first(of: [["cited"], ["citing"], ["cites"]], in: sentence),
            text.first(of: AdministratorContradicted.guidelines, in: sentence) != nil,
            !text.holds(["not", "no", "without"], in: max(sentence.lowerBound, verb.lowerBound - 4)..<verb.upperBound)
        else { return nil }
        return max(sentence.lowerBound, verb.lowerBound - 8)..<min(sentence.upperBound, verb.upperBound + 8)
    }

    private func denying(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        text.first(
            of: [
                ["did", "not", "cite"], ["no", "guidelines", "were", "cited"], ["no", "guideline", "was", "cited"],
                ["without", "citing"], ["no", "evidence", "was", "cited"],
                ["no", "medical", "evidence", "was", "cited"],
            ], in: sentence)
    }

    private static let guidelines = [
        ["guidelines"], ["guideline"], ["mtus"], ["odg"], ["acoem"], ["official", "disability"],
    ]
}
