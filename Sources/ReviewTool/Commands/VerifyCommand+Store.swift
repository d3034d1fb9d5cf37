internal import ArgumentParser
internal import CaseStore

/// How a store is verified.
struct StoreVerificationOptions: ParsableArguments {
    @Option(help: "A copy of the file of checkpoints, kept elsewhere, in place of the one beside the store.")
    var anchor: String?
    @Flag(help: "The chain of the audit log alone, without the cases.") var chainOnly = false
}

extension VerifyCommand {
    /// Verifies a store and tells what came of it.
    /// - Throws: `ExitCode` 1 when something is wrong.
    func verifyStore(at path: String, _ options: StoreVerificationOptions) throws {
        let report = try StoreVerification.run(at: path, anchor: options.anchor, contents: !options.chainOnly)
        for problem in report.problems { Standard.error("imr: \(path): \(problem)") }
        if report.isCut { Standard.error("imr: \(path): there is more that is not told here.") }
        let cases = options.chainOnly ? "" : ", \(report.cases) cases"
        Standard.print("\(report.lines) lines of the audit log\(cases), \(report.checkpoints) checkpoints")
        guard report.isSound else {
            Standard.error("imr: \(path): keep the file as it is, and see imr restore.")
            throw ExitCode(1)
        }
        Standard.print("nothing is wrong")
    }
}
