internal import ArgumentParser
internal import CaseModel
internal import CaseStore

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
    @Option(help: "The case store (default: $IMR_STORE, else $XDG_DATA_HOME/imr/store.db).", completion: .file())
    var store: String?

    var path: String { store ?? Place.store }

    func open() throws -> SQLiteCaseStore {
        try SQLiteCaseStore.open(at: path, dueRule: try CurrentProgramme.dueRule())
    }
}

/// Runs the body of a command; an error becomes one sentence and the exit status.
nonisolated(nonsending) func reporting(
    status: Int32 = 1, _ body: nonisolated(nonsending) () async throws -> Void
) async throws {
    do {
        try await body()
    } catch let code as ExitCode {
        throw code
    } catch {
        Standard.error("imr: " + Sentence.of(error))
        throw ExitCode(status)
    }
}
