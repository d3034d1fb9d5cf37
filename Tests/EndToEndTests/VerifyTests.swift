import CaseModel
import Foundation
import Signing
import Testing

/// What is done to a bundle on the desk, and what the command says of it.
struct VerifyCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var arguments: [String]
    /// Words on the standard output, else on the standard error.
    var says: String
    var status: Int32 = 1
    var change: @Sendable (Desk) throws -> Void = { _ in }
}

struct VerifyTests {
    /// `@` stands for the desk's folder; `keys` allows the reviewer's key, `others` another one.
    static let cases: [VerifyCase] = [
        VerifyCase(
            testDescription: "a bundle", arguments: ["@/bundle"], says: "verified by the keys that lie in it", status: 0
        ),
        VerifyCase(
            testDescription: "a bundle by a key one knows", arguments: ["@/bundle", "--allowed-signers", "@/keys"],
            says: "@/bundle: verified\n", status: 0),
        VerifyCase(
            testDescription: "a document alone",
            arguments: ["@/bundle/determination.json", "--allowed-signers", "@/keys"], says: "verified", status: 0),
        VerifyCase(
            testDescription: "a document alone, of somebody unknown", arguments: ["@/bundle/determination.json"],
            says: "Nobody says who may sign"),
        VerifyCase(
            testDescription: "a bundle by another's key", arguments: ["@/bundle", "--allowed-signers", "@/others"],
            says: "not registered for the reviewer R-1"),
        VerifyCase(
            testDescription: "a revoked key", arguments: ["@/bundle", "--revoked", "@/revoked"], says: "is revoked"),
        VerifyCase(
            testDescription: "a changed letter", arguments: ["@/bundle"], says: "letter.txt: The letter is not the one",
            change: { try $0.put("Other words.", as: "bundle/letter.txt") }),
        VerifyCase(
            testDescription: "a changed document", arguments: ["@/bundle", "--quiet"], says: "changed or exchanged",
            change: { desk in
                let text = try desk.text(of: "bundle/determination.json")
                try desk.put(text.replacing("overturned", with: "upheld"), as: "bundle/determination.json")
            }),
        VerifyCase(testDescription: "nothing there", arguments: ["@/nowhere"], says: "nothing is there"),
        VerifyCase(
            testDescription: "no list of signers", arguments: ["@/bundle", "--allowed-signers", "@/bundle/letter.txt"],
            says: "Line 1 of the allowed signers"),
        VerifyCase(
            testDescription: "one signature for two", arguments: ["@/bundle", "@/bundle", "--signature", "x"],
            says: "--signature belongs to one file", status: 64),
    ]

    private func desk() throws -> Desk {
        let desk = try Desk()
        let key = try PrivateKey()
        let determination = Determination(
            summary: "A summary.", items: [DisputedItem(text: "MRI", decision: .overturned, rationale: "A reason.")])
        let number = try CaseNumber(parsing: "CM26-0000417")
        let signed = try SigningDesk.sign(
            SigningRequest(
                reviewCase: ReviewCase(number: number, state: .decided, determination: determination), records: [],
                letters: [
                    RenderedLetter(name: "letter.txt", mediaType: "text/plain", bytes: Array("A letter.\n".utf8))
                ],
                reviewer: Reviewer(
                    id: try ReviewerID(parsing: "R-1"), name: "Ada Q. Exampleton", signingKeys: [key.key.line]),
                programme: "test", meaning: "For a test.", programVersion: "0", signedAt: .epoch), with: key)
        for (name, bytes) in signed.files { try desk.put(Data(bytes), as: "bundle/" + name) }
        try desk.put(signed.allowedSigners, as: "keys")
        try desk.put("R-1 \(try PrivateKey().key.line)\n", as: "others")
        try desk.put(key.key.line + "\n", as: "revoked")
        return desk
    }

    @Test("imr verify says what is wrong with a bundle, and with which file", arguments: cases)
    func verify(_ given: VerifyCase) async throws {
        let desk = try desk()
        try given.change(desk)
        func filled(_ text: String) -> String { text.replacing("@", with: desk.folder) }
        let outcome = try await desk.imr(["verify"] + given.arguments.map(filled))
        #expect(outcome.status == given.status, "\(outcome.output)\(outcome.errors)")
        let said = given.status == 0 ? outcome.output : outcome.errors
        #expect(said.contains(filled(given.says)), "\(outcome.output)\(outcome.errors)")
        #expect(!outcome.errors.contains("A reason"))
    }
}
