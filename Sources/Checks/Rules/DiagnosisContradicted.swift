import CaseModel

/// "The diagnosis is not documented" in a letter that describes one.
struct DiagnosisContradicted: Rule {
    let id = "diagnosis.contradicted"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        for text in letter.narratives {
            for sentence in text.sentences {
                if let found = undiagnosed(sentence, text, letter) { return [found] }
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

    /// "No sleep disorder has been diagnosed", while a sentence about diagnoses has one of its words.
    private func undiagnosed(
        _ sentence: Range<Int>, _ text: SectionText, _ letter: UnderstoodLetter
    ) -> Observation? {
        guard let verb = sentence.first(where: { text.tokens[$0].text == "diagnosed" }),
            let no = (max(sentence.lowerBound, verb - 7)..<verb).last(where: { text.tokens[$0].text == "no" }),
            let noun = (no..<verb).first(where: { DiagnosisContradicted.kinds.contains(text.tokens[$0].text) }),
            noun > no + 1
        else { return nil }
        let words = Set(((no + 1)..<noun).map { text.tokens[$0].text }.filter { $0.count > 4 })
        let summary = letter.summary
        for told in summary.sentences
        where told.contains(where: { summary.tokens[$0].text.hasPrefix("diagnos") })
            && !summary.holds(["no", "not"], in: told)
        {
            guard let word = told.first(where: { words.contains(summary.tokens[$0].text) }) else { continue }
            let place = max(told.lowerBound, word - 1)..<min(told.upperBound, word + 2)
            return Observation(
                item: text.item,
                "The letter says that none is diagnosed, and speaks of “\(summary.words(place))”.",
                [text.evidence(no..<(verb + 1)), summary.evidence(place)])
        }
        return nil
    }

    private static let kinds: Set<String> = ["disorder", "condition", "disease", "syndrome", "illness"]

    private func claim(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        guard let word = text.first(of: [["diagnosis"], ["diagnoses"]], in: sentence) else { return nil }
        let end = min(sentence.upperBound, word.upperBound + 5)
        if let verb = text.first(of: DiagnosisContradicted.verbs, in: word.upperBound..<end) {
            // "The diagnosis of tear was not documented" is about one diagnosis.
            guard verb.lowerBound == word.upperBound else { return nil }
            // "That diagnosis has not yet been confirmed" is about one, too.
            let lead = max(sentence.lowerBound, word.lowerBound - 1)..<word.lowerBound
            let rest = verb.upperBound..<min(sentence.upperBound, verb.upperBound + 3)
            if text.holds(["that", "this", "such", "definite", "definitive", "firm"], in: lead)
                || text.holds(["yet", "confirmed"], in: rest)
            {
                return nil
            }
            return word.lowerBound..<min(sentence.upperBound, verb.upperBound + 1)
        }
        let before = max(sentence.lowerBound, word.lowerBound - 2)..<word.lowerBound
        // "The notes fail to put a diagnosis to", "did not state any diagnosis".
        let earlier = max(sentence.lowerBound, word.lowerBound - 6)..<word.lowerBound
        if let not = earlier.last(where: { ["fail", "fails", "failed", "not"].contains(text.tokens[$0].text) }),
            text.holds(DiagnosisContradicted.givings, in: not..<word.lowerBound),
            text.holds(["a", "any", "the"], in: before),
            !text.holds(
                DiagnosisContradicted.limits, in: word.upperBound..<min(sentence.upperBound, word.upperBound + 1))
        {
            return not..<word.upperBound
        }
        guard text.holds(["no"], in: before),
            text.holds(["documented", "provided", "given", "stated"], in: word.upperBound..<end)
        else { return nil }
        return before.lowerBound..<end
    }

    /// What makes of "a diagnosis" one of a kind.
    private static let limits: Set<String> = [
        "of", "for", "that", "which", "consistent", "supporting", "warranting", "requiring", "such", "where",
        "justifying", "with",
    ]
    private static let givings: Set<String> = [
        "put", "give", "state", "provide", "establish", "document", "offer", "make", "include", "contain", "list",
        "name",
    ]
    private static let verbs = [
        ["is", "not"], ["was", "not"], ["are", "not"], ["were", "not"], ["has", "not"], ["have", "not"],
    ]

    /// A disease that a text names without denying it.
    private func diagnosis(_ text: SectionText, besides: Range<Int>?) -> Range<Int>? {
        for at in text.all where besides?.contains(at) != true && !text.isQuoted(at) {
            guard DiagnosisContradicted.diseases.contains(text.tokens[at].text) else { continue }
            // "An apnea-hypopnea index" is a measure.
            if at + 1 < text.tokens.count, text.tokens[at + 1].text == "-" { continue }
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
        "apnea", "dislocation", "epicondylitis", "capsulitis", "hernia", "impingement", "spondylosis", "neuritis",
    ]
}
