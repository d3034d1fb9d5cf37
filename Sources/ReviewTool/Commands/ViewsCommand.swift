internal import ArgumentParser
internal import CaseModel
internal import CaseStore

extension CaseCommand {
    struct ViewsCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "views", abstract: "List your saved views, or delete one.",
            discussion: "A view is saved with imr case list --filter … --save NAME, and used with --view NAME.")

        @OptionGroup var store: StoreOptions
        @Option(help: "Delete the view of this name.") var delete: String?

        func run() async throws {
            try await reporting {
                let actor = try Place.actor()
                let store = try store.open()
                defer { store.close() }
                if let delete { return try await store.deleteView(delete, by: actor) }
                for view in try await store.views(of: actor) {
                    let order = "sort " + view.sort.rawValue + (view.onlyOpen ? " · published hidden" : "")
                    Standard.print(view.name + ": " + view.filter + "  (" + order + ")")
                }
            }
        }
    }
}
