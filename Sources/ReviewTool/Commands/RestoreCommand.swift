internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the store; the store that is there is kept aside.",
        discussion: "The backup is verified first. Everybody closes the workstation before.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The backup.", completion: .file()) var backup: String

    func run() async throws {
        try await reporting {
            let actor = try Place.actor()
            try await store.permit(.administer, to: actor)
            let aside = try StoreBackup.restore(
                backup, to: store.path, by: actor, now: SQLiteCaseStore.systemClock())
            if let aside { Standard.print("what was there is kept as \(aside)") }
            Standard.print("\(store.path) is restored from \(backup)")
        }
    }
}
