internal import CaseModel
internal import ArgumentParser
internal import CaseStore
internal import Signing

/// How a store is verified.
struct StoreVerificationOptions: ParsableArguments {
    @Option(help: "A copy of the file of checkpoints, kept elsewhere, in place of the one beside the store.")
    var anchor: String?
    @Flag(help: "The chain of the audit log alone, without the cases.") var chainOnly = false
}

extension VerifyCommand {
    /// Verifies a store and tells what came of it.
    /// - Throws: `ExitCode` 1 when something is wrong.
    func verifyStore(at path: String, _ options: StoreVerificationOptions, trusting trusted: TrustedKeys) throws {
        let report = try StoreVerification.run(
            at: path, anchor: options.anchor, contents: !options.chainOnly,
            verify: trusted.signers.map { signers in
                { message, armored in VerifyCommand.bears(armored, message, signers, trusted.revoked) }
            })
        for problem in report.problems { Standard.error("imr: \(path): \(problem)") }
        if report.isCut { Standard.error("imr: \(path): there is more that is not told here.") }
        let cases = options.chainOnly ? "" : ", \(Counted.words(report.cases, "case"))"
        Standard.print(
            "\(Counted.words(report.lines, "line")) of the audit log\(cases), "
                + Counted.words(report.checkpoints, "checkpoint")
                + (trusted.signers == nil ? "" : ", \(report.signed) of them signed"))
        guard report.isSound else {
            Standard.error("imr: \(path): keep the file as it is, and see imr restore.")
            throw ExitCode(1)
        }
        Standard.print("nothing is wrong")
    }

    /// Whether a signature is one of a checkpoint by a key that is allowed to sign checkpoints.
    private static func bears(
        _ armored: String, _ message: [UInt8], _ signers: AllowedSigners, _ revoked: Set<SSHPublicKey>
    ) -> Bool {
        guard let signature = try? SSHSignature(armored: Array(armored.utf8)), !revoked.contains(signature.key) else {
            return false
        }
        let isAllowed = signers.signers.contains { signer in
            signer.key == signature.key && signer.namespaces?.contains(SSHSignature.checkpoints) ?? true
        }
        return isAllowed && signature.verifies(message, namespace: SSHSignature.checkpoints)
    }
}
