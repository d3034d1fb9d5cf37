internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Letters

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write determinations as letters or JSON, a file each.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json

        var ending: String { self == .text ? "txt" : "json" }
    }

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case numbers.") var numbers: [String]
    @Option(help: "text (the letter in its published form) or json.") var format = Format.text
    @Option(help: "The folder to write to; it is made when it is missing.", completion: .directory) var out: String

    func run() async throws {
        try await reporting {
            let configuration = try Configuration.read()
            let folder = try OutputFolder(out)
            let actor = try Place.actor()
            let store = try store.existing()
            defer { store.close() }
            var hasFailed = false
            for text in numbers {
                do {
                    let reviewCase = try await store.open(try CaseNumber(parsing: text))
                    let name = "\(reviewCase.number).\(format.ending)"
                    try folder.write(try letter(reviewCase, configuration), as: name)
                    Standard.print("\(out)/\(name)")
                    await store.noteOpening(of: [reviewCase.number], by: actor)
                } catch {
                    hasFailed = true
                    Standard.error("imr: \(text): " + Sentence.of(error))
                }
            }
            if hasFailed { throw ExitCode(1) }
        }
    }

    private func letter(_ reviewCase: ReviewCase, _ configuration: Configuration) throws -> String {
        var determination = reviewCase.determination
        if determination.form == LetterForm() { determination.form = configuration.form }
        return switch format {
        case .text: try LetterWriter.text(determination)
        case .json: try CaseJSON.encode(determination, number: reviewCase.number)
        }
    }
}
