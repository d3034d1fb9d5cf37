/// Reads the outline of a plain text with numbered headings.
enum NumberedOutline {
    /// The longest heading, in characters.
    private static let longestHeading = 140

    /// Headings, paragraphs and items of the lines from a place on.
    ///
    /// A heading is a line of its own, or the first of a block, that begins with a number and a capital letter, does
    /// not end as a sentence does, and whose number can follow the heading before it; other numbered lines are items.
    static func read(_ lines: [String], from start: Int) -> OutlineBuilder {
        var builder = OutlineBuilder()
        var last: [Int]?
        var open: [[Int]] = []
        var isBlockStart = true
        for (index, line) in lines.enumerated().dropFirst(start) {
            let text = TextLines.trimmed(line)
            if text.isEmpty {
                builder.endPassage()
                isBlockStart = true
                continue
            }
            let next = index + 1 < lines.count ? TextLines.trimmed(lines[index + 1]) : ""
            if let (number, title) = heading(text, isBlockStart: isBlockStart, next: next, after: last) {
                last = number
                // `1.3.2` belongs to `1` when there is no `1.3`.
                while let above = open.last, !number.starts(with: above) { open.removeLast() }
                open.append(number)
                builder.heading(
                    level: open.count, number: number.map { String($0) }.joined(separator: "."), title: title)
                isBlockStart = true
                continue
            }
            if let item = item(text) {
                builder.endPassage()
                builder.line(item)
            } else {
                builder.line(text)
            }
            isBlockStart = false
        }
        return builder
    }

    private static func heading(
        _ text: String, isBlockStart: Bool, next: String, after last: [Int]?
    ) -> (number: [Int], title: String)? {
        guard isBlockStart, text.count <= longestHeading, let (digits, title) = HeadingNumber.split(text),
            title.first?.isUppercase == true, let ending = title.last, !".;:,".contains(ending)
        else { return nil }
        let parts = digits.split(separator: ".").compactMap { Int($0) }
        guard !parts.isEmpty, parts.allSatisfy({ $0 < 1_000 }), follows(parts, last) else { return nil }
        // A second item right below: a list, whose first item happens to end without a full stop.
        if parts.count == 1, let (other, _) = HeadingNumber.split(next), other == String(parts[0] + 1) { return nil }
        return (parts, title)
    }

    /// Whether a number can come after those before it: deeper by any step, or later on its level.
    private static func follows(_ number: [Int], _ last: [Int]?) -> Bool {
        guard let last else { return true }
        if number.count > last.count, number.starts(with: last) { return true }
        return last.lexicographicallyPrecedes(number)
    }

    private static func item(_ text: String) -> String? {
        for bullet in ["- ", "* ", "• ", "– ", "o ", "\u{F0B7} ", "\u{25AA} "] where text.hasPrefix(bullet) {
            return TextLines.trimmed(text.dropFirst(bullet.count))
        }
        return NumberedItem.begins(text) ? text : nil
    }
}
