import Testing

@testable import Letters

@Suite("What is no letter is refused with a reason")
struct ErrorTests {
    static let item = "Bed: Upheld\n\n" + Form.tail

    static let refusals: [(text: String, error: LetterError)] = [
        ("", .empty), (" \n\t\u{A0}\u{0C}\n", .empty), ("\u{FEFF}", .empty),
        ("%PDF-1.4\n\u{0}\u{1}", .notText(line: 2)),
        ("A shopping list\n\nBread", .notALetter),
        ("Case\n\nISSUE AT DISPUTE\n\nBed", .earlierForm(line: 3)),
        ("Case\n\nIMR DECISION(S) AND RATIONALE(S)\n\nBed: Uphold", .earlierForm(line: 3)),
        ("CLINICAL CASE SUMMARY\nPain.", .headingMissing(.made, after: 1)),
        ("HOW THE IMR FINAL DETERMINATION\nWAS MADE\n\nText.", .headingMissing(.summary, after: 2)),
        ("HOW THE IMR FINAL DETERMINATION WAS MADE\n\nCLINICAL CASE SUMMARY\n", .headingMissing(.items, after: 3)),
        (Form.letter(items: ""), .noItems(line: 12)),
        (Form.letter(items: "No treatment is in dispute."), .noItems(line: 12)),
        (Form.letter(items: "Bed\n\n" + Form.tail), .decisionMissing(line: 17)),
        (Form.letter(items: item + "\n\nChair\n\n" + Form.tail), .decisionMissing(line: 25)),
    ]

    @Test("Each kind of fault is named, with its line", arguments: refusals.indices)
    func refusal(_ index: Int) {
        let (text, error) = ErrorTests.refusals[index]
        #expect(throws: error) { try LetterReader.read(text) }
    }

    @Test("A text beyond the limit is not read")
    func tooLong() {
        #expect(throws: LetterError.tooLong(bytes: 41, limit: 40)) {
            try LetterReader.read(String(repeating: "x", count: 41), limit: 40)
        }
    }

    @Test("A sentence says what to do and ends with a full stop", arguments: refusals.indices)
    func sentence(_ index: Int) {
        let description = ErrorTests.refusals[index].error.description
        #expect(description.hasSuffix(".") && description.count > 40)
    }

    @Test("A letter that is cut anywhere is read or refused, never worse", arguments: Fixture.allCases)
    func cut(_ fixture: Fixture) throws {
        let text = Array(try fixture.text().unicodeScalars)
        for end in stride(from: 0, to: text.count, by: 7) {
            let part = String(String.UnicodeScalarView(text[..<end]))
            if let letter = try? LetterReader.read(part) { #expect(Coverage.faults(of: letter, in: part) == []) }
        }
    }

    @Test("Lines in any order are read or refused, and no word is lost", arguments: 1...20)
    func shuffled(_ seed: Int) throws {
        var numbers = SeededNumbers(seed: seed)
        for fixture in Fixture.allCases {
            var lines = try fixture.text().split(separator: "\n", omittingEmptySubsequences: false)
            for _ in 0..<3 { lines.swapAt(Int.random(in: 0..<lines.count, using: &numbers), lines.count / 2) }
            lines.remove(at: Int.random(in: 0..<lines.count, using: &numbers))
            let text = lines.joined(separator: "\n")
            if let letter = try? LetterReader.read(text) { #expect(Coverage.faults(of: letter, in: text) == []) }
        }
    }

    static let monsters = [
        "Upheld\nClaims Administrator guideline: x\n", "was the original request. ", "x-\n", "\n\n1\n\n", "\u{0C}7\n",
        "Claims Administrator guideline: ", "Final Determination Letter for IMR Case Number 1\n", "a: Upheld\n\n",
        "-/-/ ",
        "The original request, portion of the original request\n\n",
    ]

    @Test("A million bytes of anything take time in proportion", arguments: monsters)
    func monster(_ piece: String) {
        let body = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let text = Form.letter(items: "Bed: Upheld\n\n" + Form.tail + "\n" + body + "\n\nChair: Upheld\n\n" + Form.tail)
        #expect(ContinuousClock().measure { _ = try? LetterReader.read(text) } < .seconds(30))
    }
}
