import CaseModel

/// A citation without year, chapter or section, one that was cut off, or one with an unbalanced bracket.
struct IncompleteCitation: Rule {
    let id = "citation.incomplete"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.flatMap { item -> [Observation] in
            guard !item.reviewerGuideline.isEmpty, !item.item.citations.isEmpty else { return [] }
            var result = cut(item, letter).map { [$0] } ?? []
            result += unbalanced(item).map { [$0] } ?? []
            if let missing = missing(item) { result.append(missing) }
            return result
        }
    }

    /// A line that ends in mid-word or mid-phrase.
    private func cut(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> Observation? {
        let line = item.reviewerGuideline
        guard let last = line.tokens.lastIndex(where: { $0.text != "." }) else { return nil }
        let token = line.tokens[last]
        let tail = line.evidence(max(0, last - 4)..<line.tokens.count)
        if [",", "&", "-", "(", "/", ":"].contains(token.text)
            || ["and", "of", "the", "for", "or", "with"].contains(token.text)
        {
            return Observation(item: item.number, "The reviewer's citation breaks off at “\(token.text)”.", [tail])
        }
        guard token.isWord, token.length >= 4, let whole = longer(token.text, letter) else { return nil }
        return Observation(
            item: item.number,
            "The reviewer's citation breaks off in mid-word at “\(line.words(last..<(last + 1)))”; “\(whole)” is meant.",
            [tail])
    }

    /// The longer word of the letter that a word is the beginning of, when the word itself stands nowhere else in it.
    private func longer(_ word: String, _ letter: UnderstoodLetter) -> String? {
        var found: String?
        var sightings = 0
        for item in letter.items {
            for text in [item.head, item.reviewerGuideline, item.rationale, item.claimsAdministratorGuideline] {
                for token in text.tokens where token.isWord {
                    if token.text == word { sightings += 1 }
                    if found == nil, token.text.count >= word.count + 3, token.text.hasPrefix(word),
                        !IncompleteCitation.endings.contains(String(token.text.dropFirst(word.count)))
                    {
                        found = token.text
                    }
                }
            }
        }
        let lines = letter.items.count { $0.reviewerGuideline.tokens.last(where: { $0.text != "." })?.text == word }
        return sightings <= lines ? found : nil
    }

    private static let endings: Set<String> = ["ing", "ings", "tion", "tions", "ment", "ments", "able", "ness", "ally"]

    private func unbalanced(_ item: UnderstoodItem) -> Observation? {
        let line = item.reviewerGuideline
        for (open, close, name) in [("(", ")", "bracket"), ("[", "]", "bracket")] {
            let opened = line.tokens.indices.filter { line.tokens[$0].text == open }
            let closed = line.tokens.indices.filter { line.tokens[$0].text == close }
            guard opened.count != closed.count, let at = opened.count > closed.count ? opened.last : closed.last else {
                continue
            }
            return Observation(
                item: item.number, "A \(name) of the reviewer's citation has no partner.",
                [line.evidence(max(0, at - 2)..<min(line.tokens.count, at + 5))], weight: .lesser)
        }
        let marks = line.tokens.indices.filter { line.tokens[$0].text == "\"" }
        guard marks.count % 2 == 1, let at = marks.last else { return nil }
        return Observation(
            item: item.number, "A quotation mark of the reviewer's citation has no partner.",
            [line.evidence(max(0, at - 2)..<min(line.tokens.count, at + 5))], weight: .lesser)
    }

    /// What the citations of a line lack.
    private func missing(_ item: UnderstoodItem) -> Observation? {
        var lacks: [String] = []
        for citation in item.item.citations {
            if citation.isMTUS {
                guard let chapter = citation.chapter else {
                    lacks.append("a chapter")
                    continue
                }
                if citation.year == nil { lacks.append("the year of “\(chapter)”") }
                // The acupuncture chapter has no sections.
                if citation.sections.isEmpty, !chapter.hasPrefix("Acupuncture"), citation.year != nil {
                    lacks.append("a section of “\(chapter)”")
                }
            } else if isAddress(citation.source) {
                lacks.append("the title of what stands at “\(citation.source)”")
            } else if isGuideline(citation.source) {
                if citation.chapter == nil { lacks.append("a chapter of “\(citation.source)”") }
                if citation.year == nil { lacks.append("the year of “\(citation.source)”") }
            }
        }
        guard !lacks.isEmpty else { return nil }
        return Observation(
            item: item.number, "The reviewer's citation lacks \(lacks.joined(separator: " and ")).",
            [item.reviewerGuideline.evidence(item.reviewerGuideline.all)], weight: .lesser)
    }

    /// Whether nothing but an address on the web is given.
    private func isAddress(_ source: String) -> Bool {
        let name = source.lowercased()
        return (name.hasPrefix("www.") || name.hasPrefix("http")) && !name.contains(" ")
    }

    private func isGuideline(_ source: String) -> Bool {
        let name = source.lowercased()
        return name.hasPrefix("odg") || name.hasPrefix("official disability") || name.hasPrefix("acoem")
    }
}
