import Foundation
import Testing

/// Something that a person may well do wrong, and what he is told.
struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    /// A word that the sentence must hold.
    var says: String
    var status: Int32 = 1

    var testDescription: String { name }

    init(_ name: String, _ arguments: String, says: String, status: Int32 = 1) {
        self.name = name
        self.arguments = arguments.split(separator: " ").map(String.init)
        self.says = says
        self.status = status
    }
}

/// `@` stands for the desk's folder, on which one good case lies in the store.
private let mistakes = [
    Mistake("a file that is not there", "import @/missing.txt", says: "missing.txt: nothing is there"),
    Mistake("text that is no letter", "import @/note.txt", says: "note.txt:1: "),
    Mistake("an empty file", "import @/empty.txt", says: "empty.txt:1: "),
    Mistake("a file of bytes", "import @/bytes.txt", says: "bytes.txt:"),
    Mistake("a PDF cut short", "import @/cut.pdf", says: "cut.pdf: "),
    Mistake("text called a PDF", "import @/text.pdf", says: "text.pdf: "),
    Mistake("another kind of file", "import @/picture.png", says: "picture.png: "),
    Mistake("a letter cut short", "import @/short.txt", says: "short.txt:"),
    Mistake("a case folder that is no TOML", "import @/folder", says: "case.toml:2: "),
    Mistake("other content", "import @/other.txt", says: OwnLetter.number),
    Mistake("a case that is not there", "case show CM26-0009999", says: "CM26-0009999"),
    Mistake("no case number", "case show ../etc/passwd", says: "/etc/passwd"),
    Mistake("an unknown case to export", "export CM26-0009999 --out @/out", says: "CM26-0009999"),
    Mistake("a folder that cannot be made", "export \(OwnLetter.number) --out @/note.txt/out", says: "note.txt/out"),
    Mistake("an unknown format", "export \(OwnLetter.number) --format docx --out @/out", says: "docx", status: 64),
    Mistake("an item too far", "decide \(OwnLetter.number) 9 upheld --rationale @/note.txt", says: "no item 9"),
    Mistake("item nought", "decide \(OwnLetter.number) 0 upheld --rationale @/note.txt", says: "no item 0"),
    Mistake(
        "an item in words", "decide \(OwnLetter.number) one upheld --rationale @/note.txt", says: "one", status: 64),
    Mistake("no decision", "decide \(OwnLetter.number) 1 maybe --rationale @/note.txt", says: "maybe"),
    Mistake("no rationale file", "decide \(OwnLetter.number) 1 upheld --rationale @/none.txt", says: "none.txt"),
    Mistake("no case to decide", "decide CM26-0009999 1 upheld --rationale @/note.txt", says: "CM26-0009999"),
    Mistake("a store that is none", "case list --store @/note.txt", says: "not a case store"),
    Mistake("a store that is a folder", "case list --store @/folder", says: "folder"),
    Mistake("a store without a place", "case list --store @/note.txt/store.db", says: "note.txt/store.db"),
    Mistake("fewer than no cases", "generate --cases -3", says: "--cases", status: 64),
    Mistake(
        "a signing key cut short", "reviewer add @/reviewer.toml", says: "key 1 under signing-keys is no public key",
        status: 2),
    Mistake("an unknown theme", "--theme plaid", says: "plaid"),
    Mistake("an unknown command", "frobnicate", says: "frobnicate", status: 64),
]

@Suite("What goes wrong is said in a sentence")
struct BadInputTests {
    private func desk() async throws -> Desk {
        let desk = try Desk()
        try await desk.imrSucceeds("import", "--blind", try desk.put(OwnLetter.text(), as: "letter.txt"))
        try desk.put("Milk, bread, butter.\n", as: "note.txt")
        try desk.put("", as: "empty.txt")
        try desk.put(Data((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 31) }), as: "bytes.txt")
        try desk.put("%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 o", as: "cut.pdf")
        try desk.put("No PDF at all.\n", as: "text.pdf")
        try desk.put(Data([0x89, 0x50, 0x4E, 0x47]), as: "picture.png")
        try desk.put(String(OwnLetter.text().prefix(900)), as: "short.txt")
        try desk.put("number = \"CM26-0000500\"\nsummary = unquoted\n", as: "folder/case.toml")
        try desk.put(OwnLetter.text(summary: "Other words."), as: "other.txt")
        try desk.put(
            "id = \"R-7\"\nname = \"A. Quill\"\nyears = 9\nweekly-hours = 30\nsigning-keys = [\"ssh-ed25519 AAAAC3Nz\"]\n"
                + "[[licence]]\nstate = \"Ohio\"\nnumber = \"1\"\n[[certification]]\nspecialty = \"Hand Surgery\"\n",
            as: "reviewer.toml")
        return desk
    }

    @Test("One mistake, one sentence, one status")
    func mistakesOneByOne() async throws {
        let desk = try await desk()
        for mistake in mistakes {
            let arguments = mistake.arguments.map { $0.replacing("@", with: desk.folder) }
            let outcome = try await desk.imr(arguments)
            #expect(outcome.status == mistake.status, "\(mistake.name): \(outcome.errors)")
            #expect(outcome.errors.contains(mistake.says), "\(mistake.name): \(outcome.errors)")
            #expect(!outcome.errors.contains("Error Domain"), "\(mistake.name): \(outcome.errors)")
            if mistake.status == 1 {
                #expect(outcome.sentences.count == 1, "\(mistake.name): \(outcome.errors)")
                #expect(
                    outcome.errors.hasSuffix(".\n") || outcome.errors.hasSuffix("”.\n"),
                    "\(mistake.name): \(outcome.errors)")
            }
        }
    }

    @Test("A decision needs a rationale")
    func emptyRationale() async throws {
        let desk = try await desk()
        let outcome = try await desk.imr(
            "decide", OwnLetter.number, "1", "upheld", "--rationale", desk.path("empty.txt"))
        #expect(outcome.status == 1)
        #expect(outcome.sentences.count == 1)
    }

    @Test("One bad letter among good ones does not stop them")
    func othersGoOn() async throws {
        let desk = try Desk()
        try desk.put("Milk, bread, butter.\n", as: "letters/a-note.txt")
        try desk.put(OwnLetter.text(), as: "letters/letter.txt")
        try desk.put(OwnLetter.text().replacing(OwnLetter.number, with: "CM26-0000418"), as: "letters/second.txt")
        let outcome = try await desk.imr("import", desk.path("letters"))
        #expect(outcome.status == 1)
        #expect(outcome.sentences.count == 1)
        #expect(outcome.output == "2 added, 0 unchanged, 0 replaced, 1 refused\n")
        let export = try await desk.imr("export", "CM26-0009999", "CM26-0000418", "--out", desk.path("out"))
        #expect(export.status == 1)
        #expect(try desk.text(of: "out/CM26-0000418.txt").contains("CM26-0000418"))
    }

    @Test("A store that is none is left as it was")
    func foreignFile() async throws {
        let desk = try await desk()
        _ = try await desk.imr("import", "--store", desk.path("note.txt"), desk.path("letter.txt"))
        #expect(try desk.text(of: "note.txt") == "Milk, bread, butter.\n")
    }

    @Test("The store is its owner's alone")
    func mode() async throws {
        let desk = try await desk()
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.path("store.db"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
