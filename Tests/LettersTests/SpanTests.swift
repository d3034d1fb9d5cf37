import CaseModel
import Testing

@testable import Letters

@Suite("Parts know where in the source they stand")
struct SpanTests {
    static let places: [(Fixture, LetterPart.Kind, ClosedRange<Int>, String)] = [
        (.singleItem, .headerField(.caseNumber), 1...1, "CM21-0000101"),
        (.singleItem, .headerField(.applicationReceived), 4...4, "03/08/2021"),
        (.singleItem, .licensure, 14...14, "Oregon,California"),
        (.singleItem, .heading(.summary), 18...18, "CLINICAL CASE SUMMARY"),
        (.singleItem, .head(item: 1), 29...29, "Ultrasound study of the left ankle:"),
        (.singleItem, .decision(item: 1), 29...29, "Overturned"),
        (
            .singleItem, .reviewerGuideline(item: 1), 34...35,
            "Decision based on MTUS Ankle and Foot Complaints 2004, Section(s):\nSpecial Studies."
        ),
        (.manyItems, .head(item: 4), 63...63, "Heated blanket:"),
        (.manyItems, .label(item: 4), 65...65, "Claims Administrator guideline:"),
        (.pageBreaks, .decision(item: 2), 51...51, "Overturned"),
    ]

    @Test("Line, bytes and words agree with the source", arguments: places.indices)
    func place(_ index: Int) throws {
        let (fixture, kind, lines, words) = SpanTests.places[index]
        let text = try fixture.text()
        let part = try #require(try LetterReader.read(text).part(kind))
        #expect(part.span.lines == lines)
        #expect(String(decoding: Array(text.utf8)[part.span.bytes], as: UTF8.self) == words)
    }

    @Test("A phrase of a normalized text leads to its words in the source", arguments: Fixture.allCases)
    func phrases(_ fixture: Fixture) throws {
        let text = try fixture.text()
        let bytes = Array(text.utf8)
        let letter = try LetterReader.read(text)
        let determination = letter.determination
        var sections: [(LetterPart.Kind, String)] = [(.summary, determination.summary)]
        for (index, item) in determination.items.enumerated() {
            sections.append((.head(item: index + 1), item.text))
            sections.append((.rationale(item: index + 1), item.rationale))
        }
        for (kind, prose) in sections {
            let part = try #require(letter.part(kind))
            let scalars = Array(prose.unicodeScalars)
            // Each word by its offset, as a check of the determination finds it.
            var start = 0
            for end in scalars.indices.map({ $0 + 1 }) where end == scalars.count || [" ", "\n"].contains(scalars[end])
            {
                if end > start {
                    let word = String(String.UnicodeScalarView(scalars[start..<end]))
                    let span = try #require(part.source(ofScalars: start..<end))
                    let found = String(decoding: bytes[span.bytes], as: UTF8.self)
                    #expect(Prose.normalized(found).filter { !$0.isWhitespace } == word)
                    let line = 1 + bytes[..<span.bytes.lowerBound].count { $0 == 10 }
                    #expect(span.lines.lowerBound == line)
                }
                start = end + 1
            }
        }
    }

    @Test("A range that cuts a word of plain letters gives just these letters")
    func insideWord() throws {
        let text = try Fixture.singleItem.text()
        let part = try #require(try LetterReader.read(text).part(.head(item: 1)))
        let span = try #require(part.source(ofScalars: 5..<12))
        #expect(String(decoding: Array(text.utf8)[span.bytes], as: UTF8.self) == "sound s")
        #expect(part.source(ofScalars: 10..<11) == nil)
        #expect(part.source(ofScalars: 500..<501) == nil)
    }
}
