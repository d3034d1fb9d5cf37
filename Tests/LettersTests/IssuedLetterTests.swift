import CaseModel
import Testing

@testable import Letters

@Suite("An issued letter reads back, with its documents and notices")
struct IssuedLetterTests {
    @Test("The fixtures with everything added", arguments: Fixture.allCases)
    func fixtures(_ fixture: Fixture) throws {
        let determination = try fixture.letter().determination
        let parts = LetterParts(
            determination: determination, documentsLeadIn: "These were read:",
            documents: [
                "Application", String(repeating: "A very long title. ", count: 12) + "End", "3. is no number",
                "MRI, 2 pages",
            ],
            notices: ["It is final.", "Appeals:\n\nwithin 30 days."])
        let (document, text) = try LetterWriter.letter(parts)
        let letter = try LetterReader.read(text)
        #expect(letter.determination == determination)
        #expect(letter.documents == parts.documents)
        #expect(letter.closing == "It is final.\n\nAppeals:\n\nwithin 30 days.")
        #expect(Coverage.faults(of: letter, in: text) == [])
        #expect(document.blocks.first == .title("Final Determination Letter"))
        #expect(letter.part(.document(4)) != nil && letter.part(.closing) != nil)
    }

    @Test("Without additions it says what the published form says", arguments: Fixture.allCases)
    func bare(_ fixture: Fixture) throws {
        let letter = try fixture.letter()
        #expect(letter.documents == [] && letter.closing == "")
        let parts = LetterParts(determination: letter.determination, title: "")
        #expect(try LetterWriter.letter(parts).text == LetterWriter.text(letter.determination))
    }

    static let refused: [(documents: [String], notices: [String], part: UnwritablePart)] = [
        ([String(repeating: "x", count: 90) + " 2. y", "z"], [], .documents),
        ([], ["A.\n\nNOTICES\n\nB."], .rationale(item: 1)),
    ]

    @Test("What would read differently is refused", arguments: refused.indices)
    func refusal(_ index: Int) {
        let (documents, notices, part) = IssuedLetterTests.refused[index]
        let item = DisputedItem(text: "Bed", decision: .upheld, rationale: "No.")
        let parts = LetterParts(determination: Determination(items: [item]), documents: documents, notices: notices)
        #expect(throws: LetterError.cannotBeWritten(part)) { try LetterWriter.letter(parts) }
    }

    @Test("A page number is no part of the letter though the case number stands before it")
    func feet() throws {
        let text = Form.letter(items: "Bed: Upheld\n\n" + Form.tail)
        let halves = text.split(separator: "IMR ISSUES", maxSplits: 1)
        let paged =
            halves[0] + "CM17-0003890 · page 1 of 2\n\u{0C}IMR ISSUES" + halves[1] + "\n\nCM17-0003890 · page 2 of 2\n"
        #expect(try LetterReader.read(String(paged)).determination == LetterReader.read(text).determination)
    }
}
