/// Reads guideline files.
public enum GuidelineReader {
    /// How the text of a guideline is written.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// Markdown: `#` headings are nested sections, with or without a number; paragraphs and items are passages.
        case markdown
        /// Plain text: a line of its own that begins with a number is a heading (`1.4 Title`, `1. Title`).
        case plainText
        /// What `pdftotext -layout` gives: plain text with page breaks, running titles and page numbers.
        case pdfText
    }

    /// The most bytes a guideline file may have.
    public static let largestFile = 64_000_000

    /// Reads a guideline: front matter between two lines `+++`, then the text.
    ///
    /// Line ends of any system and a byte order mark are understood; a NUL becomes U+FFFD. Text before the first
    /// heading is a section of its own under the title of the chapter.
    /// - Parameters:
    ///   - text: the text of the file.
    ///   - file: the name by which errors call it.
    ///   - form: how it is written.
    ///   - frontMatter: the front matter, when it stands in another file, as that of a PDF does; the text then has none.
    /// - Throws: ``GuidelineError/unreadable(file:line:_:)`` with the line in the file; never a partial result.
    public static func read(
        _ text: String, file: String, form: Form, frontMatter: FrontMatter? = nil
    ) throws(GuidelineError) -> ReadGuideline {
        guard text.utf8.count <= largestFile else { throw .unreadable(file: file, line: 1, .tooLarge) }
        let lines = TextLines.split(text)
        var start = 0
        let matter: FrontMatter
        if let frontMatter {
            matter = frontMatter
        } else {
            guard lines.first.map(isFence) == true, let end = lines.dropFirst().firstIndex(where: isFence) else {
                throw .unreadable(file: file, line: 1, .noFrontMatter)
            }
            matter = try FrontMatter(
                parsing: lines[1..<end].joined(separator: "\n"), file: file, firstLine: 2)
            start = end + 1
        }
        let builder: OutlineBuilder
        switch form {
        case .markdown: builder = try MarkdownOutline.read(lines, from: start, file: file)
        case .plainText: builder = NumberedOutline.read(lines, from: start)
        case .pdfText: builder = NumberedOutline.read(PDFPages.unpaged(lines, from: start), from: 0)
        }
        let sections = builder.finished(preambleTitle: matter.chapters.first ?? matter.title)
        guard sections.contains(where: { !$0.passages.isEmpty }) else {
            throw .unreadable(file: file, line: min(start + 1, max(1, lines.count)), .noText)
        }
        return ReadGuideline(matter, sections: sections)
    }

    private static func isFence(_ line: String) -> Bool { TextLines.trimmed(line) == "+++" }
}

/// The lines of a text.
enum TextLines {
    /// The lines, whatever ends them; without a byte order mark, NUL as U+FFFD.
    static func split(_ text: String) -> [String] {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var lines: [String] = []
        var start = 0
        var at = 0
        func line(_ end: Int) -> String {
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            return bytes[start..<end].contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
        }
        while at < bytes.count {
            if bytes[at] == 10 || bytes[at] == 13 {
                lines.append(line(at))
                if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
                start = at + 1
            }
            at += 1
        }
        if start < bytes.count { lines.append(line(bytes.count)) }
        return lines
    }

    /// A line without white space at its ends.
    static func trimmed(_ line: some StringProtocol) -> String {
        let start = line.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
