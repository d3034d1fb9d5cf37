/// Where the places of a text are after it was written anew.
///
/// The texts are compared word by word. A place follows the words behind it, a line or so; where fewer than half of them
/// are left, the text of the place is gone, and it stands where that text stood.
public struct FollowedText: Sendable {
    /// A word: where it begins and ends, in characters.
    private struct Word: Hashable, Sendable {
        var text: Substring
        var start: Int
        var end: Int
    }

    private let old: [Word]
    private let new: [Word]
    /// For each old word the new one that it is; nil where it is gone.
    private let kept: [Int?]
    private let length: Int

    /// The words behind a place that it follows.
    private static let line = 8
    /// The most pairs of words that are compared; beyond that, what differs counts as gone.
    private static let mostPairs = 4_000_000

    /// Compares two texts.
    public init(from old: String, to new: String) {
        self.old = FollowedText.words(of: old)
        self.new = FollowedText.words(of: new)
        length = new.count
        kept = FollowedText.align(self.old.map(\.text), self.new.map(\.text))
    }

    /// Where a character of the old text is in the new one, and whether its text is gone.
    public func place(of character: Int) -> (character: Int, isGone: Bool) {
        guard let first = old.firstIndex(where: { $0.end > character }) else { return (length, false) }
        let line = first..<min(old.count, first + FollowedText.line)
        let left = line.filter { kept[$0] != nil }
        let isGone = left.count * 2 < line.count
        guard let next = (first..<old.count).first(where: { kept[$0] != nil }), let found = kept[next] else {
            return (isGone ? new.last?.start ?? 0 : length, isGone)
        }
        // Within the word, where that is there; else as many words before the next one, if others came in their place.
        if next == first { return (new[found].start + max(0, character - old[first].start), isGone) }
        let before = old[..<first].indices.last { kept[$0] != nil }.flatMap { kept[$0] }.map { $0 + 1 } ?? 0
        return (new[max(before, found - (next - first))].start, isGone)
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var (start, startIndex) = (0, text.startIndex)
        var (at, isWithin) = (0, false)
        for index in text.indices {
            let isSpace = text[index].isWhitespace
            if isWithin, isSpace { words.append(Word(text: text[startIndex..<index], start: start, end: at)) }
            if !isWithin, !isSpace { (start, startIndex) = (at, index) }
            isWithin = !isSpace
            at += 1
        }
        if isWithin { words.append(Word(text: text[startIndex...], start: start, end: at)) }
        return words
    }

    /// The longest sequence of words that both have in the same order, what begins and ends alike set aside first.
    private static func align(_ old: [Substring], _ new: [Substring]) -> [Int?] {
        var kept = [Int?](repeating: nil, count: old.count)
        var first = 0
        while first < min(old.count, new.count), old[first] == new[first] {
            kept[first] = first
            first += 1
        }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > first, newEnd > first, old[oldEnd - 1] == new[newEnd - 1] {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
            kept[oldEnd] = newEnd
        }
        let common = FollowedText.numbered(old[first..<oldEnd], new[first..<newEnd])
        for (row, column) in FollowedText.pairs(common.old.map(\.number), common.new.map(\.number)) {
            kept[common.old[row].place] = common.new[column].place
        }
        return kept
    }

    /// A word as a number, and where it stands.
    private struct Numbered {
        var number: Int32
        var place: Int
    }

    /// The words that stand in both texts, the same ones as the same number; others belong to no common sequence.
    private static func numbered(_ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>) -> (
        old: [Numbered], new: [Numbered]
    ) {
        var numbers: [Substring: Int32] = [:]
        for word in new where numbers[word] == nil { numbers[word] = Int32(numbers.count) }
        var isShared = [Bool](repeating: false, count: numbers.count)
        let common = old.indices.compactMap { place -> Numbered? in
            guard let number = numbers[old[place]] else { return nil }
            isShared[Int(number)] = true
            return Numbered(number: number, place: place)
        }
        let others = new.indices.compactMap { place -> Numbered? in
            guard let number = numbers[new[place]], isShared[Int(number)] else { return nil }
            return Numbered(number: number, place: place)
        }
        return (common, others)
    }

    /// The longest common sequence of two rows of numbers, as pairs of places; none beyond ``mostPairs``.
    private static func pairs(_ old: [Int32], _ new: [Int32]) -> [(Int, Int)] {
        let (rows, columns) = (old.count, new.count)
        guard rows > 0, columns > 0, rows * columns <= mostPairs else { return [] }
        // The length of the longest common rest from each pair on.
        let width = columns + 1
        var lengths = [UInt16](repeating: 0, count: (rows + 1) * width)
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                lengths[row * width + column] =
                    old[row] == new[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var found: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            if old[row] == new[column] {
                found.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return found
    }
}
