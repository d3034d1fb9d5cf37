/// Sets a document as plain text, the way published letters look.
///
/// Lines end with LF and hold at most `width` scalars, unless a word alone is longer or a break would change how the
/// text reads back: a line is never broken after a hyphen, dash or slash at a word's end, nor before words that the
/// reader takes for a label.
public struct TextRendering: Sendable {
    /// The greatest length of a line in Unicode scalars.
    public var width: Int

    /// A rendering with lines of at most so many scalars.
    public init(width: Int = 95) { self.width = max(20, width) }

    /// The text of a document, ending with one line end.
    public func text(of document: Document) -> String {
        var sections: [String] = []
        for block in document.blocks { sections.append(lines(of: block).joined(separator: "\n")) }
        return sections.joined(separator: "\n\n") + "\n"
    }

    private func lines(of block: Document.Block) -> [String] {
        switch block {
        // Two fields side by side take 80 columns; where there are fewer, each has a line of its own.
        case .fieldTable(let rows): width >= 80 ? rows.map(row) : rows.flatMap { $0.map { row([$0]) } }
        case .title(let words), .heading(let words):
            [String(repeating: " ", count: max(0, (width - words.unicodeScalars.count) / 2)) + words]
        case .list(let entries):
            entries.enumerated().flatMap { paragraphs("\($0.offset + 1). " + $0.element) }
        case .prose(let text): paragraphs(text)
        case .fieldList(let fields): fields.flatMap { paragraphs(opening($0)) }
        case .verdict(let head, let decision): paragraphs(head + ": " + decision)
        case .labelled(let field): paragraphs(opening(field))
        }
    }

    private func opening(_ field: Document.Field) -> String {
        field.value.isEmpty ? field.label + ":" : field.label + ": " + field.value
    }

    private func row(_ fields: [Document.Field]) -> String {
        var line = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { line = padded(line, to: 46) }
            line += padded(field.label + ":", to: index == 0 ? 18 : 24) + field.value
        }
        while line.utf8.last == 32 { line.removeLast() }
        return line
    }

    private func padded(_ text: String, to column: Int) -> String {
        text + String(repeating: " ", count: max(1, column - text.unicodeScalars.count))
    }

    private func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        for paragraph in text.utf8.split(separator: 10) {
            if !lines.isEmpty { lines.append("") }
            lines += LineBreaking(paragraph: Array(paragraph), width: width).lines()
        }
        return lines
    }
}

/// Breaks a paragraph into lines where the reader will join them to the same words.
struct LineBreaking {
    let words: [ArraySlice<UInt8>]
    let width: Int

    init(paragraph: [UInt8], width: Int) {
        words = paragraph.split(separator: 32)
        self.width = width
    }

    /// The lines, as many words in each as fit.
    func lines() -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var length = 0
        for unit in units() {
            let size = unit.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
            if length > 0, length + 1 + size > width {
                lines.append(String(utf8: line[...]))
                (line, length) = ([], 0)
            }
            if length > 0 {
                line.append(32)
                length += 1
            }
            line += unit
            length += size
        }
        if length > 0 { lines.append(String(utf8: line[...])) }
        return lines
    }

    /// The words, with those that must share a line put together.
    private func units() -> [[UInt8]] {
        var units: [[UInt8]] = []
        var labelEnds = words.indices.filter { isLabelEnd($0) }[...]
        for index in words.indices {
            while let end = labelEnds.first, end <= index { labelEnds.removeFirst() }
            let opensGuideline = labelEnds.first.map { $0 - index <= 8 } ?? false
            let opensRationale =
                index + 1 < words.count && ASCII.equals(words[index], "decision")
                && ASCII.equals(words[index + 1], "rationale:")
            let holds =
                index > 0
                && (LineJoin.holds(words[index - 1], words[index])
                    || (opensGuideline || opensRationale) && endsBefore(index))
            if holds {
                units[units.count - 1] += [32] + words[index]
            } else {
                units.append(Array(words[index]))
            }
        }
        return units
    }

    /// Whether the reader would take a label for one after the word before.
    private func endsBefore(_ index: Int) -> Bool {
        SentenceEnd.holds(words[index - 1]) || LabelFinder.ends(words[index - 1])
    }

    private func isLabelEnd(_ index: Int) -> Bool {
        ASCII.begins(words[index], with: "guideline:") || ASCII.begins(words[index], with: "guidelines:")
    }
}
