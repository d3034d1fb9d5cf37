/// What of an editor is to be seen.
public struct EditorView: Hashable, Sendable {
    /// One line to be seen.
    public struct Line: Hashable, Sendable {
        /// The offsets of its characters.
        public var range: Range<Int>
        /// Its characters.
        public var text: String
    }

    /// The lines, from the top; at most the height.
    public var lines: [Line]
    /// Where the cursor stands within the lines.
    public var cursor: Position
    /// Which line of the whole text is the first.
    public var topLine: Int
    /// How many lines the whole text has.
    public var totalLines: Int
}

extension Editor {
    /// The columns of text that an editor drawn in a rectangle has: one is the bar at its left, one is left free for
    /// the cursor behind a full line.
    public static func textWidth(in rect: Rect) -> Int { max(1, rect.columns - 2) }

    /// What is to be seen in so many columns and rows, the cursor always among it.
    public func layout(width: Int, height: Int) -> EditorView {
        let lines = wrappedLines(width: width)
        let height = max(1, height)
        let row = line(of: cursor, in: lines)
        let top = topLineShowingCursor(width: width, height: height)
        let shown = lines[top..<min(lines.count, top + height)]
        return EditorView(
            lines: shown.map { EditorView.Line(range: $0.range, text: String(buffer.characters[$0.range])) },
            cursor: Position(row: row - top, column: min(column(of: cursor, in: lines[row]), max(1, width))),
            topLine: top, totalLines: lines.count)
    }

    /// The first line to be seen: the last one, unless the cursor has left what was to be seen.
    func topLineShowingCursor(width: Int, height: Int) -> Int {
        let lines = wrappedLines(width: width)
        let row = line(of: cursor, in: lines)
        let top = min(topLine, max(0, lines.count - max(1, height)))
        return max(min(top, row), row - max(1, height) + 1)
    }

    /// The lines at a width, wrapped anew only if the text or the width is another.
    func wrappedLines(width: Int) -> [WrappedLine] {
        wrapped.width == max(1, width) ? wrapped.lines : Wrap.lines(of: buffer.kinds, width: width)
    }

    /// Keeps the lines at a width for the questions to come.
    private mutating func wrappedForMoving(width: Int) -> [WrappedLine] {
        if wrapped.width != max(1, width) {
            wrapped = WrappedLines(width: max(1, width), lines: Wrap.lines(of: buffer.kinds, width: width))
        }
        return wrapped.lines
    }

    /// Wraps once for all that a key and the drawing after it ask.
    mutating func prepareLayout(width: Int) { _ = wrappedForMoving(width: width) }

    /// From the first to the last place for the cursor on its line of the screen.
    mutating func lineRange(width: Int) -> Range<Int> {
        let lines = wrappedForMoving(width: width)
        return places(on: lines[line(of: cursor, in: lines)])
    }

    /// Moves the cursor by lines of the screen, keeping the column that it started from.
    mutating func moveLines(_ step: Int, width: Int) -> EditorEvent {
        let lines = wrappedForMoving(width: width)
        let row = line(of: cursor, in: lines)
        let goal = goalColumn ?? column(of: cursor, in: lines[row])
        let target = min(max(0, row + step), lines.count - 1)
        guard target != row else { return .unchanged }
        moveCursor(to: offset(ofColumn: goal, in: places(on: lines[target])))
        goalColumn = goal
        return .moved
    }

    /// Puts the cursor where a line and column of what is to be seen are, or as near to it as the text comes.
    public mutating func moveCursor(toLine row: Int, column: Int, width: Int, height: Int) {
        let lines = wrappedForMoving(width: width)
        let top = topLineShowingCursor(width: width, height: height)
        let places = places(on: lines[min(max(0, top + row), lines.count - 1)])
        moveCursor(to: offset(ofColumn: column, in: places))
        topLine = top
    }

    private func offset(ofColumn column: Int, in places: Range<Int>) -> Int {
        var offset = places.lowerBound
        var end = 0
        while offset < places.upperBound {
            end += buffer.kinds[offset].width
            if end > column { break }
            offset += 1
        }
        return offset
    }

    /// A line that was broken ends before its last character: behind that begins the next line.
    private func places(on line: WrappedLine) -> Range<Int> {
        let end = line.isLast ? line.range.upperBound : line.range.upperBound - 1
        return line.range.lowerBound..<max(line.range.lowerBound, end)
    }

    private func line(of offset: Int, in lines: [WrappedLine]) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func column(of offset: Int, in line: WrappedLine) -> Int {
        buffer.kinds[line.range.lowerBound..<max(line.range.lowerBound, offset)].reduce(0) { $0 + $1.width }
    }
}
