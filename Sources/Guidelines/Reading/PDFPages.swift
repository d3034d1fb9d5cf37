/// Takes the pages out of the text of a PDF.
enum PDFPages {
    /// The lines without page breaks, page numbers, running titles and the lines of a table of contents.
    ///
    /// A running title is a first or last line that comes on three pages or more, its digits aside. A paragraph that
    /// runs over the end of a page stays one: where a page ends without a full stop and the next begins with a small
    /// letter, no empty line is left between them.
    static func unpaged(_ lines: [String], from start: Int) -> [String] {
        var pages: [[String]] = [[]]
        for line in lines.dropFirst(start) {
            let parts = line.split(separator: "\u{0C}", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { pages.append([]) }
                pages[pages.count - 1].append(String(part))
            }
        }
        let running = runningTitles(pages)
        var result: [String] = []
        for page in pages {
            let body = body(page, without: running)
            guard let first = body.first else { continue }
            if let last = result.last, isOpen(last), first.first?.isLowercase == true {
                result += body
            } else {
                result += [""] + body
            }
        }
        return result
    }

    private static func isOpen(_ line: String) -> Bool {
        guard let last = line.last else { return false }
        return !".:;!?".contains(last)
    }

    private static func body(_ page: [String], without running: Set<String>) -> [String] {
        var lines = page.map { TextLines.trimmed($0) }
        while let first = lines.first, first.isEmpty || isFurniture(first, running) { lines.removeFirst() }
        while let last = lines.last, last.isEmpty || isFurniture(last, running) { lines.removeLast() }
        return lines.filter { !isContents($0) }
    }

    private static func isFurniture(_ line: String, _ running: Set<String>) -> Bool {
        running.contains(shape(line)) || isPageNumber(line)
    }

    private static func isPageNumber(_ line: String) -> Bool {
        let words = line.lowercased().split { $0 == " " || $0 == "|" || $0 == "-" || $0 == "–" }
        return line.contains { $0.isNumber }
            && words.allSatisfy { ["page", "of", "p."].contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// `Title ........ 12`
    private static func isContents(_ line: String) -> Bool {
        line.last?.isNumber == true && (line.contains(".....") || line.contains(". . . . ."))
    }

    /// A line with each digit as `0`, so that page numbers within it do not count.
    private static func shape(_ line: String) -> String {
        String(line.map { $0.isNumber ? "0" : $0 }.filter { !$0.isWhitespace })
    }

    private static func runningTitles(_ pages: [[String]]) -> Set<String> {
        var counts: [String: Int] = [:]
        for page in pages {
            let lines = page.map { TextLines.trimmed($0) }.filter { !$0.isEmpty }
            for line in Set((lines.prefix(2) + lines.suffix(2)).map(shape)) { counts[line, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value >= 3 }.keys)
    }
}
