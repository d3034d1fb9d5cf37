import CaseModel

/// "The diagnosis is not documented" in a letter that describes one.
struct DiagnosisContradicted: Rule {
    let id = "diagnosis.contradicted"
    let usualSeverity = Severity.warning
    let basis = "8 CCR 9792.10.6(d)"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        for text in letter.narratives {
            for sentence in text.sentences {
                guard let claim = claim(sentence, text) else { continue }
                for source in letter.narratives {
                    guard let place = diagnosis(source, besides: source.section == text.section ? sentence : nil) else {
                        continue
                    }
                    return [
                        Observation(
                            item: text.item,
                            "The letter says that no diagnosis is documented, and speaks of “\(source.words(place))”.",
                            [text.evidence(claim), source.evidence(place)])
                    ]
                }
            }
        }
        return []
    }

    private func claim(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        guard let word = text.first(of: [["diagnosis"], ["diagnoses"]], in: sentence) else { return nil }
        let end = min(sentence.upperBound, word.upperBound + 5)
        if let verb = text.first(of: DiagnosisContradicted.verbs, in: word.upperBound..<end) {
            // "The diagnosis of tear was not documented" is about one diagnosis.
            guard verb.lowerBound == word.upperBound else { return nil }
            return word.lowerBound..<min(sentence.upperBound, verb.upperBound + 1)
        }
        let before = max(sentence.lowerBound, word.lowerBound - 2)..<word.lowerBound
        guard text.holds(["no"], in: before),
            text.holds(["documented", "provided", "given", "stated"], in: word.upperBound..<end)
        else { return nil }
        return before.lowerBound..<end
    }

    private static let verbs = [
        ["is", "not"], ["was", "not"], ["are", "not"], ["were", "not"], ["has", "not"], ["have", "not"],
    ]

    /// A disease that a text names without denying it.
    private func diagnosis(_ text: SectionText, besides: Range<Int>?) -> Range<Int>? {
        for at in text.all where besides?.contains(at) != true && !text.isQuoted(at) {
            guard DiagnosisContradicted.diseases.contains(text.tokens[at].text) else { continue }
            let sentence = text.sentence(at: at)
            let before = max(sentence.lowerBound, at - 6)..<at
            if text.holds(["no", "not", "without", "suspected", "possible", "rule", "denied", "if", "for"], in: before)
            {
                continue
            }
            var start = at
            while start > sentence.lowerBound, at - start < 3, text.tokens[start - 1].isWord,
                !["of", "and", "the", "with", "a", "left", "right"].contains(text.tokens[start - 1].text)
            {
                start -= 1
            }
            return start..<(at + 1)
        }
        return nil
    }

    private static let diseases: Set<String> = [
        "syndrome", "radiculopathy", "sprain", "strain", "fracture", "tear", "tendinitis", "tendinosis", "arthritis",
        "osteoarthritis", "stenosis", "contusion", "disorder", "neuropathy", "bursitis", "herniation", "concussion",
        "dislocation", "epicondylitis", "capsulitis", "hernia", "impingement", "spondylosis", "neuritis",
    ]
}
