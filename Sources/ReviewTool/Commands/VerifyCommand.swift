internal import ArgumentParser
internal import Foundation
internal import Signing

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify signed determinations: who signed, when, and that nothing was changed.",
        discussion: """
            A folder is a bundle: the document, its signature, the letters, and nothing else. A file is a document alone.
            Without --allowed-signers the keys are those that lie in the bundle: it is whole then, but whose it is you
            have on its own word.
            """)

    @Argument(help: "Bundles, or a determination.json.", completion: .file()) var paths: [String]
    @Option(help: "The signature of the one file given (default: the file's name with .sig).", completion: .file())
    var signature: String?
    @Option(help: "Who may sign, as ssh-keygen takes it: a reviewer's id and his key a line.", completion: .file())
    var allowedSigners: String?
    @Option(help: "Keys that are good no more, a public key a line.", completion: .file()) var revoked: String?
    @Flag(help: "Say only what is wrong.") var quiet = false

    func validate() throws {
        guard signature == nil || paths.count == 1 else {
            throw ValidationError("--signature belongs to one file; give one.")
        }
    }

    func run() async throws {
        try await reporting {
            let trusted = try trustedKeys()
            var hasFailed = false
            for path in paths where !verify(path, trusted) { hasFailed = true }
            if hasFailed { throw ExitCode(1) }
        }
    }

    private func trustedKeys() throws -> TrustedKeys {
        var trusted = TrustedKeys()
        do {
            if let allowedSigners {
                trusted.signers = try AllowedSigners(parsing: try BundleFolder.bytes(ofFile: allowedSigners))
            }
            if let revoked { trusted.revoked = try RevokedKeys.parse(try BundleFolder.bytes(ofFile: revoked)) }
        }
        return trusted
    }

    /// Says what was found of a path; false when anything is wrong.
    private func verify(_ path: String, _ trusted: TrustedKeys) -> Bool {
        let report: BundleReport
        do throws(SigningError) { report = try self.report(on: path, trusted) } catch {
            Standard.error("imr: " + error.description)
            return false
        }
        for line in report.lines {
            if !line.isSound {
                Standard.error("imr: \(path): \(line.file): \(line.sentence)")
            } else if !quiet {
                Standard.print("\(path): \(line.file): \(line.sentence)")
            }
        }
        if !quiet {
            let isOnItsWord = trusted.signers == nil ? " by the keys that lie in it" : ""
            Standard.print(report.isSound ? "\(path): verified\(isOnItsWord)" : "\(path): NOT verified")
        }
        return report.isSound
    }

    private func report(on path: String, _ trusted: TrustedKeys) throws(SigningError) -> BundleReport {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .cannotRead(file: path, reason: "nothing is there")
        }
        guard !isFolder.boolValue || signature != nil else {
            return BundleFolder.report(on: path, trusting: trusted)
        }
        return BundleVerification.report(
            onDocument: try BundleFolder.bytes(ofFile: path),
            signature: try BundleFolder.bytes(ofFile: signature ?? path + ".sig"), trusting: trusted)
    }
}
