internal import CaseModel
internal import ArgumentParser
internal import CaseStore

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store while others work on it, and verify the copy.",
        discussion: """
            The copy gets its name only when it is whole, verified and on the disk. Do not copy a store in use by \
            other means: what stands in its log would be missing. Keep the copy and its -anchor file on another disk.
            """)

    @OptionGroup var store: StoreOptions
    @Flag(help: "Let the copy take the place of an earlier one.") var replace = false
    @Argument(help: "The file to make.", completion: .file()) var destination: String

    func run() async throws {
        try await reporting {
            try await store.permit(.audit, to: try Place.actor())
            let report = try StoreBackup.make(of: store.path, to: destination, replace: replace)
            Standard.print(
                "\(destination): \(Counted.words(report.cases, "case")), \(Counted.words(report.lines, "line")) of the audit log, verified"
            )
        }
    }
}
