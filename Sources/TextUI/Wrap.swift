/// One line of a wrapped text.
public struct WrappedLine: Hashable, Sendable {
    /// Which characters stand on it: offsets into `Array(text)`. The spaces that the line was broken after belong to
    /// it; a line end belongs to no line.
    public var range: Range<Int>
    /// The columns left free before its first character.
    public var indent: Int
    /// Whether a line end or the end of the text follows, rather than a break.
    public var isLast: Bool
}

/// Breaks text into lines of a width, by display columns.
///
/// Lines break after spaces and beside wide characters; a word longer than the line is broken where the line ends.
/// Spaces at a break hang: they may stand beyond the width, unseen. The time is linear.
public enum Wrap {
    /// The lines of a text, at least one; an empty paragraph is an empty line.
    /// - Parameter hanging: whether the further lines of a paragraph are indented like its first one, up to half the
    ///   width; a list sign (`-`, `*`, `•`) counts as indentation.
    public static func lines(of text: some StringProtocol, width: Int, hanging: Bool = false) -> [WrappedLine] {
        let characters = Array(text)
        return lines(of: characters, characters.map(GlyphKind.of), width: width, hanging: hanging)
    }

    static func lines(
        of characters: [Character], _ kinds: [GlyphKind], width: Int, hanging: Bool
    ) -> [WrappedLine] {
        guard hanging else { return lines(of: kinds, width: width) }
        return lines(of: kinds, width: width) { paragraph in
            min(indentation(of: characters[paragraph], kinds[paragraph]), max(0, width / 2))
        }
    }

    static func lines(
        of kinds: [GlyphKind], width: Int, indentation: (Range<Int>) -> Int = { _ in 0 }
    ) -> [WrappedLine] {
        var lines: [WrappedLine] = []
        kinds.withUnsafeBufferPointer { kinds in
            var start = 0
            while true {
                var end = start
                while end < kinds.count, kinds[end] != .newline { end += 1 }
                wrap(start..<end, of: kinds, width: max(1, width), indent: indentation(start..<end), into: &lines)
                if end == kinds.count { break }
                start = end + 1
            }
        }
        return lines
    }

    private static func wrap(
        _ paragraph: Range<Int>, of kinds: UnsafeBufferPointer<GlyphKind>, width: Int, indent: Int,
        into lines: inout [WrappedLine]
    ) {
        var start = paragraph.lowerBound
        var column = 0
        // Where the line may be broken, and the columns up to there.
        var breakable: (offset: Int, column: Int)?
        var at = start
        while at < paragraph.upperBound {
            let kind = kinds[at]
            if kind.contains(.space) {
                column += kind.width
                at += 1
                breakable = (at, column)
                continue
            }
            if kind.width == 2, at > start { breakable = (at, column) }
            let room = width - (start == paragraph.lowerBound ? 0 : indent)
            if column + kind.width > room, at > start {
                let end = breakable ?? (at, column)
                lines.append(
                    WrappedLine(
                        range: start..<end.offset, indent: start == paragraph.lowerBound ? 0 : indent, isLast: false))
                start = end.offset
                column -= end.column
                breakable = nil
                continue
            }
            column += kind.width
            at += 1
            if kind.width == 2 { breakable = (at, column) }
        }
        lines.append(
            WrappedLine(
                range: start..<paragraph.upperBound, indent: start == paragraph.lowerBound ? 0 : indent, isLast: true))
    }

    /// The columns of the spaces and of the list sign that a paragraph begins with.
    private static func indentation(of text: ArraySlice<Character>, _ kinds: ArraySlice<GlyphKind>) -> Int {
        var at = text.startIndex
        while at < text.endIndex, kinds[at].contains(.space) { at += 1 }
        if at + 1 < text.endIndex, ["-", "*", "•", "·"].contains(text[at]), text[at + 1] == " " { at += 2 }
        return kinds[text.startIndex..<at].reduce(0) { $0 + $1.width }
    }
}
