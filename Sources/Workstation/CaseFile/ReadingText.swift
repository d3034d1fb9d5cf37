internal import CaseModel
internal import TextUI

/// A text to be read: blocks of prose wrapped to the width of the screen, with what is searched for marked.
struct ReadingText: Sendable {
    /// One paragraph or heading.
    struct Block: Hashable, Sendable {
        var text: String
        var role: Role
        /// What is marked in the text, in characters; a later mark lies over an earlier one.
        var marks: [Mark] = []
        /// The place of its first character, where it has one that can be come back to.
        var place: ReadingPlace?
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
        /// The place of its first character, where it has one.
        var place: ReadingPlace?
        /// The addresses on the line, or what of them stands on it.
        var links: [Link] = []
    }

    /// Characters of a line that are an address, or a part of one.
    struct Link: Sendable {
        var range: Range<Int>
        var address: String
    }

    /// A match of the search: the lines that it is wrapped over, and where on each.
    struct Match: Hashable, Sendable {
        var parts: [Part]

        /// The line on which it begins.
        var line: Int { parts.first?.line ?? 0 }

        struct Part: Hashable, Sendable {
            var line: Int
            var range: Range<Int>
        }
    }

    private(set) var lines: [Line] = []
    /// The matches of the search, in order.
    private(set) var matches: [Match] = []

    /// The line on which each match begins, in order.
    var matchLines: [Int] { matches.map(\.line) }

    init(_ blocks: [Block], width: Int, search: String = "") {
        let phrase = PhraseSearch(search)
        for block in blocks {
            let wrapped = WrappedText(block.text, width: max(1, width)).lines
            let first = lines.count
            lines += wrapped.map {
                Line(text: $0.text, role: block.role, place: block.place?.moved(by: $0.start))
            }
            for given in block.marks { mark(given, wrapped: wrapped, first: first) }
            for address in WebAddress.all(in: block.text) {
                for part in parts(of: address.range, wrapped: wrapped, first: first) {
                    lines[part.line].links.append(Link(range: part.range, address: address.text))
                }
            }
            for range in phrase?.ranges(in: block.text) ?? [] {
                let parts = mark(Mark(range: range, role: .match), wrapped: wrapped, first: first)
                if !parts.isEmpty { matches.append(Match(parts: parts)) }
            }
        }
    }

    /// The line on which a place stands; nil when it is not in the text.
    func line(of place: ReadingPlace) -> Int? {
        guard case .summary(let character) = place else { return lines.firstIndex { $0.place == place } }
        return lines.lastIndex { line in
            if case .summary(let start) = line.place { start <= character } else { false }
        }
    }

    /// Marks a stretch on all lines that it is wrapped over, and tells which these are.
    @discardableResult
    private mutating func mark(_ mark: Mark, wrapped: [WrappedText.Line], first: Int) -> [Match.Part] {
        let parts = parts(of: mark.range, wrapped: wrapped, first: first)
        for part in parts {
            lines[part.line].marks.append(Mark(range: part.range, role: mark.role, sign: mark.sign))
        }
        return parts
    }

    /// The lines that a stretch of a block is wrapped over, and where on each.
    private func parts(of range: Range<Int>, wrapped: [WrappedText.Line], first: Int) -> [Match.Part] {
        wrapped.enumerated().compactMap { index, line in
            let span = range.clamped(to: line.start..<(line.start + line.text.count))
            guard !span.isEmpty else { return nil }
            return Match.Part(
                line: first + index, range: (span.lowerBound - line.start)..<(span.upperBound - line.start))
        }
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
            for link in line.links {
                let before = CharacterWidth.of(line.text.prefix(link.range.lowerBound))
                self.link(
                    link.address, words: line.text.dropFirst(link.range.lowerBound).prefix(link.range.count),
                    row: rect.row + row, column: rect.column + before)
            }
            for mark in line.marks {
                paint(mark.range, of: line, row: row, in: rect, role: mark.role)
                guard let sign = mark.sign, rect.column > 0 else { continue }
                write(sign, row: rect.row + row, column: max(0, rect.column - 2), role: mark.role)
            }
        }
    }
    /// Gives characters of a line that is drawn in a row of a rectangle another role.
    mutating func paint(_ range: Range<Int>, of line: ReadingText.Line, row: Int, in rect: Rect, role: Role) {
        let before = CharacterWidth.of(line.text.prefix(range.lowerBound))
        let within = CharacterWidth.of(line.text.dropFirst(range.lowerBound).prefix(range.count))
        paint(
            row: rect.row + row, column: rect.column + before, columns: min(within, rect.columns - before), role: role)
    }
}
