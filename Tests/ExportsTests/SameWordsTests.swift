import CaseModel
import Letters
import Testing

@testable import Exports

@Suite("The forms of a letter say the same words")
struct SameWordsTests {
    @Test("Text, HTML and PDF", arguments: 0..<12)
    func sameWords(_ seed: Int) throws {
        let parts = Exported.letter(seed)
        let files = try Renderings.all(of: parts)
        for name in ["letter", "cover-letter"] {
            let (text, page, pdf) = try (
                file(name + ".txt", files), file(name + ".html", files), file(name + ".pdf", files)
            )
            let words = Exported.words(String(decoding: text, as: UTF8.self))
            #expect(words.count > 5)
            #expect(try Exported.words(ofHTML: String(decoding: page, as: UTF8.self)) == words)
            #expect(try Exported.words(ofPDF: pdf) == words)
        }
        #expect(Exported.words(String(decoding: try file("letter.txt", files), as: UTF8.self)).contains("µg"))
    }

    @Test("The text and the PDF read back as the determination, its documents and its notices", arguments: 0..<6)
    func readsBack(_ seed: Int) throws {
        let parts = Exported.letter(seed)
        let files = try Renderings.all(of: parts)
        let layout = try Exported.run("pdftotext", ["-layout"], on: file("letter.pdf", files), to: ["-"])
        for text in [String(decoding: try file("letter.txt", files), as: UTF8.self), layout] {
            let letter = try LetterReader.read(text)
            #expect(letter.determination.items.map(\.decision) == parts.determination.items.map(\.decision))
            #expect(letter.determination.items.map(\.text) == parts.determination.items.map(\.text))
            #expect(letter.determination.caseNumber == parts.determination.caseNumber)
            #expect(letter.determination.dates == parts.determination.dates)
            #expect(letter.documents == parts.documents)
            #expect(Exported.words(letter.closing) == Exported.words(parts.notices.joined(separator: " ")))
        }
    }

    @Test("The bundle has a letter, its JSON, its signature, its documents and what goes with it")
    func bundle() throws {
        var parts = Exported.letter(1)
        let bare = try Renderings.all(of: parts).map(\.name)
        let letter = ["letter.txt", "letter.html", "letter.pdf"]
        let cover = ["cover-letter.txt", "cover-letter.html", "cover-letter.pdf"]
        #expect(bare == letter + ["determination.json", "documents.txt"] + cover)
        parts.signedJSON = Array("{}\n".utf8)
        parts.signature = Array("signed".utf8)
        let files = try Renderings.all(of: parts)
        #expect(
            files.map(\.name) == letter + ["determination.json", "determination.json.sig", "documents.txt"] + cover)
        #expect(try file("determination.json", files) == parts.signedJSON)
        #expect(try file("determination.json.sig", files) == parts.signature)
    }

    private func file(_ name: String, _ files: [Rendering]) throws -> [UInt8] {
        try #require(files.first { $0.name == name }).bytes
    }
}
