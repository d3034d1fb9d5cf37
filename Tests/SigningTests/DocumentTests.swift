import CaseModel
import Foundation
import Letters
import Testing

@testable import Signing

struct DocumentTests {
    /// Wording as awkward as wording gets.
    static let awkward = [
        "", "\"quoted\" \\ back", "tab\tbell\u{7}\u{1B}[31m", "e\u{301} é 中文 🙂 👩‍⚕️", "\u{202E}bidi\u{2066}",
        "a\r\nb\n\nc",
        "\u{85}\u{2028}\u{7F}\u{0}", "</script>", "\u{E0041}tag",
    ]

    /// Documents of made-up cases, every seventh of them with awkward wording, empty lists and nothing known.
    static let documents: [DeterminationDocument] = (0..<120).compactMap { index in
        guard var document = try? Sample.signed(index).document else { return nil }
        guard index.isMultiple(of: 7) else { return document }
        let words = awkward[index / 7 % awkward.count]
        document.determination.summary = words
        document.determination.items[0].rationale = words
        document.determination.items[0].citations = [Citation(source: words, sections: [words, words])]
        document.determination.dates = CaseDates()
        document.determination.priority = nil
        document.determination.reviewer = ReviewerCredentials(licensure: [words])
        document.meaning = words
        (document.ranks, document.documents, document.overrides) = ([], [], [])
        (document.replaces, document.previousAudit) = (nil, FileDigest(of: []))
        return document
    }

    @Test("A document reads back as it was, and is written in the same bytes")
    func roundTrip() throws {
        #expect(DocumentTests.documents.count == 120)
        for document in DocumentTests.documents {
            let bytes = document.bytes
            let read = try DeterminationDocument.read(bytes)
            #expect(read == document)
            #expect(read.bytes == bytes)
            let isClean = bytes.allSatisfy { $0 == 10 || $0 >= 32 && $0 != 127 }
            #expect(isClean && bytes.last == 10)
        }
    }

    @Test("Its determination is what the JSON of a case says, field for field")
    func sameAsCaseJSON() throws {
        for document in DocumentTests.documents {
            let determination = try #require(try JSONParser.parse(document.bytes)["determination"])
            let text = try CaseJSON.encode(document.determination, number: document.caseNumber)
            #expect(sorted(determination) == sorted(try JSONParser.parse(Array(text.utf8))))
            let read = try CaseJSON.decode(String(decoding: JSONWriter.bytes(determination), as: UTF8.self))
            #expect(read == document.determination)
        }
    }

    private func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(members.map { JSONMember(name: $0.name, value: sorted($0.value)) }.sorted { $0.name < $1.name })
        case .array(let values): .array(values.map(sorted))
        default: value
        }
    }

    @Test("Every document fits the published schema; whatever is left out, added or of another kind fits neither")
    func schema() throws {
        let schema = try JSONParser.parse(Array(DeterminationSchema.text.utf8))
        let checker = SchemaChecker(root: schema)
        for document in DocumentTests.documents {
            #expect(checker.complaints(try JSONParser.parse(document.bytes), schema) == [])
        }
        let sound = try JSONParser.parse(try Sample.signed().bytes)
        let damages = sound.damages()
        #expect(damages.count > 120)
        for (what, value) in damages {
            #expect(checker.complaints(value, schema) != [], "the schema takes: \(what)")
            #expect(throws: SigningError.self, "the reader takes: \(what)") {
                try DeterminationDocument.read(JSONWriter.bytes(value))
            }
        }
    }

    @Test(
        "What is wrong is named with its place",
        arguments: [
            (#""revision": 2"#, #""revision": 2, "signer": 1"#, "“signer” is not known;"),
            (#""rule""#, #""rule": "x", "why""#, "“why” is not known in “overrides[0]”"),
            (#""rule""#, #""reason": "x", "rule""#, "stands twice"),
            (#""revision": 2"#, #""revision": 2.0"#, "whole number"),
            (#""revision": 2"#, #""revision": 0"#, "“revision” is wrong"),
            (#""version": 1,"#, #""version": 2,"#, "of the form this program knows"),
            (#""name": "imr""#, #""name": "other""#, "“program.name” is wrong"),
            ("2026-11-22T20:06:30Z", "2026-11-22T20:06:30+01:00", "“signedAt” is wrong"),
            ("2026-11-22T20:06:30Z", "2026-02-30T20:06:30Z", "“signedAt” is wrong"),
            (#""decisionDate": "2026-11-22""#, #""decisionDate": "2026-02-30""#, "“determination.decisionDate”"),
            (#""key": "SHA256:"#, #""key": "MD5:"#, "“reviewer.key”"),
            (#".txt""#, #"/../x.txt""#, "“letters[0].name”"),
            (#""programme": "#, #"programme: "#, "a name is expected"),
            ("}\n", "}\n{}", "follows after the end"),
        ])
    func refused(_ old: String, _ new: String, _ sentence: String) throws {
        let text = String(decoding: try Sample.signed().bytes, as: UTF8.self)
        let range = try #require(old == "}\n" ? text.range(of: old, options: .backwards) : text.range(of: old))
        let changed = Array(text.replacingCharacters(in: range, with: new).utf8)
        let error = #expect(throws: SigningError.self) { try DeterminationDocument.read(changed) }
        #expect(try #require(error).description.contains(sentence), "\(error?.description ?? "")")
    }

    @Test(
        "Bytes that are no JSON are refused",
        arguments: ["", "[", "nul", "\"\\ud800\"", "01", "-0", "{\"a\":1,}", "[1 2]"])
    func noJSON(_ text: String) {
        #expect(throws: SigningError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(throws: SigningError.self) { try JSONParser.parse([34, 0xFF, 34]) }
        #expect(throws: SigningError.self) { try JSONParser.parse([UInt8](repeating: 91, count: 100_000)) }
    }
}
