internal import ArgumentParser
internal import CaseModel
internal import CaseStore

/// The store and the case that a step is taken on.
struct CaseStepOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @Argument(help: "The case number.", completion: .caseNumbers) var number: String

    /// Takes a step and prints where the case then stands.
    nonisolated(nonsending) func take(
        _ body: nonisolated(nonsending) (SQLiteCaseStore, CaseNumber, Actor) async throws -> ReviewCase
    ) async throws {
        try await reporting {
            let number = try readingInput { try CaseNumber(parsing: self.number) }
            let actor = try Place.actor()
            let store = try store.open()
            defer { store.close() }
            Standard.print(CaseStepOptions.line(try await body(store, number, actor)))
        }
    }

    /// A case in a line: where it stands, and what runs.
    static func line(_ reviewCase: ReviewCase) -> String {
        var parts = ["\(reviewCase.number): \(reviewCase.state.words)"]
        if let assignment = reviewCase.assignment { parts.append("assigned to \(assignment.reviewer)") }
        if let since = reviewCase.suspendedSince { parts.append("waits for records since \(since.iso)") }
        if reviewCase.state.isWaiting, let due = reviewCase.due { parts.append("due \(due.iso)") }
        return parts.joined(separator: "; ")
    }
}

/// Reads what was typed or filed; what cannot be read ends the command with the status 2.
func readingInput<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch {
        Standard.error("imr: " + Sentence.of(error))
        throw ExitCode(2)
    }
}

/// A day as typed: `2026-02-03`, or as letters write it.
func readingDay(_ text: String) throws -> Day {
    try readingInput {
        guard let day = Day(iso: text) ?? Day(american: text) else { throw ToolError.notADay(text) }
        return day
    }
}
