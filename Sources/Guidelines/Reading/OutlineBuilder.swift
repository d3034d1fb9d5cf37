import CaseModel

/// Puts headings and lines together into sections and passages.
struct OutlineBuilder {
    private var sections: [ReadSection] = [ReadSection(path: "0", title: "", depth: 0)]
    /// The level of the heading and the place among its fellows, for each open section.
    private var open: [(level: Int, place: Int, path: String)] = []
    private var topCount = 0
    private var childCounts: [String: Int] = [:]
    private var lines: [String] = []

    /// Begins a section. Level 1 is the highest; a level may be left out.
    mutating func heading(level: Int, number: String?, title: String) {
        endPassage()
        while let last = open.last, last.level >= level { open.removeLast() }
        let path: String
        if let parent = open.last {
            let place = (childCounts[parent.path] ?? 0) + 1
            childCounts[parent.path] = place
            path = parent.path + "." + String(place)
            open.append((level, place, path))
        } else {
            topCount += 1
            path = String(topCount)
            open.append((level, topCount, path))
        }
        sections.append(ReadSection(path: path, number: number, title: title, depth: open.count))
    }

    /// Adds a line to the passage.
    mutating func line(_ text: String) { lines.append(text) }

    /// Ends the passage, if one is open.
    mutating func endPassage() {
        guard !lines.isEmpty else { return }
        // A line separator of Unicode would part a paragraph, and a passage is one line.
        let paragraphs = Prose.normalized(OutlineBuilder.joined(lines)).split(separator: "\n")
        lines.removeAll(keepingCapacity: true)
        if !paragraphs.isEmpty { sections[sections.count - 1].passages.append(paragraphs.joined(separator: " ")) }
    }

    /// The sections; what stands before the first heading takes the title given, and is left out when it is empty.
    consuming func finished(preambleTitle: String) -> [ReadSection] {
        endPassage()
        sections[0].title = preambleTitle
        if sections[0].passages.isEmpty { sections.removeFirst() }
        return sections
    }

    /// The lines as one. A hyphen at the end of a line stays, and the next line follows it without a space.
    private static func joined(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            let line = TextLines.trimmed(line)
            if !text.isEmpty, !endsInsideWord(text, before: line) { text += " " }
            text += line
        }
        return text
    }

    private static func endsInsideWord(_ text: String, before next: String) -> Bool {
        guard text.utf8.last == UInt8(ascii: "-"), let first = next.first, first.isLetter || first.isNumber else {
            return false
        }
        return text.dropLast().last.map { $0.isLetter || $0.isNumber } == true
    }
}

/// Takes the number off a heading.
enum HeadingNumber {
    /// `3.3.9 Title`, `1. Title`, `2) Title`: the number without what ends it, and the title; nil without a number.
    static func split(_ heading: some StringProtocol) -> (number: String, title: String)? {
        let number = heading.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard number.first?.isNumber == true, !number.contains(".."), number.utf8.count <= 16 else { return nil }
        var rest = heading[number.endIndex...]
        let isClosed = number.hasSuffix(".") || rest.hasPrefix(")")
        if rest.hasPrefix(")") { rest = rest.dropFirst() }
        guard rest.first?.isWhitespace == true else { return nil }
        let title = TextLines.trimmed(rest)
        guard title.first?.isLetter == true || title.first == "(" else { return nil }
        let digits = number.hasSuffix(".") ? number.dropLast() : number
        // A bare number is one only with its point: "2016 update" is a title.
        guard isClosed || digits.contains(".") else { return nil }
        return (String(digits), title)
    }
}
