internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign the determination of a case whose every item is decided.",
        discussion: """
            The check must find no error that is not overridden. The SSH agent signs, unless a key file is given here or \
            under [signature] in config.toml. imr export CASE --format bundle then writes what was signed.
            Example: imr sign CM26-0000101 --key ~/.ssh/id_ed25519
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var library: LibraryOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String
    @Option(help: "A private key file (ssh-ed25519) without a passphrase.", completion: .file()) var key: String?
    @Flag(help: "Sign with the SSH agent, even where a key file is set in config.toml.") var agent = false
    @Option(help: "Who signs, where no reviewer is registered: a pseudonym such as R-1.") var reviewer: String?

    func validate() throws {
        guard key == nil || !agent else { throw ValidationError("Give --key FILE or --agent, not both.") }
    }

    func run() async throws {
        let number = try readingInput { try CaseNumber(parsing: self.number) }
        try await reporting {
            let actor = try Place.actor()
            let store = try store.existing()
            defer { store.close() }
            let service = SigningService(
                store: store, actor: actor, choice: SignerChoice(reviewer: reviewer, isByAgent: agent), place: .command,
                library: library.path)
            do {
                for line in try await service.sign(number, keyPath: key).lines { Standard.print(line) }
            } catch ToolError.cannotSign(let name, let obstacles) where obstacles.count > 1 {
                Standard.error("imr: \(name) cannot be signed:")
                for obstacle in obstacles { Standard.error("  " + obstacle) }
                throw ExitCode(1)
            }
        }
    }
}
