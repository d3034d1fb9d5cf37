internal import TextUI

/// A text to be read: blocks of prose wrapped to the width of the screen, with what is searched for marked.
struct ReadingText: Sendable {
    /// One paragraph or heading.
    struct Block: Hashable, Sendable {
        var text: String
        var role: Role
        /// What is marked in the text, in characters; a later mark lies over an earlier one.
        var marks: [Mark] = []
    }

    /// A stretch of characters that has a role of its own.
    struct Mark: Hashable, Sendable {
        var range: Range<Int>
        var role: Role
        /// What stands in the margin of every line of it.
        var sign: String?
    }

    /// One line of the screen.
    struct Line: Sendable {
        var text: String
        var role: Role
        /// What is marked in the line, in characters.
        var marks: [Mark] = []
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
            for given in block.marks { _ = mark(given, wrapped: wrapped, first: first) }
            guard !wanted.isEmpty else { continue }
            for match in ReadingText.matches(of: wanted, in: block.text) {
                if let line = mark(Mark(range: match, role: .match), wrapped: wrapped, first: first) {
                    matchLines.append(line)
                }
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

    /// Marks a stretch on all lines that it is wrapped over; the first of them is given back.
    private mutating func mark(_ mark: Mark, wrapped: [WrappedText.Line], first: Int) -> Int? {
        var begin: Int?
        for (index, line) in wrapped.enumerated() {
            let span = mark.range.clamped(to: line.start..<(line.start + line.text.count))
            guard !span.isEmpty else { continue }
            let place = (span.lowerBound - line.start)..<(span.upperBound - line.start)
            lines[first + index].marks.append(Mark(range: place, role: mark.role, sign: mark.sign))
            begin = begin ?? first + index
        }
        return begin
    }
}

extension Frame {
    /// Draws the lines of a reading text from `top` on into a rectangle; the signs of its marks stand two columns to the
    /// left of it.
    mutating func draw(_ text: ReadingText, top: Int, in rect: Rect) {
        for row in 0..<max(0, rect.rows) {
            guard text.lines.indices.contains(top + row) else { return }
            let line = text.lines[top + row]
            write(line.text, row: rect.row + row, column: rect.column, role: line.role, limit: rect.columns)
            for mark in line.marks {
                let before = CharacterWidth.of(line.text.prefix(mark.range.lowerBound))
                let within = CharacterWidth.of(line.text.dropFirst(mark.range.lowerBound).prefix(mark.range.count))
                paint(
                    row: rect.row + row, column: rect.column + before, columns: min(within, rect.columns - before),
                    role: mark.role)
                guard let sign = mark.sign, rect.column > 0 else { continue }
                write(sign, row: rect.row + row, column: max(0, rect.column - 2), role: mark.role)
            }
        }
    }
}
