import CaseModel
import Foundation
import Testing

@testable import Signing

/// What is done to a request, and what the desk says of it.
struct DeskCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout SigningRequest) -> Void
    var sentence: String
}

struct DeskTests {
    static let cases: [DeskCase] = [
        DeskCase(
            testDescription: "an open item", change: { $0.reviewCase.determination.items[0].decision = nil },
            sentence: "Item 1 is not decided"),
        DeskCase(
            testDescription: "no item", change: { $0.reviewCase.determination.items = [] }, sentence: "has no item"),
        DeskCase(testDescription: "no meaning", change: { $0.meaning = " \n" }, sentence: "meaning"),
        DeskCase(testDescription: "no letter", change: { $0.letters = [] }, sentence: "no letter to sign"),
        DeskCase(
            testDescription: "a name that leads elsewhere", change: { $0.letters[0].name = "../letter.txt" },
            sentence: "cannot be named"),
        DeskCase(
            testDescription: "the document's name", change: { $0.letters[0].name = "determination.json" },
            sentence: "cannot be named"),
        DeskCase(
            testDescription: "one name twice", change: { $0.letters[1].name = $0.letters[0].name.uppercased() },
            sentence: "cannot be named"),
        DeskCase(
            testDescription: "the letter of another case",
            change: { $0.letters[0].bytes = Array("CASE NUMBER: CM01-0000001\n".utf8) }, sentence: "another case"),
        DeskCase(
            testDescription: "another case in HTML",
            change: { $0.letters[1].bytes = Array("<b>Case Number:</b> <i>CM01-0000001</i>".utf8) },
            sentence: "another case"),
        DeskCase(
            testDescription: "the reviewer's name in the rationale",
            change: { $0.reviewCase.determination.items[0].rationale = "So says Ada q. Exampleton." },
            sentence: "determination.json: names the reviewer"),
        DeskCase(
            testDescription: "the reviewer's name in a letter, broken by a line",
            change: { $0.letters[0].bytes = Array("signed ADA Q.\n  EXAMPLETON\n".utf8) },
            sentence: ".txt: names the reviewer"),
        DeskCase(
            testDescription: "no key registered", change: { $0.reviewer.signingKeys = [] },
            sentence: "not registered for the reviewer R-0042"),
        DeskCase(
            testDescription: "another's key",
            change: { $0.reviewer.signingKeys = [(try? SampleKey(2).key.line) ?? ""] },
            sentence: "not registered for the reviewer R-0042"),
        DeskCase(
            testDescription: "an expired key",
            change: { $0.reviewer.signingKeys = $0.reviewer.signingKeys.map { "valid-before=\"20261121Z\" " + $0 } },
            sentence: "valid until"),
        DeskCase(
            testDescription: "a key line that is none", change: { $0.reviewer.signingKeys = ["hello"] },
            sentence: "not understood"),
    ]

    @Test("What cannot be signed is refused in a sentence", arguments: cases)
    func refused(_ given: DeskCase) throws {
        let key = try SampleKey(1)
        var request = try Sample.request(key: key)
        given.change(&request)
        let error = #expect(throws: SigningError.self) { try SigningDesk.sign(request, with: key) }
        #expect(try #require(error).description.contains(given.sentence), "\(error?.description ?? "")")
    }

    @Test("The reviewer's name is in no file of the bundle, nor his other keys")
    func anonymity() throws {
        let key = try SampleKey(1)
        var request = try Sample.request(key: key)
        let other = try SampleKey(2).key
        request.reviewer.signingKeys.append(other.line + " ada@example.org")
        let signed = try SigningDesk.sign(request, with: key)
        for (name, bytes) in signed.files {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in ["Exampleton", other.line, "example.org"] { #expect(!text.contains(secret), "\(name)") }
        }
        #expect(signed.document.documents.map(\.pages) == [2, 0])
        #expect(signed.document.documents[0].digest == FileDigest(of: Array("Page one\nof two\u{C}Page two".utf8)))
    }

    @Test("A key file must be registered for the reviewer, and an agent hold such a key")
    func keyPlaces() throws {
        let key = try SampleKey(1)
        let folder = try TemporaryFolder()
        let path = try folder.write(key.file().utf8, as: "key")
        let reviewer = try Sample.reviewer(["ssh-rsa AAAA", key.key.line])
        #expect(try SigningDesk.signer(at: .file(path), for: reviewer).key == key.key)
        let stranger = try Sample.reviewer([try SampleKey(2).key.line])
        #expect(
            throws: SigningError.mayNotSign(
                .notRegistered(reviewer: "R-0042", fingerprint: key.key.fingerprint))
        ) { try SigningDesk.signer(at: .file(path), for: stranger) }
        let agent = try FakeAgent(in: folder) { AgentTests.sound($0, key) }
        defer { agent.stop() }
        #expect(try SigningDesk.signer(at: .agent(agent.path), for: reviewer).key == key.key)
        #expect(throws: SigningError.agentHasNoKey(count: 1)) {
            try SigningDesk.signer(at: .agent(agent.path), for: stranger)
        }
        #expect(throws: SigningError.noAgent) { try SigningDesk.signer(at: .agent(nil), for: reviewer) }
    }
}
