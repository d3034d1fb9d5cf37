internal import ArgumentParser
internal import CaseModel
internal import CaseStore

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
    @Option(help: "The case store (default: $IMR_STORE, else $XDG_DATA_HOME/imr/store.db).", completion: .file())
    var store: String?

    var path: String { store ?? Place.store }

    /// The store, made when it is missing. Where one lies that cannot be written, it can be read.
    func open() throws -> SQLiteCaseStore {
        do {
            return try existing()
        } catch CaseStoreError.noSuchStore {
            return try SQLiteCaseStore.open(at: path, dueRule: try CurrentProgramme.dueRule())
        }
    }

    /// The store as it is there already: a mistyped path makes none.
    func existing() throws -> SQLiteCaseStore {
        try SQLiteCaseStore.openExisting(at: path, dueRule: try CurrentProgramme.dueRule())
    }
}

extension StoreOptions {
    /// The store as it is there already, for somebody to read who may.
    func readable(by actor: Actor) async throws -> SQLiteCaseStore {
        let store = try existing()
        do {
            try await store.permit(.read, to: actor)
        } catch {
            store.close()
            throw error
        }
        return store
    }
}

extension StoreOptions {
    /// Refuses who may not do a deed on the store as it stands; a store that is missing or cannot be read has no staff
    /// to ask, and must be open to repair.
    func permit(_ deed: Deed, to actor: Actor) async throws {
        guard let store = try? existing() else { return }
        defer { store.close() }
        try await store.permit(deed, to: actor)
    }
}

extension SQLiteCaseStore {
    /// Notes in the audit log that cases were looked at. What was shown stays shown when that fails, and it is said.
    func noteOpening(of numbers: [CaseNumber], by actor: Actor) async {
        do {
            try await recordOpening(of: numbers, by: actor)
        } catch {
            Standard.error("imr: that the case was opened could not be noted: " + Sentence.of(error))
        }
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
