internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct SummarizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize", abstract: "Write the clinical summary of a case, as the screen does.",
        discussion: """
            The text takes the place of the summary that is there; an empty line parts paragraphs.
            Example: imr summarize CM26-0000101 --text summary.txt
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.") var number: String
    @Option(help: "A text file with the summary.", completion: .file()) var text: String

    func run() async throws {
        let number = try readingInput { try CaseNumber(parsing: self.number) }
        try await reporting {
            let actor = try Place.actor()
            let words = try PlainText.read(text)
            guard words.contains(where: { !$0.isWhitespace }) else { throw ToolError.noSummary(path: text) }
            let store = try store.existing()
            defer { store.close() }
            _ = try await store.write(PlainText.unwrapped(words), as: .summary, in: number, by: actor)
            Standard.print("\(number): the clinical summary is written")
        }
    }
}
