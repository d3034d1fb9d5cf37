/// A text wrapped for display, with the way from its characters to rows and columns and back.
public struct WrappedText: Hashable, Sendable {
    /// One line as it is to be written.
    public struct Line: Hashable, Sendable {
        /// What stands on the line, its indentation included; the spaces at the break are cut.
        public var text: String
        /// The offset of its first character in `Array` of the whole text.
        public var start: Int
        /// The columns of its indentation.
        public var indent: Int
        /// The offset after its last character, the spaces at the break included.
        public var end: Int
    }

    /// The lines, at least one.
    public let lines: [Line]
    private let kinds: [GlyphKind]

    /// Wraps a text; tabs are taken as single spaces, so that offsets stay those of the text.
    public init(_ text: some StringProtocol, width: Int, hanging: Bool = false) {
        let text = String(text)
        let characters = Array(text.utf8.contains(0x09) ? String(text.map { $0 == "\t" ? " " : $0 }) : text)
        let kinds = characters.map(GlyphKind.of)
        self.kinds = kinds
        lines = Wrap.lines(of: characters, kinds, width: width, hanging: hanging).map { line in
            var end = line.range.upperBound
            while end > line.range.lowerBound, kinds[end - 1].contains(.space) { end -= 1 }
            return Line(
                text: String(repeating: " ", count: line.indent) + String(characters[line.range.lowerBound..<end]),
                start: line.range.lowerBound, indent: line.indent, end: line.range.upperBound)
        }
    }

    /// Where the character of an offset stands; offsets outside the text are taken as its ends.
    public func position(of offset: Int) -> Position {
        let offset = min(max(0, offset), kinds.count)
        let row = row(of: offset)
        let line = lines[row]
        let width = kinds[line.start..<min(max(line.start, offset), line.end)].reduce(0) { $0 + $1.width }
        return Position(row: row, column: line.indent + width)
    }

    /// The offset of the character that stands at a place or next before it.
    public func offset(at position: Position) -> Int {
        let line = lines[min(max(0, position.row), lines.count - 1)]
        var column = line.indent
        for offset in line.start..<line.end {
            column += kinds[offset].width
            if column > position.column { return offset }
        }
        return line.end
    }

    /// The row that the character of an offset stands on.
    public func row(of offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The rows and columns that a range of characters covers, from top to bottom: what to paint for a match.
    public func spans(of range: Range<Int>) -> [(row: Int, columns: Range<Int>)] {
        let range = range.clamped(to: 0..<kinds.count)
        guard !range.isEmpty else { return [] }
        return (row(of: range.lowerBound)...row(of: range.upperBound - 1)).compactMap { row in
            let line = lines[row]
            let part = range.clamped(to: line.start..<line.end)
            guard !part.isEmpty else { return nil }
            let left = line.indent + kinds[line.start..<part.lowerBound].reduce(0) { $0 + $1.width }
            return (row, left..<(left + kinds[part].reduce(0) { $0 + $1.width }))
        }
    }
}
