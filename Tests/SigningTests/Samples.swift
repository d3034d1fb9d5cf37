import CaseModel
import Crypto
import Foundation
import Letters
import Synthetic

@testable import Signing

/// The key of a made-up reviewer, one for each number.
struct SampleKey: MessageSigner {
    let secret: Curve25519.Signing.PrivateKey
    let key: SSHPublicKey

    init(_ number: UInt8) throws {
        secret = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: number, count: 32))
        key = try SSHPublicKey(line: SampleKey.line([UInt8](secret.publicKey.rawRepresentation)))
    }

    private static func line(_ bytes: [UInt8]) -> String { SSHPublicKey(bytes: bytes)?.line ?? "" }

    func signature(of message: [UInt8]) throws(SigningError) -> [UInt8] {
        guard let signature = try? secret.signature(for: message) else { throw .wrongSignature }
        return [UInt8](signature)
    }

    /// The key as OpenSSH writes it into a file; the parts may be spoilt.
    func file(cipher: String = "none", kind: String = SSHPublicKey.kind, secondCheck: UInt32 = 7) -> String {
        var inner = SSHWriter()
        inner.number(7)
        inner.number(secondCheck)
        inner.string(kind)
        inner.string(key.bytes)
        inner.string([UInt8](secret.rawRepresentation) + key.bytes)
        inner.string("a comment")
        for filler in 1...8 as ClosedRange<UInt8> where inner.bytes.count % 8 != 0 { inner.raw([filler]) }
        var blob = SSHWriter()
        blob.string(kind)
        blob.string(key.bytes)
        var outer = SSHWriter()
        outer.raw("openssh-key-v1\0".utf8)
        outer.string(cipher)
        outer.string(cipher == "none" ? "none" : "bcrypt")
        outer.string("")
        outer.number(1)
        outer.string(blob.bytes)
        outer.string(inner.bytes)
        let text = Data(outer.bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n\(text)\n-----END OPENSSH PRIVATE KEY-----\n"
    }
}

/// A made-up determination and all that signing it takes.
enum Sample {
    static let signedAt = time("2026-11-22T20:06:30Z")

    static func time(_ iso: String) -> UTCTime { UTCTime(iso: iso) ?? signedAt }

    /// A reviewer whose registered keys are the given lines.
    static func reviewer(_ keys: [String]) throws -> Reviewer {
        Reviewer(
            id: try ReviewerID(parsing: "R-0042"), name: "Ada Q. Exampleton, MD", signingKeys: keys)
    }

    /// A case of the series, every item decided.
    static func decided(_ index: Int) -> ReviewCase {
        let today = Day(year: 2026, month: 11, day: 22) ?? .epoch
        let made = SyntheticCases(seed: 42, count: index + 1, today: today)[index]
        var determination = made.determination
        for item in determination.items.indices where determination.items[item].decision == nil {
            determination.items[item].decision = item.isMultiple(of: 2) ? .upheld : .overturned
            determination.items[item].rationale = "The record bears it out.\n\nIt is “medically necessary”."
        }
        determination.dates.decision = today
        return ReviewCase(number: made.number, state: .decided, determination: determination)
    }

    static let records = [
        CaseRecord(title: "Progress report", pages: ["Page one\nof two", "Page two"]),
        CaseRecord(title: "MRI “lumbar”", pages: []),
    ]

    /// A request that can be signed with a key.
    static func request(_ index: Int = 0, key: SampleKey) throws -> SigningRequest {
        let reviewCase = decided(index)
        let number = reviewCase.number.text
        let letters = [
            RenderedLetter(
                name: "\(number).txt", mediaType: "text/plain; charset=utf-8",
                bytes: Array("Case Number:      \(number)    Priority: Standard\n\nWords.\n".utf8)),
            RenderedLetter(
                name: "\(number).html", mediaType: "text/html; charset=utf-8",
                bytes: Array("<dt>Case Number</dt>\n<dd>\(number)</dd>\n".utf8)),
            RenderedLetter(name: "\(number).pdf", mediaType: "application/pdf", bytes: Array(0...255)),
        ]
        var request = SigningRequest(
            reviewCase: reviewCase, records: records, letters: letters, reviewer: try reviewer([key.key.line]),
            programme: "ca-imr", meaning: "I decided this case independently.", programVersion: "0.1.0",
            signedAt: signedAt)
        request.overrides = [
            FindingOverride(
                rule: "dates.late", item: nil, fingerprint: "f00d", reason: "Known.", actor: "a", at: 0)
        ]
        request.ranks = [ItemRank(item: 1, rank: "B", inapplicable: [.init(rank: "A", reason: "It is silent.")])]
        request.replaces = FileDigest(of: [1])
        request.revision = 2
        return request
    }

    static func signed(_ index: Int = 0, by number: UInt8 = 1) throws -> SignedDetermination {
        let key = try SampleKey(number)
        return try SigningDesk.sign(try request(index, key: key), with: key)
    }
}

/// A folder of its own, gone with the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        // Short: the path of a socket has at most 107 bytes.
        path = FileManager.default.temporaryDirectory.path + "/imr-" + UUID().uuidString.prefix(12)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    func write(_ bytes: some Sequence<UInt8>, as name: String, mode: Int = 0o600) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }
}
