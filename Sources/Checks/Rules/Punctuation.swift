import CaseModel

/// Doubled words, a missing space after a full stop, unbalanced brackets.
struct Punctuation: Rule {
    let id = "language.punctuation"
    let usualSeverity = Severity.note

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.narratives.flatMap { text -> [Observation] in
            let doubled = text.all.filter { isDoubled($0, text) }.map { text.evidence($0..<($0 + 2)) }
            let glued = text.all.filter { isGlued($0, text) }.map {
                text.evidence(max(0, $0 - 1)..<min(text.tokens.count, $0 + 2))
            }
            let faults = [
                (doubled, "A word stands twice: “\(doubled.first?.text ?? "")”."),
                (glued, "A space is missing: “\(glued.first?.text ?? "")”."), unbalanced(text),
            ]
            // One finding for a text and a kind of fault; the evidence has every place.
            return faults.filter { !$0.0.isEmpty }.map { Observation(item: text.item, $0.1, $0.0) }
        }
    }

    private func isDoubled(_ at: Int, _ text: SectionText) -> Bool {
        // "There are there are", "failure of failure of".
        if at + 3 < text.tokens.count, text.reads([text.tokens[at].text, text.tokens[at + 1].text], at: at + 2),
            text.tokens[at..<(at + 4)].allSatisfy(\.isWord), text.tokens[at].text != text.tokens[at + 1].text
        {
            return true
        }
        guard at + 1 < text.tokens.count, text.tokens[at].isWord, text.tokens[at].length > 1,
            text.tokens[at].text == text.tokens[at + 1].text
        else { return false }
        return !["that", "had", "her", "very"].contains(text.tokens[at].text) && text.tokens[at + 1].isSpaced
    }

    /// A full stop or bracket with a word right after it.
    private func isGlued(_ at: Int, _ text: SectionText) -> Bool {
        guard at > 0, at + 1 < text.tokens.count else { return false }
        let (before, token, next) = (text.tokens[at - 1], text.tokens[at], text.tokens[at + 1])
        guard !token.isSpaced, !next.isSpaced else { return false }
        if token.text == "." {
            return (next.isCapital && next.isWord || next.text == "(")
                && (before.isNumber || before.isWord && before.length > 3)
                && !text.isQuoted(at) && next.text != "com"
        }
        return token.text == ")" && next.isWord && next.isCapital
    }

    private func unbalanced(_ text: SectionText) -> ([Evidence], String) {
        for (open, close) in [("(", ")"), ("[", "]")] {
            var opened: [Int] = []
            for at in text.all {
                if text.tokens[at].text == open { opened.append(at) }
                guard text.tokens[at].text == close else { continue }
                if opened.isEmpty {
                    // "1)" and "a)" number the parts of a list.
                    if close == ")", at > 0, text.tokens[at - 1].length <= 2 { continue }
                    return ([text.evidence(at..<(at + 1))], "A bracket is closed that was not opened.")
                }
                opened.removeLast()
            }
            if let at = opened.first {
                return ([text.evidence(at..<min(text.tokens.count, at + 3))], "A bracket is not closed.")
            }
        }
        return ([], "")
    }
}
