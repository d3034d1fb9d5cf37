internal import ArgumentParser
internal import CaseModel
internal import CaseStore
internal import Exports
internal import Foundation

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write determinations as letters, JSON or bundles.",
        discussion: """
            Of a signed case the stored files go out, byte for byte as they were signed; a public copy of it is set anew \
            and unsigned. Each file is there whole or not at all, and the same case gives the same bytes. What stands there already \
            is left as it is, so an export of many cases that was broken off goes on where it was. A case that has no \
            letter is named with the reason, the others go on, and the exit status is 1.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, pdf, json, bundle

        var letterFormat: LetterFormat? { LetterFormat(rawValue: rawValue) }
    }

    @OptionGroup var store: StoreOptions
    @Argument(help: "The case numbers.", completion: .caseNumbers) var numbers: [String] = []
    @Flag(help: "Export all cases whose items are all decided.") var all = false
    @Option(
        help: "With --all, only cases in this state: \(CaseState.allCases.map(\.rawValue).joined(separator: ", ")).",
        transform: ExportCommand.state)
    var state: CaseState?
    @Option(
        help: """
            text (the letter in its published form), html, pdf, json, or bundle (a folder a case with all of them); \
            may be given more than once.
            """)
    var format: [Format] = []
    @Flag(
        help: "Write the public copy: credentials only, and no name or number that the case's notice tells.")
    var publication = false
    @Option(help: "The folder to write to; it is made when it is missing.", completion: .directory) var out: String

    func validate() throws {
        if all != numbers.isEmpty { throw ValidationError("Name cases or give --all, one of the two.") }
        if state != nil, !all { throw ValidationError("--state goes with --all.") }
        if format.contains(.bundle), format.count > 1 {
            throw ValidationError("A bundle holds every form; --format bundle stands alone.")
        }
    }

    func run() async throws {
        try await reporting {
            let configuration = try Configuration.read()
            let actor = try Place.actor()
            let folder = try OutputFolder(out)
            folder.removeLeftovers()
            let store = try await store.readable(by: try Place.actor())
            defer { store.close() }
            let tally = ExportTally(out: out, isNaming: !all)
            let wanted = all ? try await decided(store) : await named(tally)
            await tally.begin(wanted.count)
            var seen: Set<CaseNumber> = []
            let run = ExportRun(
                source: ExportSource(
                    store: store,
                    assembly: LetterAssembly(profile: try CurrentProgramme.profile(), form: configuration.form),
                    today: SessionClock().today(), isPublication: publication),
                formats: format.isEmpty ? [.text] : format.compactMap(\.letterFormat),
                isBundle: format.contains(.bundle), folder: folder, index: all ? ExportIndex(of: folder) : nil)
            do {
                try await run.export(
                    wanted.filter { seen.insert($0).inserted },
                    workers: min(ProcessInfo.processInfo.activeProcessorCount, 8)
                ) { outcomes in
                    await tally.add(outcomes)
                    await store.noteOpening(of: outcomes.compactMap(\.exported), by: actor)
                }
            } catch {
                await tally.clear()
                throw error
            }
            if await tally.finish() { throw ExitCode(1) }
        }
    }

    /// The cases that are named, in the order given; what is no number is told.
    private func named(_ tally: ExportTally) async -> [CaseNumber] {
        var result: [CaseNumber] = []
        for text in numbers {
            do { result.append(try CaseNumber(parsing: text)) } catch {
                await tally.refuse(text, Sentence.of(error))
            }
        }
        return result
    }

    /// The cases of the store that have a decision on every item, and the wanted state.
    private func decided(_ store: SQLiteCaseStore) async throws -> [CaseNumber] {
        let query = WorklistQuery(sort: .number)
        var result: [CaseNumber] = []
        var key: WorklistKey?
        repeat {
            let rows = try await store.worklist(query, from: key, direction: .after, limit: 1000)
            for row in rows where row.itemCount > 0 && row.decidedCount == row.itemCount {
                if state == nil || row.state == state { result.append(row.number) }
            }
            key = rows.last?.key
        } while key != nil
        return result
    }

    @Sendable private static func state(_ word: String) throws -> CaseState {
        guard let state = CaseState(rawValue: word) else {
            let known = CaseState.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(word)” is no state; there are \(known).")
        }
        return state
    }
}
