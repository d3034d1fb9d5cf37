internal import ArgumentParser
internal import Foundation
internal import Signing

/// How signed determinations are verified.
struct BundleVerificationOptions: ParsableArguments {
    @Option(help: "The signature of the one file given (default: the file's name with .sig).", completion: .file())
    var signature: String?
    @Option(help: "Who may sign, as ssh-keygen takes it: a reviewer's id and his key a line.", completion: .file())
    var allowedSigners: String?
    @Option(help: "Keys that are good no more, a public key a line.", completion: .file()) var revoked: String?
    @Flag(help: "Say only what is wrong.") var quiet = false

    /// The keys of the files named.
    func trustedKeys() throws(SigningError) -> TrustedKeys {
        var trusted = TrustedKeys()
        if let allowedSigners {
            trusted.signers = try AllowedSigners(parsing: try BundleFolder.bytes(ofFile: allowedSigners))
        }
        if let revoked { trusted.revoked = try RevokedKeys.parse(try BundleFolder.bytes(ofFile: revoked)) }
        return trusted
    }
}

extension VerifyCommand {
    /// Verifies bundles and documents and tells what came of each.
    /// - Throws: `ExitCode` 1 when something is wrong with any.
    func verifyBundles(at paths: [String], _ options: BundleVerificationOptions) throws {
        let trusted = try options.trustedKeys()
        var hasFailed = false
        for path in paths where !verify(path, trusted, options) { hasFailed = true }
        if hasFailed { throw ExitCode(1) }
    }

    /// Says what was found of a path; false when anything is wrong.
    private func verify(_ path: String, _ trusted: TrustedKeys, _ options: BundleVerificationOptions) -> Bool {
        let report: BundleReport
        do throws(SigningError) { report = try self.report(on: path, trusted, options.signature) } catch {
            Standard.error("imr: " + error.description)
            return false
        }
        for line in report.lines {
            if !line.isSound {
                Standard.error("imr: \(path): \(line.file): \(line.sentence)")
            } else if !options.quiet {
                Standard.print("\(path): \(line.file): \(line.sentence)")
            }
        }
        if !options.quiet {
            let isOnItsWord = trusted.signers == nil ? " by the keys that lie in it" : ""
            Standard.print(report.isSound ? "\(path): verified\(isOnItsWord)" : "\(path): NOT verified")
        }
        return report.isSound
    }

    private func report(
        on path: String, _ trusted: TrustedKeys, _ signature: String?
    ) throws(SigningError) -> BundleReport {
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
