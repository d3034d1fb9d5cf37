internal import ArgumentParser

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the store: the file, the audit log, its checkpoints and every case.",
        discussion: "It changes nothing, and others may go on working. The exit status is 1 when something is wrong.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var audit: StoreVerificationOptions

    func run() async throws {
        try await reporting { try verifyStore(at: store.path, audit) }
    }
}
