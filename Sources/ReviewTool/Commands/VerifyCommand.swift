internal import ArgumentParser

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
    @OptionGroup var bundles: BundleVerificationOptions

    func validate() throws {
        guard bundles.signature == nil || paths.count == 1 else {
            throw ValidationError("--signature belongs to one file; give one.")
        }
    }

    func run() async throws {
        try await reporting { try verifyBundles(at: paths, bundles) }
    }
}
