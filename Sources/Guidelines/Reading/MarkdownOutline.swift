/// Reads the outline of a Markdown text.
enum MarkdownOutline {
    /// Headings, paragraphs and items of the lines from a place on; errors tell lines of the whole file.
    static func read(_ lines: [String], from start: Int, file: String) throws(GuidelineError) -> OutlineBuilder {
        var builder = OutlineBuilder()
        var isComment = false
        var isFenced = false
        for (index, line) in lines.enumerated().dropFirst(start) {
            var text = TextLines.trimmed(line)
            if isComment || (!isFenced && text.hasPrefix("<!--")) {
                isComment = !text.hasSuffix("-->")
                continue
            }
            if text.hasPrefix("```") || text.hasPrefix("~~~") {
                isFenced.toggle()
                builder.endPassage()
                continue
            }
            if isFenced {
                builder.line(text)
                continue
            }
            if let heading = heading(text) {
                guard !heading.title.isEmpty else {
                    throw .unreadable(file: file, line: index + 1, .emptyHeading)
                }
                let title = plain(heading.title)
                let parts = HeadingNumber.split(title)
                builder.heading(level: heading.level, number: parts?.number, title: parts?.title ?? title)
                continue
            }
            while text.hasPrefix(">") { text = TextLines.trimmed(text.dropFirst()) }
            if text.isEmpty || isRule(text) {
                builder.endPassage()
            } else if let item = item(text) {
                builder.endPassage()
                builder.line(plain(item))
            } else if text.hasPrefix("|") {
                builder.endPassage()
                let cells = text.split(separator: "|").map { TextLines.trimmed($0) }
                if cells.contains(where: { $0.contains { $0 != "-" && $0 != ":" } }) {
                    builder.line(plain(cells.joined(separator: " · ")))
                }
                builder.endPassage()
            } else {
                builder.line(plain(text))
            }
        }
        return builder
    }

    private static func heading(_ text: String) -> (level: Int, title: String)? {
        let marks = text.prefix { $0 == "#" }.count
        guard (1...6).contains(marks) else { return nil }
        let rest = text.dropFirst(marks)
        guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
        let title = TextLines.trimmed(rest)
        // A heading may be closed by the same marks.
        let closing = title.reversed().prefix { $0 == "#" }.count
        let isClosed = closing > 0 && (closing == title.count || title.dropLast(closing).last?.isWhitespace == true)
        return (marks, isClosed ? TextLines.trimmed(title.dropLast(closing)) : title)
    }

    private static func isRule(_ text: String) -> Bool {
        text.count >= 3
            && (text.allSatisfy { $0 == "-" } || text.allSatisfy { $0 == "*" } || text.allSatisfy { $0 == "_" })
    }

    /// The words of an item; its bullet goes, its number stays, because texts refer to it.
    private static func item(_ text: String) -> String? {
        for bullet in ["- ", "* ", "+ ", "• "] where text.hasPrefix(bullet) {
            return TextLines.trimmed(text.dropFirst(bullet.count))
        }
        return NumberedItem.begins(text) ? text : nil
    }

    /// A text without the marks of emphasis and code, and of a link only its words.
    private static func plain(_ text: String) -> String {
        var text = text
        for mark in ["**", "__", "`"] where text.contains(mark) {
            text = text.split(separator: mark, omittingEmptySubsequences: false).joined()
        }
        guard text.contains("](") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "]("),
            let close = rest[middle.upperBound...].firstIndex(of: ")")
        {
            result += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

/// Items of numbered lists.
enum NumberedItem {
    /// Whether a line begins an item: `1. Words`, `2) words`, `(a) words`, `b. words`.
    static func begins(_ text: String) -> Bool {
        var rest = text[...]
        let isBracketed = rest.hasPrefix("(")
        if isBracketed { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let mark = digits.isEmpty ? rest.prefix { $0.isASCII && $0.isLetter } : digits
        guard (1...2).contains(mark.count), !digits.isEmpty || mark.count == 1 else { return false }
        rest = rest[mark.endIndex...]
        guard rest.first == ")" || (!isBracketed && rest.first == ".") else { return false }
        return rest.dropFirst().first?.isWhitespace == true
    }
}
