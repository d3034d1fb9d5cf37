internal import ArgumentParser

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify signed determinations, or without a path the store.",
        discussion: """
            A folder is a bundle: the document, its signature, the letters, and nothing else. A file is a document alone.
            Without --allowed-signers the keys are those that lie in the bundle: it is whole then, but whose it is you \
            have on its own word.
            Without a path the store is verified: the file, the audit log, its checkpoints and every case. It changes \
            nothing, and others may go on working. With --allowed-signers the signatures of checkpoints are verified too. The exit status is 1 when something is wrong.
            """)

    @Argument(help: "Bundles, or a determination.json; none for the store.", completion: .file())
    var paths: [String] = []
    @OptionGroup var bundles: BundleVerificationOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var audit: StoreVerificationOptions

    func validate() throws {
        guard bundles.signature == nil || paths.count == 1 else {
            throw ValidationError("--signature belongs to one file; give one.")
        }
    }

    func run() async throws {
        try await reporting {
            if paths.isEmpty {
                try verifyStore(at: store.path, audit, trusting: try bundles.trustedKeys())
            } else {
                try verifyBundles(at: paths, bundles)
            }
        }
    }
}
