/// Cuts the text of a record into pages.
enum RecordPages {
    /// The lines that make a page where the text itself has no page breaks.
    static let linesOfAPage = 60

    /// The pages: at form feeds, or every sixty lines when there are none. At least one; the last is not empty
    /// unless the text is.
    static func pages(of text: String) -> [String] {
        let plain = text.replacing("\r\n", with: "\n")
        var pages = plain.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init)
        if pages.count > 1, pages.last?.allSatisfy(\.isWhitespace) == true { pages.removeLast() }
        guard pages.count == 1 else { return pages }
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > linesOfAPage else { return [plain] }
        return stride(from: 0, to: lines.count, by: linesOfAPage).map { start in
            lines[start..<min(start + linesOfAPage, lines.count)].joined(separator: "\n")
        }
    }
}
