import CaseModel
import Testing

@testable import Letters

/// Other ways in which the same letter may come.
enum Variant: String, CaseIterable, Sendable {
    case windowsLineEnds, byteOrderMark, tabsAndSpaces, noBlankLines, doubleSpaced
    case narrow, wide, pagesWithNumbers, pagesWithTitles, pagesBare, pagesInNarrow, pagesWithoutBlanks

    /// A determination as such a letter; `seed` determines where pages end.
    func letter(_ determination: Determination, seed: Int) throws -> String {
        let text = TextRendering(width: width).text(of: try LetterWriter.document(determination))
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        switch self {
        case .windowsLineEnds: return lines.joined(separator: "\r\n")
        case .byteOrderMark: return "\u{FEFF}" + text
        case .tabsAndSpaces:
            return lines.map { "\t\u{A0}" + $0.split(separator: " ").joined(separator: "\u{A0} ") + " \t" }
                .joined(separator: "\n")
        case .noBlankLines: return lines.filter { !$0.isEmpty }.joined(separator: "\n")
        case .doubleSpaced: return lines.map { $0 + "\n \n" }.joined()
        case .narrow, .wide: return text
        case .pagesWithNumbers, .pagesWithTitles, .pagesBare, .pagesInNarrow, .pagesWithoutBlanks:
            if self == .pagesWithoutBlanks { lines.removeAll { $0.isEmpty } }
            return paged(lines, seed)
        }
    }

    private var width: Int {
        switch self {
        case .narrow, .pagesInNarrow: 60
        case .wide: 130
        default: 95
        }
    }

    /// Pages of 6 to 20 lines; an empty line where a page ends is lost, as in a PDF.
    private func paged(_ lines: [String], _ seed: Int) -> String {
        var numbers = SeededNumbers(seed: seed)
        var result: [String] = []
        var page = 1
        // The header stays whole: its columns are no paragraphs.
        var next = 8 + Int.random(in: 0..<12, using: &numbers)
        for (index, line) in lines.enumerated() {
            if index == next {
                next += 6 + Int.random(in: 0..<15, using: &numbers)
                page += 1
                result += furniture(page)
                if line.isEmpty { continue }
            }
            result.append(line)
        }
        return result.joined(separator: "\n")
    }

    private func furniture(_ page: Int) -> [String] {
        switch self {
        case .pagesWithNumbers: ["", String(repeating: " ", count: 40) + "\(page - 1)", "\u{0C}"]
        case .pagesWithTitles, .pagesInNarrow:
            ["", "\u{0C}Final Determination Letter for IMR Case Number CM21-0000100", "Page \(page) of 12", ""]
        default: ["\u{0C}"]
        }
    }
}

@Suite("A letter says the same however it was set")
struct VariantTests {
    @Test("Line ends, blank lines, width and pages do not matter", arguments: Fixture.allCases, Variant.allCases)
    func variants(_ fixture: Fixture, _ variant: Variant) throws {
        var expected = try fixture.letter().determination
        if variant == .noBlankLines || variant == .pagesWithoutBlanks || variant.rawValue.hasPrefix("pages") {
            // Without blank lines nothing tells paragraphs apart.
            try #require(expected.items.count > 0)
            expected = flattened(expected)
        }
        for seed in 1...4 {
            let text = try variant.letter(expected, seed: seed)
            let letter = try LetterReader.read(text)
            #expect(letter.determination == expected)
            #expect(Coverage.faults(of: letter, in: text) == [])
        }
    }

    /// The determination with each text as one paragraph.
    private func flattened(_ determination: Determination) -> Determination {
        var result = determination
        func one(_ text: String) -> String {
            text.split(separator: "\n").joined(separator: " ")
        }
        result.form.methodology = one(result.form.methodology)
        result.summary = one(result.summary)
        for index in result.items.indices { result.items[index].rationale = one(result.items[index].rationale) }
        return result
    }

    @Test("A running title of unknown wording at the top of every page is no text")
    func unknownRunningTitle() throws {
        let pages = [
            "An expert looked at the neck and", "the back and found nothing that would", "need more than rest.",
        ]
        let summary = pages.joined(separator: "\n\u{0C}Northgate file 17 of the year\n\n")
        let letter = try LetterReader.read(Form.letter(summary: summary, items: "Rest: Upheld\n\n" + Form.tail))
        #expect(letter.determination.summary == pages.joined(separator: " "))
        #expect(letter.parts.filter { $0.kind == .furniture }.count == 12)
    }

    /// What stands at the end of a page and at the start of the next, pages before the last, and whether it is no text.
    static let edges: [(foot: String, top: String, pages: Int, isFurniture: Bool)] = [
        ("\n\n  Page: #", "", 2, true), ("\n\n  p. #", "", 2, true), ("\n\n  Pg. #", "", 2, true),
        ("\n\n  #/4", "", 3, true), ("\n\nCONFIDENTIAL", "", 2, true), ("\n\nForm of May   Page #", "", 2, true),
        ("", "Review of a claim, CM21-0000100\n\n", 2, true),
        ("", "Northgate Review\nDesk of the south\nPO Box 17\n\n", 3, true), ("\n\nRest alone", "", 1, true),
        ("\n\nThis is all.", "", 2, false),
        ("", "Northgate Review\n\n", 2, true), ("", "Northgate Review\n\n", 1, false),
        // The end of a citation, a strength, and a paragraph that begins with another review's number.
        ("\np. 12)", "", 2, false), ("\np. 78", "", 2, false), ("\n2/5", "", 2, false), ("\n\n#/9", "", 3, false),
        ("\n\nIn a prior review, CM20-0000345, this was found", "", 1, false),
    ]

    @Test("What stands apart at the edge of each page is no text", arguments: edges.indices)
    func edge(_ index: Int) throws {
        let (foot, top, count, isFurniture) = VariantTests.edges[index]
        let pages = [
            "An expert looked at the neck and", "found nothing there that would", "need much more than rest and",
        ]
        let summary = pages.prefix(count).enumerated().map { page, words in
            (page == 0 ? "" : "\u{0C}" + top) + words + foot.replacing("#", with: "\(page + 1)")
        }
        // The last page ends with the letter.
        let ended = summary.joined(separator: "\n") + "\n\u{0C}" + top + "a brace."
        let text =
            Form.letter(summary: ended, items: "Rest: Upheld\n\n" + Form.tail)
            + foot.replacing("#", with: "\(count + 1)")
        let read = try LetterReader.read(text).determination
        #expect((read.summary == pages.prefix(count).joined(separator: " ") + " a brace.") == isFurniture)
        #expect(!isFurniture || read.items.first?.rationale.hasSuffix(".") == true)
    }

    static let notFurniture = ["3", "Page 3", "- 3 -", "2004.", "3/7", "p. 3"]

    @Test("A number in the midst of a page is text", arguments: notFurniture)
    func numbersStay(_ number: String) throws {
        let text = Form.letter(
            summary: "Quantity:\n\n\(number)\n\nThe pain is of that degree.", items: "Rest: Upheld\n\n" + Form.tail)
        #expect(
            try LetterReader.read(text).determination.summary == "Quantity:\n\n\(number)\n\nThe pain is of that degree."
        )
    }
}
