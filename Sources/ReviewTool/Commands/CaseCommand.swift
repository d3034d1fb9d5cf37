internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "List the cases of the store, or show one.",
        subcommands: [ListCommand.self, ShowCommand.self, NotesCommand.self, TagCommand.self, ViewsCommand.self])
}

extension CaseCommand {
    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List cases, the due ones first.")

        @OptionGroup var store: StoreOptions
        @Flag(help: "One JSON array instead of a table.") var json = false
        @Flag(help: "Leave published cases out.") var open = false
        @OptionGroup var filter: FilterOptions
        @Option(help: "The order: \(WorklistQuery.Sort.names).", transform: WorklistQuery.Sort.parse)
        var sort: WorklistQuery.Sort?
        @Option(help: "Keep filter and order as a view of this name.") var save: String?

        func run() async throws {
            try await reporting {
                let store = try await store.readable(by: try Place.actor())
                defer { store.close() }
                let query = try await filter.query(in: store, sort: sort, onlyOpen: open)
                if let save {
                    let view = try SavedView(
                        name: save, filter: query.words, sort: query.sort, onlyOpen: query.onlyOpen)
                    try await store.saveView(view, by: try Place.actor())
                }
                var key: WorklistKey?
                var isFirst = true
                if json { Standard.write("[", to: 1) }
                // A page at a time: a store of a million cases is listed in little memory.
                while true {
                    let rows = try await store.worklist(query, from: key, direction: .after, limit: 500)
                    for row in rows {
                        if json {
                            Standard.write((isFirst ? "\n  " : ",\n  ") + (try CaseRowJSON(row).text()), to: 1)
                        } else {
                            Standard.print(CaseRowJSON.line(row))
                        }
                        isFirst = false
                    }
                    guard rows.count == 500, let last = rows.last else { break }
                    key = last.key
                }
                if json { Standard.write(isFirst ? "]\n" : "\n]\n", to: 1) }
            }
        }
    }

    struct ShowCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a case as a letter, or as JSON.",
            discussion: "A signed case is shown as it was signed, any other as its letter would go out now.")

        @OptionGroup var store: StoreOptions
        @Flag(help: "JSON instead of the letter.") var json = false
        @Argument(help: "The case number.", completion: .caseNumbers) var number: String

        func run() async throws {
            try await reporting {
                let actor = try Place.actor()
                let store = try await store.readable(by: try Place.actor())
                defer { store.close() }
                let number = try CaseNumber(parsing: number)
                let shown = StandingLetter(
                    store: store, assembly: try .configured(), today: SessionClock().today())
                Standard.write(text: try await json ? shown.json(of: number) : shown.text(of: number))
                await store.noteOpening(of: [number], by: actor)
            }
        }
    }
}
