internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Foundation

extension CaseCommand {
    struct NotesCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "notes", abstract: "Show the notes and reasons with which steps of a case were taken.",
            discussion: "They may speak of the case, so they are kept with it and not in the audit log.")

        @OptionGroup var store: StoreOptions
        @Argument(help: "The case number.", completion: .caseNumbers) var number: String

        func run() async throws {
            try await reporting {
                let actor = try Place.actor()
                let store = try await store.readable(by: actor)
                defer { store.close() }
                let number = try CaseNumber(parsing: number)
                _ = try await store.open(number)
                for note in try await store.notes(of: number) {
                    let time = Date(timeIntervalSince1970: Double(note.at)).formatted(.iso8601)
                    Standard.print("\(time)  \(note.actor)  \(note.step.rawValue)  \(note.text)")
                }
                await store.noteOpening(of: [number], by: actor)
            }
        }
    }
}
