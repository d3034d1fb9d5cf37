import CaseModel

/// A guarded name, or what identifies a party, in the letter.
struct PrivacyName: Rule {
    let id = "privacy.name"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let names = letter.input.guardedNames.map { name in
            Tokenizer.tokens(of: Array(name.unicodeScalars)).filter { $0.kind == .word }.map(\.text)
        }.filter { !$0.isEmpty }
        let texts = [letter.summary] + letter.items.flatMap { [$0.head, $0.reviewerGuideline, $0.rationale] }
        return texts.flatMap { text -> [Observation] in
            var result: [Observation] = []
            for at in text.all {
                // A surname alone counts when it is written as a name.
                for name in names
                where text.reads(name, at: at) || name.count > 1 && isSurname(name[name.count - 1], at, text) {
                    let end = text.reads(name, at: at) ? at + name.count : at + 1
                    result.append(
                        Observation(
                            item: text.item, "The name of a person whom the letter must not name.",
                            [text.evidence(at..<end)]))
                }
                if letter.input.kind == .publishedCopy, let range = identifier(at, text) {
                    result.append(
                        Observation(
                            item: text.item, "What identifies a party stands in a published copy.",
                            [text.evidence(range)]))
                }
            }
            return result
        }
    }

    private func isSurname(_ name: String, _ at: Int, _ text: SectionText) -> Bool {
        guard name.count > 3, text.tokens[at].text == name, text.tokens[at].isCapital, at > 0 else { return false }
        return ["dr", "mr", "mrs", "ms", "."].contains(text.tokens[at - 1].text)
    }

    /// A social security number, a mail address, or "Mr." with a name.
    private func identifier(_ at: Int, _ text: SectionText) -> Range<Int>? {
        let tokens = text.tokens
        func lengths(_ wanted: [Int]) -> Bool {
            guard at + wanted.count * 2 - 1 <= tokens.count else { return false }
            return wanted.enumerated().allSatisfy { offset, length in
                let index = at + offset * 2
                return tokens[index].isNumber && tokens[index].length == length
                    && (offset == 0 || tokens[index - 1].text == "-" && !tokens[index].isSpaced)
            }
        }
        if lengths([3, 2, 4]) { return at..<(at + 5) }
        if tokens[at].text == "@", at > 0, at + 1 < tokens.count, !tokens[at].isSpaced, !tokens[at + 1].isSpaced,
            tokens[at - 1].isWord, tokens[at + 1].isWord
        {
            return (at - 1)..<(at + 2)
        }
        guard ["mr", "mrs", "ms"].contains(tokens[at].text), tokens[at].isCapital, at + 2 < tokens.count,
            tokens[at].length <= 3
        else { return nil }
        let name = tokens[at + 1].text == "." ? at + 2 : at + 1
        guard tokens[name].isWord, tokens[name].isCapital, tokens[name].length > 2,
            tokens[at].text != "ms" || name == at + 2,
            tokens[name].text != "contin"
        else { return nil }
        return at..<(name + 1)
    }
}
