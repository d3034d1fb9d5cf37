/// The lines of a row that stand on one page, and where.
struct Fragment {
    var row: Int
    var lines: Range<Int>
    /// The top of the first line in points from the top of the page.
    var y: Double
}

/// Divides rows into pages: headings stay with what follows, and no line of a paragraph stands alone.
struct Pagination {
    /// The sheet and its margins in points: US Letter.
    enum Sheet {
        static let width = 612.0
        static let height = 792.0
        static let left = 81.0
        static let measure = width - 2 * left
        static let top = 72.0
        static let bottom = 712.0
        static let foot = 744.0
    }

    private(set) var pages: [[Fragment]] = [[]]
    private var y = Sheet.top

    /// The pages of some rows; there is one at least.
    static func pages(of rows: [LetterRow]) -> [[Fragment]] {
        var pagination = Pagination()
        for index in rows.indices { pagination.place(index, rows) }
        return pagination.pages
    }

    private var isAtTop: Bool { pages[pages.count - 1].isEmpty }

    private mutating func turn() {
        pages.append([])
        y = Sheet.top
    }

    private mutating func place(_ index: Int, _ rows: [LetterRow]) {
        let row = rows[index]
        if !isAtTop {
            if y + row.space + Pagination.least(from: index, rows) > Sheet.bottom { turn() } else { y += row.space }
        }
        guard let text = row.single else {
            add(index, 0..<1, height: row.height)
            return
        }
        var first = 0
        while first < text.lines.count {
            let rest = text.lines.count - first
            var count = text.count(from: first, fitting: Sheet.bottom - y)
            // One line alone goes neither to the next page nor stays on this one.
            if count == rest - 1, rest > 2 { count -= 1 }
            if count < min(2, rest) {
                if isAtTop {
                    count = max(count, 1)
                } else {
                    turn()
                    continue
                }
            }
            let lines = first..<(first + min(count, rest))
            add(index, lines, height: text.height(lines))
            first = lines.upperBound
            if first < text.lines.count { turn() }
        }
    }

    private mutating func add(_ row: Int, _ lines: Range<Int>, height: Double) {
        pages[pages.count - 1].append(Fragment(row: row, lines: lines, y: y))
        y += height
    }

    /// The least height that a row needs on its page together with those that it may not be parted from.
    private static func least(from index: Int, _ rows: [LetterRow]) -> Double {
        var height = rows[index].leastHeight
        var next = index
        while rows[next].staysWithNext, next + 1 < rows.count {
            next += 1
            height += rows[next].space + rows[next].leastHeight
        }
        // What no page could hold is divided after all.
        return min(height, Sheet.bottom - Sheet.top)
    }
}
