internal import ArgumentParser
internal import CaseModel
internal import CaseStore

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Link a sentence of a rationale to the lines of a record it rests on.",
        discussion: """
            The records that are linked are the documents reviewed, which the letter lists.
            Example: imr link CM26-0000101 1 --sentence "No red flag is noted." --record 2 --page 3 --lines 4-7
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String
    @Argument(help: "The item, from 1.") var item: Int
    @Option(help: "The sentence, in the words of the rationale.") var sentence: String
    @Option(help: "The record, from 1.") var record: Int
    @Option(help: "The page of the record, from 1.") var page: Int
    @Option(help: "The lines of the page, as 4 or 4-7.", transform: LinkCommand.lines) var lines: ClosedRange<Int>

    func run() async throws {
        let number = try readingInput { try CaseNumber(parsing: self.number) }
        try await reporting {
            let actor = try Place.actor()
            let store = try store.existing()
            defer { store.close() }
            let items = try await store.open(number).determination.items
            guard items.indices.contains(item - 1) else { throw ToolError.noSuchItem(item, count: items.count) }
            let words = Prose.normalized(sentence)
            guard !words.isEmpty, Prose.normalized(items[item - 1].rationale).contains(words) else {
                throw ToolError.noSuchSentence(item)
            }
            let link = try await store.addLink(
                EvidenceLink(sentence: words, evidence: .record(record: record, page: page, lines: lines)),
                item: item, in: number, by: actor)
            let count = try await store.documentsReviewed(of: number).count
            Standard.print(
                "\(number) item \(item): link \(link.id); \(count) \(count == 1 ? "document" : "documents") reviewed")
        }
    }

    @Sendable private static func lines(_ text: String) throws -> ClosedRange<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let first = ends.first.flatMap(\.self),
            let last = ends.last.flatMap(\.self),
            first >= 1, first <= last
        else { throw ValidationError("“\(text)” is no line and no range of lines; write 4 or 4-7.") }
        return first...last
    }
}
