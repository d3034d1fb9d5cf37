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
        /// The number that the head lacks; nil for what is no number.
        var amount: Amount?
    }

    let head: SectionText
    let headRange: Range<Int>
    let other: SectionText
    let range: Range<Int>

    /// The first difference of each kind.
    func differences() -> [Difference] {
        places() + numbers()
    }

    /// The first difference of side, part of the body and level.
    func places() -> [Difference] { [side(), region(), level()].compactMap { $0 } }

    /// Whether both places count something in one unit.
    var sharesUnit: Bool {
        let own = ItemComparison.byUnit(AmountScanner.amounts(in: head, headRange))
        return ItemComparison.byUnit(AmountScanner.amounts(in: other, range)).keys.contains { own[$0] != nil }
    }

    /// Whether both places name a part of the body.
    var sharesPlace: Bool {
        !Anatomy.regions(in: head, headRange).isEmpty && !Anatomy.regions(in: other, range).isEmpty
    }

    // MARK: - Sides and parts

    private func side() -> Difference? {
        let own = Anatomy.sides(in: head, headRange)
        let theirs = Anatomy.sides(in: other, range)
        guard let first = own.first else { return nil }
        if let pair = pairedSide() { return pair }
        let sides = ItemComparison.both(own)
        let otherSides = ItemComparison.both(theirs)
        guard let stranger = theirs.first, sides.isDisjoint(with: otherSides) else { return nil }
        let isPart = sides == [.bilateral] || otherSides == [.bilateral]
        return Difference(
            words: "“\(head.words(first.tokens))” in the head, “\(other.words(stranger.tokens))” here",
            head: first.tokens, other: stranger.tokens, isGrave: !isPart || otherSides == [.bilateral])
    }

    /// A part of the body that is on one side in the head and on the other here, whatever else both name.
    func pairedSide() -> Difference? {
        let own = SidedPart.all(in: head, headRange)
        for theirs in SidedPart.all(in: other, range) {
            let same = own.filter { !$0.regions.isDisjoint(with: theirs.regions) }
            guard let first = same.first, theirs.side != .bilateral,
                same.allSatisfy({ $0.side != .bilateral && $0.side != theirs.side })
            else { continue }
            return Difference(
                words: "“\(head.words(first.tokens))” in the head, “\(other.words(theirs.tokens))” here",
                head: first.tokens, other: theirs.tokens, isGrave: true)
        }
        return nil
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
        guard !Levels.areNerves(head, headRange), !Levels.areNerves(other, range) else { return nil }
        let own = Levels(in: head, headRange)
        guard let mine = own.first, let yours = Levels(in: other, range).stranger(to: own) else { return nil }
        return Difference(
            words: "“\(head.words(mine))” in the head, “\(other.words(yours))” here", head: mine, other: yours,
            isGrave: true)
    }

    // MARK: - Numbers

    /// The first difference of each unit.
    func numbers() -> [Difference] {
        let own = ItemComparison.byUnit(AmountScanner.amounts(in: head, headRange))
        let theirs = ItemComparison.byUnit(AmountScanner.amounts(in: other, range))
        return ItemComparison.units.compactMap { unit in
            guard var mine = own[unit], var yours = theirs[unit] else { return nil }
            // What is counted in so many words is told from what a frequency and a duration come to.
            let (counted, told) = (mine.filter(\.isCount), yours.filter(\.isCount))
            if unit == .visits, !counted.isEmpty, !told.isEmpty { (mine, yours) = (counted, told) }
            guard let first = mine.first else { return nil }
            let values = Set(mine.map(\.values))
            if ItemComparison.isCounted(unit), yours.contains(where: { values.contains($0.values) }) { return nil }
            guard let stranger = yours.first(where: { !agrees($0.values, values) }) else { return nil }
            return Difference(
                words: "“\(head.words(first.tokens))” in the head, “\(other.words(stranger.tokens))” here",
                head: first.tokens, other: stranger.tokens, isGrave: true)
        }
    }

    /// Every number here that the head has not, in the units that it has; not only the first of each.
    func strangers() -> [Difference] {
        let own = ItemComparison.byUnit(AmountScanner.amounts(in: head, headRange))
        return AmountScanner.amounts(in: other, range).compactMap { amount in
            let known = own[amount.unit] ?? (amount.unit == .pieces ? own[.visits] : nil) ?? []
            guard let first = known.first, !agrees(amount.values, Set(known.map(\.values))) else { return nil }
            return Difference(
                words: "“\(head.words(first.tokens))” in the head, “\(other.words(amount.tokens))” here",
                head: first.tokens, other: amount.tokens, isGrave: true, amount: amount)
        }
    }

    /// Whether the head has what was found to differ from another head.
    func has(_ difference: Difference) -> Bool {
        guard let amount = difference.amount else {
            let theirs = SidedPart.all(in: other, difference.other)
            return SidedPart.all(in: head, headRange).contains { mine in
                theirs.contains { $0.side == mine.side && !$0.regions.isDisjoint(with: mine.regions) }
            }
        }
        let own = ItemComparison.byUnit(AmountScanner.amounts(in: head, headRange))
        let known = own[amount.unit] ?? (amount.unit == .pieces ? own[.visits] : nil) ?? []
        return !known.isEmpty && agrees(amount.values, Set(known.map(\.values)))
    }

    /// Amounts by their unit; "#8" of a treatment that is no drug are visits.
    private static func byUnit(_ amounts: [Amount]) -> [Amount.Unit: [Amount]] {
        var result = Dictionary(grouping: amounts, by: \.unit)
        let isDrug = result[.strength] != nil || result[.percent] != nil || result[.content] != nil
        if !isDrug, result[.visits] == nil, let pieces = result[.pieces] {
            result[.visits] = pieces
            result[.pieces] = nil
        }
        return result
    }

    /// Whether a place may tell more than one number of a unit, of which one is the item's.
    private static func isCounted(_ unit: Amount.Unit) -> Bool {
        switch unit {
        case .visits, .timesAWeek, .timesADay, .weeks, .days, .months, .hours: true
        case .strength, .percent, .pieces, .refills, .content: false
        }
    }

    /// Whether values are among others, or are a part of one of them: "325 mg" of "10/325 mg".
    private func agrees(_ values: [Double], _ known: Set<[Double]>) -> Bool {
        if known.contains(values) { return true }
        // A range or a pair is held against others of its kind before it is held against one number.
        if values.count > 1, known.contains(where: { $0.count == values.count }) { return false }
        return known.contains { Set(values).isSubset(of: $0) || Set($0).isSubset(of: values) }
    }

    private static let units: [Amount.Unit] = [
        .strength, .percent, .pieces, .visits, .timesAWeek, .timesADay, .weeks, .days, .months, .refills, .content,
    ]
}
