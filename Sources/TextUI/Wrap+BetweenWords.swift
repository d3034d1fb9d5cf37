extension Wrap {
    /// A text whose lines are broken between words at a width, for a terminal that would cut them: of the spaces at a
    /// break a line end is left, and nothing else is put in.
    ///
    /// A word longer than the line stays whole, for the terminal to break as it likes; so it can be copied.
    public static func betweenWords(_ text: some StringProtocol, width: Int) -> String {
        let characters = Array(text)
        let kinds = characters.map(GlyphKind.of)
        let lines = Wrap.lines(of: characters, kinds, width: width, hanging: false)
        var broken = ""
        broken.reserveCapacity(characters.count)
        for line in lines {
            var end = line.range.upperBound
            // Spaces before the end of the text stand before an answer.
            if !line.isLast { while end > line.range.lowerBound, kinds[end - 1].contains(.space) { end -= 1 } }
            broken.append(contentsOf: characters[line.range.lowerBound..<end])
            guard line.range.upperBound < characters.count else { break }
            let isCut =
                !line.isLast && end == line.range.upperBound && kinds[end - 1].width != 2 && kinds[end].width != 2
            if !isCut { broken.append("\n") }
        }
        return broken
    }
}
