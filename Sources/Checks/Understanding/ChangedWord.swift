/// Finds a single word that two places have differently amid the same words.
///
/// Three equal words must stand on either side of it. Small words, numbers, spellings of the plural and words that mean
/// the same (visits and sessions) are no change.
enum ChangedWord {
    static func find(
        _ a: SectionText, _ first: Range<Int>, _ b: SectionText, _ second: Range<Int>
    ) -> (Int, Int)? {
        let left = first.filter { a.tokens[$0].kind != .mark }
        let right = second.filter { b.tokens[$0].kind != .mark }
        guard left.count >= 7, right.count >= 7 else { return nil }
        for i in 3..<(left.count - 3) {
            let word = a.tokens[left[i]]
            guard word.isWord, word.length > 2, !same.contains(word.text) else { continue }
            for j in 3..<(right.count - 3) {
                let other = b.tokens[right[j]]
                guard other.isWord, other.length > 2, other.text != word.text, !same.contains(other.text),
                    !isSpelling(word.text, other.text)
                else { continue }
                let agree = [-3, -2, -1, 1, 2, 3].allSatisfy {
                    a.tokens[left[i + $0]].text == b.tokens[right[j + $0]].text
                }
                if agree { return (left[i], right[j]) }
            }
        }
        return nil
    }

    private static func isSpelling(_ a: String, _ b: String) -> Bool {
        a.hasPrefix(b) || b.hasPrefix(a) || a.prefix(4) == b.prefix(4)
    }

    private static let same: Set<String> = [
        "the", "and", "for", "with", "visits", "sessions", "treatments", "session", "visit", "treatment",
        "left", "right", "bilateral", "per", "each", "every",
    ]
}
