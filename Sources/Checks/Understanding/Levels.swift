/// The vertebrae that a text names as levels of the spine: `C6`, `L4-5`, `L4-L5`, `L3-S1`.
///
/// A pair stands for its two vertebrae and those between them, so that "L4-5 and L5-S1", "L4-S1" and "L4-L5-S1" are the
/// same. `L6`, which few people have, counts as `S1`. A number after a hyphen goes on within the letter before it. It gives up on the thoracic spine, since `T1` and
/// `T2` are also what magnetic resonance images are called.
struct Levels: Sendable {
    /// Each vertebra, numbered down the spine, with where it is named.
    private(set) var named: [Int: Range<Int>] = [:]

    init(in text: SectionText, _ range: Range<Int>) {
        var at = range.lowerBound
        while at < range.upperBound {
            guard let first = Levels.vertebra(text.tokens[at]) else {
                at += 1
                continue
            }
            var (last, end) = (first, at + 1)
            while end + 1 < range.upperBound, Levels.joins.contains(text.tokens[end].text),
                let next = Levels.lower(than: last, text.tokens[end + 1])
            {
                (last, end) = (next, end + 2)
            }
            for vertebra in first...last where named[vertebra] == nil { named[vertebra] = at..<end }
            at = end
        }
    }

    /// Adds the vertebrae that another text names.
    mutating func join(_ other: Levels) { named.merge(other.named) { first, _ in first } }

    /// The first vertebra here that others do not name, with its place; nil when there is none, or the others name none.
    ///
    /// Where one place names segments (L4-5) and the other vertebrae or nerves (L5), they may mean the same unless they
    /// have nothing in common.
    func stranger(to others: Levels) -> Range<Int>? {
        guard !others.named.isEmpty,
            let first = named.filter({ others.named[$0.key] == nil }).min(by: { $0.key < $1.key })?.value
        else { return nil }
        let isApart = named.keys.allSatisfy { others.named[$0] == nil }
        return isApart || areSegments && others.areSegments ? first : nil
    }

    /// Whether each place names a pair of vertebrae or more.
    private var areSegments: Bool { named.values.allSatisfy { $0.count > 1 } }

    /// Whether the nerves of joints are spoken of, whose levels are others than those of the joints.
    static func areNerves(_ text: SectionText, _ range: Range<Int>) -> Bool {
        text.first(of: [["medial", "branch"], ["medial", "branches"], ["dorsal", "rami"]], in: range) != nil
    }

    /// The first vertebra that is named, as it stands in the text.
    var first: Range<Int>? { named.values.min { $0.lowerBound < $1.lowerBound } }

    private static let joins: Set<String> = ["-", "/", "through", "to"]

    /// A vertebra by its letter: C1 is 1, L1 is 20, S1 is 25.
    private static func vertebra(_ token: Token) -> Int? {
        guard let region = Anatomy.level(token), region != .upperBack, let number = Int(token.text.dropFirst()) else {
            return nil
        }
        return switch token.text.first {
        case "c": number
        case "l": 19 + number
        default: 24 + number
        }
    }

    /// The lower vertebra of a pair: `L5`, `S1`, or the `5` of "L4-5".
    private static func lower(than upper: Int, _ token: Token) -> Int? {
        let next: Int?
        if token.isNumber, !token.isSpaced, let number = token.whole, number > 0 {
            next = upper < 20 ? number : number == 1 && upper >= 20 ? 25 : 19 + number
        } else {
            next = vertebra(token)
        }
        return next.flatMap { $0 > upper && $0 - upper <= 6 && ($0 <= 8 || $0 >= 20) ? $0 : nil }
    }
}
