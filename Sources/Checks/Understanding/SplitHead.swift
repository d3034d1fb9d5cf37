/// Where the three parts of a split request stand in an item's head.
///
/// The same forms as ``AmountsGrammar`` in `Letters`, on tokens, so that a finding can point at a part.
struct SplitHead: Sendable {
    let original: Range<Int>
    let authorized: Range<Int>
    let remaining: Range<Int>
    /// Whether the request could not be divided, so that what remains is the original request.
    let isUndivided: Bool

    init?(_ head: SectionText) {
        guard let first = head.first(of: SplitHead.originals, in: head.all) else { return nil }
        let rest = first.upperBound..<head.tokens.count
        let portion = head.first(of: [["portion", "of", "the", "original", "request"]], in: rest)
        let whole = head.first(of: [["the", "original", "request", ","]], in: rest)
        guard let mark = portion ?? whole else { return nil }
        original = 0..<first.lowerBound
        authorized = first.upperBound..<mark.lowerBound
        var end = head.tokens.count
        while end > mark.upperBound, [":", "is", "are"].contains(head.tokens[end - 1].text) { end -= 1 }
        remaining = mark.upperBound..<max(mark.upperBound, end)
        isUndivided = portion == nil
    }

    private static let originals = [
        ["was", "the", "original", "request"], ["were", "the", "original", "request"],
    ]
}
