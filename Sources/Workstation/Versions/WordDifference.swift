/// The words that one text has and another one has not, as one text that shows both.
///
/// Words that went stand in `[−…]`, words that came in `[+…]`, so that nothing is told by colour alone.
struct WordDifference: Hashable, Sendable {
    /// A stretch of the text that only one of the two has.
    struct Change: Hashable, Sendable {
        /// Its place in ``text``, brackets and sign included, in characters.
        var range: Range<Int>
        /// Whether it came; else it went.
        var isAdded: Bool
    }

    private(set) var text = ""
    private(set) var changes: [Change] = []

    /// Beyond so many pairs of words the differing middle is shown as gone and come whole: nobody reads such a mixture.
    private static let most = 4_000_000

    /// How many words came and went.
    var isEmpty: Bool { changes.isEmpty }

    init(from old: String, to new: String) {
        let (old, new) = (WordDifference.words(of: old), WordDifference.words(of: new))
        let start = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - start
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(room).count
        let (oldMiddle, newMiddle) = (Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
        var count = 0
        func put(_ words: some Collection<Substring>) {
            for word in words {
                text += word
                count += word.count
            }
        }
        func put(_ words: ArraySlice<Substring>, isAdded: Bool) {
            guard !words.isEmpty else { return }
            let joined = words.joined()
            // Spaces and line breaks at its end are not part of what went or came.
            let tail = joined.reversed().prefix { $0.isWhitespace }.count
            let body = joined.dropLast(tail)
            guard !body.isEmpty else {
                if isAdded { put([joined[...]]) }
                return
            }
            let shown = "[" + (isAdded ? "+" : "−") + body + "]"
            changes.append(Change(range: count..<(count + shown.count), isAdded: isAdded))
            put([shown[...]])
            put([isAdded ? joined.suffix(tail) : " "])
        }
        put(old[..<start])
        var (i, j) = (0, 0)
        for pair in WordDifference.common(oldMiddle, newMiddle) + [(oldMiddle.count, newMiddle.count)] {
            put(oldMiddle[i..<pair.0], isAdded: false)
            put(newMiddle[j..<pair.1], isAdded: true)
            if pair.1 < newMiddle.count { put([newMiddle[pair.1]]) }
            (i, j) = (min(pair.0 + 1, oldMiddle.count), min(pair.1 + 1, newMiddle.count))
        }
        put(new[(new.count - end)...])
    }

    /// The words of a text, each with the spaces and line breaks behind it.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            let body = rest.firstIndex { $0.isWhitespace } ?? rest.endIndex
            let end = rest[body...].firstIndex { !$0.isWhitespace } ?? rest.endIndex
            words.append(rest[..<end])
            rest = rest[end...]
        }
        return words
    }

    /// The places of the longest sequence of words that both have.
    private static func common(_ old: [Substring], _ new: [Substring]) -> [(Int, Int)] {
        guard !old.isEmpty, !new.isEmpty, old.count <= most / new.count else { return [] }
        // Trailing spaces do not make another word.
        let (left, right) = (old.map { $0.prefix { !$0.isWhitespace } }, new.map { $0.prefix { !$0.isWhitespace } })
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            for j in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    left[i] == right[j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if left[i] == right[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
