internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct SummarizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize", abstract: "Write the clinical summary of a case, as the screen does.",
        discussion: """
            An empty line parts paragraphs. Where another summary is there, it stays unless --replace is given; and with \
            it, while somebody has the case open on a screen.
            Example: imr summarize CM26-0000101 --text summary.txt
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String
    @Option(help: "A text file with the summary.", completion: .file()) var text: String
    @Flag(help: "Also over another summary that is there.") var replace = false

    func run() async throws {
        let number = try readingInput { try CaseNumber(parsing: self.number) }
        try await reporting {
            let actor = try Place.actor()
            let words = try PlainText.read(text)
            guard words.contains(where: { !$0.isWhitespace }) else { throw ToolError.noSummary(path: text) }
            let store = try store.existing()
            defer { store.close() }
            let present = try await store.open(number)
            if replace { try await store.requireClosed(number) }
            let (summary, known) = (PlainText.unwrapped(words), present.determination.summary)
            guard replace || known.isEmpty || known == Prose.normalized(summary) else {
                throw ToolError.wouldReplace(number.text, "it has another clinical summary")
            }
            // Whoever changes the case between the look at it and the writing is not written over.
            _ = try await store.write(summary, as: .summary, in: number, revision: present.revision, by: actor)
            Standard.print("\(number): the clinical summary is written")
        }
    }
}
