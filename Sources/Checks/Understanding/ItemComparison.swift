/// Compares an item's head with another place that names the same item.
///
/// Numbers are compared in like units only, sides and regions only where both places name one. The other place may
/// say less than the head, and what it says must agree.
struct ItemComparison {
    /// What differs.
    struct Difference {
        let words: String
        let head: Range<Int>
        let other: Range<Int>
        let isGrave: Bool
    }

    let head: SectionText
    let headRange: Range<Int>
    let other: SectionText
    let range: Range<Int>

    /// The first difference of each kind.
    func differences() -> [Difference] {
        [side(), region(), level()].compactMap { $0 } + numbers()
    }

    // MARK: - Sides and parts

    private func side() -> Difference? {
        let own = Anatomy.sides(in: head, headRange)
        let theirs = Anatomy.sides(in: other, range)
        guard let first = own.first else { return nil }
        let sides = ItemComparison.both(own)
        let otherSides = ItemComparison.both(theirs)
        guard let stranger = theirs.first, sides.isDisjoint(with: otherSides) else { return nil }
        let isPart = sides == [.bilateral] || otherSides == [.bilateral]
        return Difference(
            words: "“\(head.words(first.tokens))” in the head, “\(other.words(stranger.tokens))” here",
            head: first.tokens, other: stranger.tokens, isGrave: !isPart || otherSides == [.bilateral])
    }

    /// The sides, left and right together as bilateral.
    private static func both(_ mentions: [SideMention]) -> Set<Side> {
        let sides = Set(mentions.map(\.side))
        return sides.isSuperset(of: [.left, .right]) ? sides.union([.bilateral]) : sides
    }

    private func region() -> Difference? {
        let own = Anatomy.bodies(in: head, headRange).filter { !$0.regions.isEmpty }
        let theirs = Anatomy.bodies(in: other, range).filter { !$0.regions.isEmpty }
        guard let first = own.first, let stranger = theirs.first else { return nil }
        let regions = own.reduce(into: Set<Region>()) { $0.formUnion($1.regions) }
        guard theirs.allSatisfy({ $0.regions.isDisjoint(with: regions) }) else { return nil }
        return Difference(
            words: "“\(head.words(first.tokens))” in the head, “\(other.words(stranger.tokens))” here",
            head: first.tokens, other: stranger.tokens, isGrave: true)
    }

    private func level() -> Difference? {
        let own = Anatomy.levels(in: head, headRange)
        let theirs = Anatomy.levels(in: other, range)
        guard !own.isEmpty, !theirs.isEmpty, own.isDisjoint(with: theirs),
            let mine = headRange.first(where: { own.contains(head.tokens[$0].text) }),
            let yours = range.first(where: { theirs.contains(other.tokens[$0].text) })
        else { return nil }
        return Difference(
            words: "“\(head.words(mine..<(mine + 1)))” in the head, “\(other.words(yours..<(yours + 1)))” here",
            head: mine..<(mine + 1), other: yours..<(yours + 1), isGrave: true)
    }

    // MARK: - Numbers

    private func numbers() -> [Difference] {
        let own = Dictionary(grouping: AmountScanner.amounts(in: head, headRange), by: \.unit)
        let theirs = Dictionary(grouping: AmountScanner.amounts(in: other, range), by: \.unit)
        return ItemComparison.units.compactMap { unit in
            guard let mine = own[unit], let yours = theirs[unit], let first = mine.first else { return nil }
            let values = Set(mine.map(\.values))
            let isCounted = unit == .visits || unit == .timesAWeek || unit == .weeks
            if isCounted, yours.contains(where: { values.contains($0.values) }) { return nil }
            guard let stranger = yours.first(where: { !agrees($0.values, values) }) else { return nil }
            return Difference(
                words: "“\(head.words(first.tokens))” in the head, “\(other.words(stranger.tokens))” here",
                head: first.tokens, other: stranger.tokens, isGrave: true)
        }
    }

    /// Whether values are among others, or are a part of one of them: "325 mg" of "10/325 mg".
    private func agrees(_ values: [Double], _ known: Set<[Double]>) -> Bool {
        known.contains(values) || known.contains { Set(values).isSubset(of: $0) || Set($0).isSubset(of: values) }
    }

    private static let units: [Amount.Unit] = [
        .strength, .percent, .pieces, .visits, .timesAWeek, .weeks, .refills, .content,
    ]
}

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
