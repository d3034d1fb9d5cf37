import CaseModel
import Exports
import Letters
import Testing

@Suite("A letter as a page and as files")
struct PageTests {
    /// Text that a terminal, a browser or a reader of right-to-left script would act on.
    static let hostile = [
        "\u{1B}[31mred\u{1B}[0m \u{07}bell", "\u{9B}31m C1", "a\u{202E}txt.exe\u{202C}b", "zero\u{200B}width\u{FEFF}",
        "tag\u{E0041}\u{E0042} end", "soft\u{AD}hyphen and \u{0}nul", "<script>alert(1)</script>",
        "</p></article><img src=x onerror=alert(1)>", "\" onmouseover=\"x", "&lt;b&gt; &amp; ' \"", "]]> --> <!--",
        "\u{E000} private \u{FFFE}", "<style>*{display:none}</style>", "\u{2066}isolate\u{2069} \u{7F}",
    ]

    @Test("Nothing in a letter drives a terminal or a browser", arguments: hostile)
    func isTame(_ words: String) throws {
        var parts = Exported.letter(4)
        parts.determination.summary = words
        parts.determination.items[0].rationale = "It says: " + words
        parts.documents = [words]
        parts.notices = [words]
        parts.companions[0].body = words
        for file in try Renderings.all(of: parts) where file.mediaType != "application/pdf" {
            let text = String(decoding: file.bytes, as: UTF8.self)
            if file.name.hasSuffix(".json") { continue }
            let bad = text.unicodeScalars.filter {
                $0 != "\n"
                    && ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format
                        || $0.properties.generalCategory == .privateUse)
            }
            #expect(bad.isEmpty, "\(file.name)")
            if file.name.hasSuffix(".html") {
                #expect(try Elements.names(in: text).isSubset(of: Elements.allowed))
                #expect(!text.contains("javascript:") && !text.contains("http://") && !text.contains("https://"))
            }
        }
    }

    @Test("The page has a language, a title, headings in order and headed rows, and every element is closed")
    func page() throws {
        let parts = Exported.letter(5)
        let bytes = try Renderings().rendering(of: parts, as: .html, named: "letter").bytes
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.contains("<html lang=\"en-US\">"))
        #expect(page.contains("<title>Final Determination Letter, \(try #require(parts.number))</title>"))
        #expect(page.components(count: "<th scope=\"row\">") == 7)
        #expect(page.components(count: "<h1") == 1 && page.components(count: "<section ") == 5)
        #expect(page.components(count: "<article ") == parts.determination.items.count)
        #expect(page.components(count: "<h3 ") == parts.determination.items.count)
        #expect(try Elements.names(in: page).isSubset(of: Elements.allowed))
    }
}

/// The elements of a page, read strictly.
enum Elements {
    static let allowed: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "main", "section", "article", "h1", "h2", "h3", "table", "tr",
        "th", "td", "ol", "li", "dl", "dt", "dd", "p", "strong", "br",
    ]

    struct NotNested: Error { var name: String }

    /// The names of the elements.
    /// - Throws: ``NotNested`` for an end that does not fit.
    static func names(in page: String) throws -> Set<String> {
        var open: [String] = []
        var names: Set<String> = []
        for part in page.split(separator: "<").dropFirst() {
            let name = String(part.prefix { $0 != ">" && $0 != " " })
            if name == "!DOCTYPE" || name == "meta" || name == "br" { continue }
            if name.hasPrefix("/") {
                guard open.popLast() == String(name.dropFirst()) else { throw NotNested(name: name) }
            } else {
                open.append(name)
                names.insert(name)
            }
        }
        guard open.isEmpty else { throw NotNested(name: open.joined(separator: " ")) }
        return names
    }
}

extension String {
    /// How often another text stands in it.
    func components(count other: String) -> Int { split(separator: other, omittingEmptySubsequences: false).count - 1 }
}
