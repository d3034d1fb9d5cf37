import CaseModel
import Foundation
import Letters
import Testing

@testable import Exports

@Suite("A letter as PDF")
struct PDFTests {
    private func pdf(_ parts: LetterParts) throws -> [UInt8] {
        try Renderings().rendering(of: parts, as: .pdf, named: "letter").bytes
    }

    @Test("The same bytes again: by another rendering, by one that has set others, by two at a time")
    func sameBytes() async throws {
        let letters = (0..<6).map(Exported.letter)
        let first = try letters.map { try pdf($0) }
        #expect(Set(first).count == letters.count)
        let used = Renderings()
        for (letter, bytes) in zip(letters, first).reversed() {
            #expect(try used.rendering(of: letter, as: .pdf, named: "letter").bytes == bytes)
        }
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for index in letters.indices {
                group.addTask {
                    (index, try Renderings().rendering(of: letters[index], as: .pdf, named: "letter").bytes)
                }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        #expect(letters.indices.map { together[$0] } == first)
    }

    @Test("It is tagged and titled, has a language, an outline and the day of the decision, and embeds its typefaces")
    func structure() throws {
        let parts = Exported.letter(3)
        let bytes = try pdf(parts)
        let facts = try Exported.run("pdfinfo", on: bytes)
        let title = "Final Determination Letter, \(try #require(parts.number))"
        for (name, value) in [
            ("Title:", title), ("Tagged:", "yes"), ("JavaScript:", "no"), ("Encrypted:", "no"),
            ("Page size:", "612 x 792 pts (letter)"),
        ] {
            #expect(facts.split(separator: "\n").contains { $0.hasPrefix(name) && $0.hasSuffix(value) }, "\(name)")
        }
        let day = try #require(parts.determination.dates.decision).iso.replacingOccurrences(of: "-", with: "")
        let file = String(decoding: bytes, as: UTF8.self)
        #expect(file.contains("/CreationDate (\(day)000000Z)") || file.contains("/CreationDate (D:\(day)000000Z)"))
        #expect(file.contains("/Lang (en-US)") && file.contains("/DisplayDocTitle true") && file.contains("/Outlines"))

        let names = try Exported.run("pdfinfo", ["-struct"], on: bytes).split(separator: "\n").map {
            $0.split(separator: " ").first.map(String.init) ?? ""
        }
        func count(_ name: String) -> Int { names.count { $0 == name } }
        #expect(count("Document") == 1 && count("H1") == 1 && count("H2") == 5 && count("Table") == 1)
        #expect(count("H3") == parts.determination.items.count && count("Art") == count("H3"))
        #expect(count("TH") == 7 && count("TD") == 7 && count("LI") == parts.documents.count)

        let fonts = try Exported.run("pdffonts", on: bytes).split(separator: "\n").dropFirst(2)
        #expect(fonts.count >= 4)
        for font in fonts {
            #expect(font.contains("Liberation") || font.contains("DejaVuSans"))
            #expect(font.firstMatch(of: /\s(yes) (yes) (yes)\s/) != nil, "not embedded: \(font)")
        }
    }

    static let strange: [(String, Unicode.Scalar)] = [
        ("中文", "中"), ("fine 🙂 day", "🙂"), ("𒀀 and more", "𒀀"), ("end \u{1F9B4}", "\u{1F9B4}"),
    ]

    @Test(
        "A character without glyph is an error that names it and the item, and no word of the letter",
        arguments: strange)
    func glyphs(_ words: String, _ scalar: Unicode.Scalar) throws {
        var parts = Exported.letter(2)
        parts.determination.items.append(
            DisputedItem(text: "Wheelchair", decision: .upheld, rationale: "Secret " + words))
        let place = PlaceInLetter(heading: LetterHeading.items.words(in: .usual), item: parts.determination.items.count)
        #expect(throws: ExportError.noGlyph(scalar, place: place)) { try pdf(parts) }
        let sentence = ExportError.noGlyph(scalar, place: place).description
        #expect(sentence.contains("item \(place.item)") && sentence.contains("U+") && !sentence.contains("Secret"))
        parts.determination.items.removeLast()
        parts.determination.summary += " " + words
        let summary = PlaceInLetter(heading: LetterHeading.summary.words(in: .usual), item: 0)
        #expect(throws: ExportError.noGlyph(scalar, place: summary)) { try pdf(parts) }
    }

    @Test("No heading ends a page and no line of a paragraph stands alone", arguments: 0..<40)
    func pages(_ seed: Int) throws {
        var parts = Exported.letter(seed % 5)
        // A little more each time, so that pages end at every place.
        parts.determination.summary = String(repeating: "Rest, ice and time. ", count: 20 + 11 * seed)
        let document = try LetterWriter.letter(parts).document
        let rows = try RowBuilder.rows(of: document, Typesetter())
        let pages = Pagination.pages(of: rows)
        #expect(
            pages.flatMap { $0.map(\.row) }.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
                == Array(rows.indices))
        for page in pages {
            let (first, last) = (try #require(page.first), try #require(page.last))
            #expect(!rows[last.row].staysWithNext)
            #expect(first.y == Pagination.Sheet.top)
            for fragment in page {
                guard let text = rows[fragment.row].single else { continue }
                #expect(text.lines.count < 4 || fragment.lines.count > 1)
                #expect(fragment.y + text.height(fragment.lines) <= Pagination.Sheet.bottom + 0.1)
            }
        }
        for row in rows.indices {
            guard let text = rows[row].single else { continue }
            let shown = pages.joined().filter { $0.row == row }.flatMap { Array($0.lines) }
            #expect(shown == Array(text.lines.indices))
        }
    }

    @Test(
        "A file that the page library did not write is not completed",
        arguments: ["", "%PDF-1.4\n", "trailer\n<< /Size 3"])
    func catalog(_ file: String) {
        #expect(throws: ExportError.formNotKnown) { try PDFCatalog.completed(Array(file.utf8), language: "en-US") }
    }
}
