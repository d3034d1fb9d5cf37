internal import TextUI

/// A text to be read: blocks of prose wrapped to the width of the screen, with what is searched for marked.
struct ReadingText: Sendable {
    /// One paragraph or heading.
    struct Block: Hashable, Sendable {
        var text: String
        var role: Role
    }

    /// One line of the screen.
    struct Line: Sendable {
        var text: String
        var role: Role
        /// Columns of the line, counted in characters, that belong to a match.
        var marks: [Range<Int>] = []
    }

    private(set) var lines: [Line] = []
    /// The line on which each match begins, in order.
    private(set) var matchLines: [Int] = []

    init(_ blocks: [Block], width: Int, search: String = "") {
        let wanted = Array(search.lowercased())
        for block in blocks {
            let wrapped = WrappedText(block.text, width: max(1, width)).lines
            let first = lines.count
            lines += wrapped.map { Line(text: $0.text, role: block.role) }
            guard !wanted.isEmpty else { continue }
            for match in ReadingText.matches(of: wanted, in: block.text) {
                mark(match, wrapped: wrapped, first: first)
            }
        }
    }

    /// Where the characters stand in the text, without regard to case; a line break counts as a space.
    private static func matches(of wanted: [Character], in text: String) -> [Range<Int>] {
        // Folded character by character: lower-casing the whole could change the count.
        let folded = text.map { $0 == "\n" ? " " : $0.lowercased().first ?? $0 }
        var found: [Range<Int>] = []
        var at = 0
        while at + wanted.count <= folded.count {
            if folded[at] == wanted[0], folded[at..<(at + wanted.count)].elementsEqual(wanted) {
                found.append(at..<(at + wanted.count))
                at += wanted.count
            } else {
                at += 1
            }
        }
        return found
    }

    private mutating func mark(_ match: Range<Int>, wrapped: [WrappedText.Line], first: Int) {
        var isFirst = true
        for (index, line) in wrapped.enumerated() {
            let span = match.clamped(to: line.start..<(line.start + line.text.count))
            guard !span.isEmpty else { continue }
            lines[first + index].marks.append((span.lowerBound - line.start)..<(span.upperBound - line.start))
            if isFirst { matchLines.append(first + index) }
            isFirst = false
        }
    }
}

extension Frame {
    /// Draws the lines of a reading text from `top` on into a rectangle.
    mutating func draw(_ text: ReadingText, top: Int, in rect: Rect) {
        for row in 0..<max(0, rect.rows) {
            guard text.lines.indices.contains(top + row) else { return }
            let line = text.lines[top + row]
            write(line.text, row: rect.row + row, column: rect.column, role: line.role, limit: rect.columns)
            for mark in line.marks {
                let before = CharacterWidth.of(line.text.prefix(mark.lowerBound))
                let within = CharacterWidth.of(line.text.dropFirst(mark.lowerBound).prefix(mark.count))
                paint(
                    row: rect.row + row, column: rect.column + before, columns: min(within, rect.columns - before),
                    role: .match)
            }
        }
    }
}
