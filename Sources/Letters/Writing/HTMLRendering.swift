/// Sets a document as one HTML page that needs nothing else: no scripts, no files, no fonts from elsewhere.
///
/// The words of its body are those of the document, in the same order. The header is a table whose labels are headings
/// of their rows; each heading opens a section, each item is an article with a heading of its own. Every character of
/// the document that means something to HTML is escaped, and the page forbids itself to load anything.
public struct HTMLRendering: Sendable {
    /// A rendering.
    public init() {}

    /// The page, ending with one line end.
    public func text(of document: Document) -> String {
        var page = HTMLPage()
        page.head(document)
        for block in document.blocks { page.add(block) }
        page.finish()
        return page.text
    }
}

/// A page as it grows: it knows which elements are open.
private struct HTMLPage {
    private(set) var text = ""
    private var isInSection = false
    private var isInArticle = false
    private var isInList = false
    private var sectionCount = 0
    private var itemCount = 0

    mutating func head(_ document: Document) {
        text += """
            <!DOCTYPE html>
            <html lang="\(escaped(document.language))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(document.name))</title>
            <style>
            \(HTMLStyle.sheet)
            </style>
            </head>
            <body>
            <main>

            """
    }

    mutating func add(_ block: Document.Block) {
        if case .labelled = block {} else { closeList() }
        switch block {
        case .title(let words): line("<h1>\(escaped(words))</h1>")
        case .heading(let words): open(section: words)
        case .fieldTable(let rows): table(rows.flatMap(\.self))
        case .list(let entries): list(entries)
        case .prose(let prose): for paragraph in paragraphs(prose) { line("<p>\(paragraph)</p>") }
        case .fieldList(let fields):
            for field in fields { define(field) }
            closeList()
        case .verdict(let head, let decision): open(item: head, decision)
        case .labelled(let field): define(field)
        }
    }

    mutating func finish() {
        closeSection()
        text += "</main>\n</body>\n</html>\n"
    }

    private mutating func table(_ fields: [Document.Field]) {
        line("<table>")
        for field in fields {
            line("<tr><th scope=\"row\">\(escaped(field.label)):</th> <td>\(escaped(field.value))</td></tr>")
        }
        line("</table>")
    }

    private mutating func list(_ entries: [String]) {
        // The numbers are words of the letter, so they stand as text.
        line("<ol>")
        for (index, entry) in entries.enumerated() { line("<li>\(index + 1). \(escaped(entry))</li>") }
        line("</ol>")
    }

    private mutating func open(section words: String) {
        closeSection()
        sectionCount += 1
        isInSection = true
        line("<section aria-labelledby=\"section-\(sectionCount)\">")
        line("<h2 id=\"section-\(sectionCount)\">\(escaped(words))</h2>")
    }

    private mutating func open(item head: String, _ decision: String) {
        closeArticle()
        itemCount += 1
        isInArticle = true
        line("<article aria-labelledby=\"item-\(itemCount)\">")
        let heading = paragraphs(head).joined(separator: "<br>\n")
        line("<h3 id=\"item-\(itemCount)\">\(heading): <strong>\(escaped(decision))</strong></h3>")
    }

    private mutating func define(_ field: Document.Field) {
        if !isInList { line("<dl>") }
        isInList = true
        let value = paragraphs(field.value)
        line("<dt>\(escaped(field.label)):</dt>")
        line("<dd>" + (value.count > 1 ? value.map { "<p>\($0)</p>" } : value).joined(separator: "\n") + "</dd>")
    }

    private mutating func closeList() {
        if isInList { line("</dl>") }
        isInList = false
    }

    private mutating func closeArticle() {
        closeList()
        if isInArticle { line("</article>") }
        isInArticle = false
    }

    private mutating func closeSection() {
        closeArticle()
        if isInSection { line("</section>") }
        isInSection = false
    }

    private mutating func line(_ words: String) {
        text += words
        text += "\n"
    }

    private func paragraphs(_ prose: String) -> [String] { prose.split(separator: "\n").map { escaped($0) } }

    private func escaped(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case UInt8(ascii: "'"): result += "&#39;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
