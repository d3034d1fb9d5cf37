/// Aligns two rows of words at the least cost.
///
/// Needleman and Wunsch's dynamic programme with linear gaps; for a quotation the ends of the passage are free
/// (semi-global). A replaced word costs less than a gap, so that a word changed at an end is told as changed; words left
/// out under an ellipsis cost next to nothing. Two words that a hyphen or a line end parts are the same as one.
enum WordAligner {
    /// How the ends count.
    enum Mode {
        /// The whole quotation within the passage.
        case within
        /// All of both.
        case whole
    }

    /// One step, in indexes of words.
    struct Step: Equatable {
        var kind: Alignment.Part.Kind
        var quotation: Range<Int>
        var passage: Range<Int>
    }

    /// The most pairs of words that are looked at; beyond, the texts count as wholly different.
    static let mostCells = 24_000_000

    private static let gap: Int32 = 75
    private static let change: Int32 = 70
    private static let never: Int32 = 1 << 29

    private enum Move {
        static let diagonal: UInt8 = 0, up: UInt8 = 1, left: UInt8 = 2, joinQuotation: UInt8 = 3, joinPassage: UInt8 = 4
    }

    /// The steps from the first word of the quotation to its last.
    static func steps(_ q: some RandomAccessCollection<Word>, _ p: [Word], mode: Mode) -> [Step] {
        let q = Array(q)
        guard !q.isEmpty || mode == .whole else { return [] }
        guard (q.count + 1) * (p.count + 1) <= mostCells else {
            return p.indices.map { Step(kind: .dropped, quotation: 0..<0, passage: $0..<($0 + 1)) }
                + q.indices.map { Step(kind: .added, quotation: $0..<($0 + 1), passage: p.count..<p.count) }
        }
        let table = fill(q, p, mode)
        return trace(q, p, table.moves, end: table.end, mode)
    }

    /// The moves of the best way to every pair, row by row, and the column where the best way ends.
    private static func fill(_ q: [Word], _ p: [Word], _ mode: Mode) -> (moves: [UInt8], end: Int) {
        let width = p.count + 1
        var last = [Int32](repeating: 0, count: width)
        if mode == .whole { for j in 1..<max(width, 1) { last[j] = Int32(j) * gap } }
        var before = last
        var row = last
        let moves = [UInt8](unsafeUninitializedCapacity: width * (q.count + 1)) { moves, count in
            count = width * (q.count + 1)
            for j in 0..<width { moves[j] = Move.left }
            q.withUnsafeBufferPointer { q in
                p.withUnsafeBufferPointer { p in
                    for i in stride(from: 1, through: q.count, by: 1) {
                        let word = q[i - 1]
                        let joined = i > 1 ? q[i - 2].joined : 0
                        let skip: Int32 = i < q.count && q[i].followsEllipsis ? 1 : gap
                        row[0] = Int32(i) * gap
                        moves[i * width] = Move.up
                        let base = i * width
                        row.withUnsafeMutableBufferPointer { row in
                            last.withUnsafeBufferPointer { last in
                                for j in stride(from: 1, to: width, by: 1) {
                                    let other = p[j - 1]
                                    var cost = last[j - 1]
                                    if word.hash != other.hash { cost += WordAligner.cost(word, other) }
                                    var move = Move.diagonal
                                    let up = last[j] + gap
                                    if up < cost { (cost, move) = (up, Move.up) }
                                    let left = row[j - 1] + skip
                                    if left < cost { (cost, move) = (left, Move.left) }
                                    if joined != 0, joined == other.hash, before[j - 1] < cost {
                                        (cost, move) = (before[j - 1], Move.joinQuotation)
                                    }
                                    if j > 1, p[j - 2].joined == word.hash, last[j - 2] < cost {
                                        (cost, move) = (last[j - 2], Move.joinPassage)
                                    }
                                    row[j] = cost
                                    moves[base + j] = move
                                }
                            }
                        }
                        swap(&before, &last)
                        swap(&last, &row)
                    }
                }
            }
        }
        guard mode == .within else { return (moves, p.count) }
        var end = 0
        for j in 1..<max(width, 1) where last[j] < last[end] { end = j }
        return (moves, end)
    }

    /// What replacing a word costs: less for one that looks alike, so that a change is told at the right place.
    @inline(__always)
    private static func cost(_ a: Word, _ b: Word) -> Int32 {
        if a.isNumber != b.isNumber { return change + 3 }
        if a.isNumber { return change - 10 }
        var same: UInt32 = a.head ^ b.head
        // Compares the first letters: heads of one length that differ only in the last bytes look alike.
        same >>= 8
        return same == 0 && a.head > 0xFFFF ? change - 10 : change
    }

    private static func trace(_ q: [Word], _ p: [Word], _ moves: [UInt8], end: Int, _ mode: Mode) -> [Step] {
        var steps: [Step] = []
        var (i, j) = (q.count, end)
        let width = p.count + 1
        while i > 0 || (mode == .whole && j > 0) {
            switch i == 0 ? Move.left : moves[i * width + j] {
            case Move.up:
                steps.append(Step(kind: .added, quotation: (i - 1)..<i, passage: j..<j))
                i -= 1
            case Move.left:
                let isElided = i > 0 && i < q.count && q[i].followsEllipsis
                steps.append(Step(kind: isElided ? .elided : .dropped, quotation: i..<i, passage: (j - 1)..<j))
                j -= 1
            case Move.joinQuotation:
                steps.append(Step(kind: .same, quotation: (i - 2)..<i, passage: (j - 1)..<j))
                (i, j) = (i - 2, j - 1)
            case Move.joinPassage:
                steps.append(Step(kind: .same, quotation: (i - 1)..<i, passage: (j - 2)..<j))
                (i, j) = (i - 1, j - 2)
            default:
                let isSame = q[i - 1].hash == p[j - 1].hash
                steps.append(Step(kind: isSame ? .same : .changed, quotation: (i - 1)..<i, passage: (j - 1)..<j))
                (i, j) = (i - 1, j - 1)
            }
        }
        return steps.reversed()
    }
}
