import Foundation
import Testing

@testable import Signing

/// A file of a key and what is said of it.
struct KeyFileCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var mode = 0o600
    var text: @Sendable (SampleKey) -> String
    var sentence: String?
}

struct KeyTests {
    static let files: [KeyFileCase] = [
        KeyFileCase(testDescription: "a key of its owner alone", text: { $0.file() }),
        KeyFileCase(testDescription: "a key that its owner may only read", mode: 0o400, text: { $0.file() }),
        KeyFileCase(
            testDescription: "a key that the group may read", mode: 0o640, text: { $0.file() }, sentence: "chmod 600"),
        KeyFileCase(
            testDescription: "a key that all may read", mode: 0o604, text: { $0.file() }, sentence: "chmod 600"),
        KeyFileCase(
            testDescription: "a passphrase", text: { $0.file(cipher: "aes256-ctr") }, sentence: "sign with --agent"),
        KeyFileCase(testDescription: "an RSA key", text: { $0.file(kind: "ssh-rsa") }, sentence: "ssh-rsa"),
        KeyFileCase(
            testDescription: "checks that differ", text: { $0.file(secondCheck: 8) }, sentence: "damaged"),
        KeyFileCase(testDescription: "a public key", text: { $0.key.line }, sentence: "no private key"),
        KeyFileCase(testDescription: "nothing", text: { _ in "" }, sentence: "no private key"),
        KeyFileCase(
            testDescription: "a file cut short", text: { String($0.file().prefix(200)) }, sentence: "no private key"),
        KeyFileCase(
            testDescription: "a large file", text: { _ in String(repeating: "x", count: 20_000) },
            sentence: "no private key"),
    ]

    @Test("A key file is read when it is private and unprotected", arguments: files)
    func keyFile(_ given: KeyFileCase) throws {
        let key = try SampleKey(3)
        let folder = try TemporaryFolder()
        let path = try folder.write(given.text(key).utf8, as: "key", mode: given.mode)
        do throws(SigningError) {
            let read = try PrivateKey(contentsOf: path)
            #expect(given.sentence == nil)
            #expect(read.key == key.key)
            #expect(try read.sign([1, 2], namespace: "n").verifies([1, 2], namespace: "n"))
        } catch {
            #expect(error.description.contains(try #require(given.sentence, "\(error)")))
        }
    }

    @Test("What is no file is refused", arguments: ["", "/missing"])
    func noFile(_ name: String) throws {
        let folder = try TemporaryFolder()
        #expect(throws: SigningError.self) { try PrivateKey(contentsOf: folder.path + name) }
    }

    @Test("A damaged key file is refused or gives the same key, and nothing else happens")
    func damagedKeyFile() throws {
        let key = try SampleKey(3)
        let file = Array(key.file().utf8)
        for at in file.indices {
            var damaged = file
            damaged[at] ^= 1
            guard let read = try? PrivateKey(parsing: damaged, file: "key") else { continue }
            #expect(read.key == key.key, "byte \(at)")
        }
    }

    @Test("A public key line is parsed, its comment forgotten")
    func publicKey() throws {
        let key = try SampleKey(1).key
        #expect(try SSHPublicKey(line: key.line + " somebody@somewhere\n") == key)
        for (line, error) in [
            ("", SigningError.notAPublicKey), ("ssh-ed25519", .notAPublicKey), ("ssh-ed25519 AAAA", .notAPublicKey),
            ("ssh-rsa AAAA", .otherKeyKind("ssh-rsa")), ("hello there", .notAPublicKey),
            (String(key.line.dropLast(4)), .notAPublicKey),
        ] {
            #expect(throws: error) { try SSHPublicKey(line: line) }
        }
    }

    @Test("A signature is good for its bytes, its purpose and its key alone")
    func signature() throws {
        let key = try SampleKey(1)
        let signature = try key.sign([1, 2, 3], namespace: "a")
        #expect(signature.verifies([1, 2, 3], namespace: "a"))
        #expect(!signature.verifies([1, 2, 4], namespace: "a"))
        #expect(!signature.verifies([1, 2, 3], namespace: "b"))
        var renamed = signature
        renamed.namespace = "b"
        #expect(!renamed.verifies([1, 2, 3], namespace: "b"))
        var foreign = signature
        foreign.key = try SampleKey(2).key
        #expect(!foreign.verifies([1, 2, 3], namespace: "a"))
        #expect(try SSHSignature(armored: Array(signature.armored.utf8)) == signature)
    }

    @Test("A list of allowed signers reads back, with its times; what it does not understand it refuses")
    func allowedSigners() throws {
        let (one, two) = (try SampleKey(1).key, try SampleKey(2).key)
        let signers = AllowedSigners([
            AllowedSigner(
                principal: "R-1", key: one, validAfter: Sample.time("2026-01-01T00:00:00Z"),
                validBefore: Sample.time("2026-12-31T23:59:59Z")),
            AllowedSigner(principal: "R-2", key: two, namespaces: nil),
        ])
        #expect(try AllowedSigners(parsing: Array(signers.text.utf8)) == signers)
        let noted = "# who may sign\n\nR-1,R-3 \(one.line) a comment\nR-4 ssh-rsa AAAA\n"
        #expect(try AllowedSigners(parsing: Array(noted.utf8)).signers.map(\.principal) == ["R-1", "R-3"])
        for line in [
            "* \(one.line)", "R-1", "R-1 cert-authority \(one.line)", "R-1 valid-after=\"2026\" \(one.line)",
            "R-1 valid-before=\"20260101\" \(one.line)", "R-1 namespaces=imr \(one.line)", "R-1 ssh-ed25519 AAAA",
        ] {
            #expect(throws: SigningError.self, "\(line)") { try AllowedSigners(parsing: Array(line.utf8)) }
        }
    }

    @Test(
        "A key may sign from its first second to its last",
        arguments: [
            ("2025-12-31T23:59:59Z", "not valid before"), ("2026-01-01T00:00:00Z", nil),
            ("2026-12-31T23:59:59Z", nil), ("2027-01-01T00:00:00Z", "valid until"),
        ] as [(String, String?)])
    func validity(_ time: String, _ sentence: String?) throws {
        let key = try SampleKey(1).key
        let line = "valid-after=\"20260101Z\",valid-before=\"20261231235959Z\" \(key.line)"
        let signers = AllowedSigners([try AllowedSigner(registered: line, reviewer: "R-1")])
        let problem = signers.obstacle(to: key, for: "R-1", at: Sample.time(time))
        #expect(problem.map { $0.sentence.contains(sentence ?? "nothing") } ?? (sentence == nil))
        #expect(signers.obstacle(to: key, for: "R-2", at: Sample.time(time)) != nil)
        #expect(signers.obstacle(to: key, for: "R-1", at: Sample.time(time), namespace: "mail") != nil)
    }
}
