import ChildProcesses
import Foundation
import Testing

@testable import Signing

/// The programs of OpenSSH, which say whether we understand its formats as it does.
enum OpenSSH {
    static let isThere = ["ssh-keygen", "ssh-agent", "ssh-add"].allSatisfy { ChildProcess.path(of: $0) != nil }

    /// Starts a program that goes on beside the test.
    static func start(_ program: String, _ arguments: [String]) throws -> ChildProcess {
        try ChildProcess.start([try #require(ChildProcess.path(of: program))] + arguments)
    }

    /// Runs a program to its end: its status and what it said.
    @discardableResult
    static func run(
        _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> (status: Int32, said: String) {
        let folder = try TemporaryFolder()
        // From a file: into a pipe, a program that ends early would end us.
        let outcome = try ChildProcess.run(
            [try #require(ChildProcess.path(of: program))] + arguments,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            input: .file(try folder.write(input, as: "input")), errors: .pipe)
        guard case .exited(let status) = outcome.ending else { return (-1, outcome.text) }
        return (status, outcome.text)
    }
}

@Suite(.enabled(if: OpenSSH.isThere, "ssh-keygen, ssh-agent and ssh-add are not on the PATH"), .serialized)
struct OpenSSHTests {
    private let folder: TemporaryFolder
    private let signed: SignedDetermination

    init() throws {
        folder = try TemporaryFolder()
        signed = try Sample.signed()
        for (name, bytes) in signed.files { _ = try folder.write(bytes, as: name) }
    }

    private func verifies(
        _ bytes: [UInt8], principal: String = "R-0042", at time: String = "20261122200630Z", more: [String] = []
    ) throws -> Bool {
        let (status, _) = try OpenSSH.run(
            "ssh-keygen",
            [
                "-Y", "verify", "-f", folder.path + "/" + BundleFiles.allowedSigners, "-I", principal,
                "-n", SSHSignature.determinations, "-s", folder.path + "/" + BundleFiles.signature,
                "-O", "verify-time=" + time,
            ] + more, input: bytes)
        return status == 0
    }

    @Test("ssh-keygen verifies what was signed, and nothing with a byte changed")
    func document() throws {
        #expect(try verifies(signed.bytes))
        #expect(!(try verifies(signed.bytes, principal: "R-0043")))
        let step = max(1, signed.bytes.count / 150)
        for at in stride(from: 0, to: signed.bytes.count, by: step) {
            var changed = signed.bytes
            changed[at] ^= 1
            #expect(!(try verifies(changed)), "byte \(at)")
        }
        #expect(!(try verifies(signed.bytes + [10])))
        #expect(!(try verifies(signed.bytes.dropLast())))
    }

    @Test("ssh-keygen refuses every changed letter of the signature")
    func signature() throws {
        let lines = Array(signed.signature.utf8)
        for at in lines.indices where lines[at] > 32 && lines[at] != UInt8(ascii: "-") {
            var changed = lines
            changed[at] ^= 1
            _ = try folder.write(changed, as: BundleFiles.signature)
            #expect(!(try verifies(signed.bytes)), "byte \(at)")
        }
    }

    @Test("ssh-keygen judges validity and revocation as we do")
    func validity() throws {
        let key = try SampleKey(1).key
        let signers = AllowedSigners([
            AllowedSigner(
                principal: "R-0042", key: key, validAfter: Sample.time("2026-01-01T00:00:00Z"),
                validBefore: Sample.time("2026-12-31T23:59:59Z"))
        ])
        _ = try folder.write(signers.text.utf8, as: BundleFiles.allowedSigners)
        for time in ["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"] {
            let moment = Sample.time(time)
            let ours = signers.obstacle(to: key, for: "R-0042", at: moment) == nil
            #expect(try verifies(signed.bytes, at: moment.signersFile) == ours, "\(time)")
        }
        for (number, isGood) in [(1, false), (2, true)] as [(UInt8, Bool)] {
            let revoked = try folder.write(
                RevokedKeys.text([try SampleKey(number).key]).utf8, as: BundleFiles.revokedKeys)
            #expect(try verifies(signed.bytes, more: ["-r", revoked]) == isGood)
        }
    }

    @Test("Keys that ssh-keygen makes are read, their fingerprints are the same, their signatures too")
    func keys() throws {
        let path = folder.path + "/key"
        try OpenSSH.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "a b", "-f", path])
        let key = try PrivateKey(contentsOf: path)
        let line = try String(contentsOfFile: path + ".pub", encoding: .utf8)
        #expect(try SSHPublicKey(line: line) == key.key)
        #expect(line.hasPrefix(key.key.line + " "))
        #expect(try OpenSSH.run("ssh-keygen", ["-l", "-f", path]).said.contains(" \(key.key.fingerprint) "))
        let theirs = try OpenSSH.run(
            "ssh-keygen", ["-q", "-Y", "sign", "-f", path, "-n", "purpose"], input: Array("words".utf8)
        ).said
        #expect(try key.sign(Array("words".utf8), namespace: "purpose").armored == theirs)
        let protected = folder.path + "/protected"
        try OpenSSH.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "secret", "-f", protected])
        #expect(throws: SigningError.protectedKey(file: protected)) { try PrivateKey(contentsOf: protected) }
    }

    @Test("A key in ssh-agent signs; locked, or without the key, the agent is told of")
    func agent() throws {
        let socket = folder.path + "/agent"
        let agent = try OpenSSH.start("ssh-agent", ["-D", "-a", socket])
        defer { agent.kill() }
        for _ in 0..<200 where !FileManager.default.fileExists(atPath: socket) { usleep(10_000) }
        let path = folder.path + "/key"
        try OpenSSH.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path])
        let key = try PrivateKey(contentsOf: path)
        #expect(throws: SigningError.agentHasNoKey(count: 0)) {
            try SSHAgent(path: socket).signer(among: [key.key])
        }
        #expect(try OpenSSH.run("ssh-add", [path], environment: ["SSH_AUTH_SOCK": socket]).status == 0)
        let reviewer = try Sample.reviewer([key.key.line])
        let signer = try SigningDesk.signer(at: .agent(socket), for: reviewer)
        var request = try Sample.request(key: try SampleKey(1))
        request.reviewer = reviewer
        let bundle = try SigningDesk.sign(request, with: signer)
        #expect(BundleVerification.report(on: bundle.files, trusting: TrustedKeys()).isSound)
        #expect(try OpenSSH.run("ssh-add", ["-D"], environment: ["SSH_AUTH_SOCK": socket]).status == 0)
        #expect(throws: SigningError.agentRefused) { try SigningDesk.sign(request, with: signer) }
    }
}
