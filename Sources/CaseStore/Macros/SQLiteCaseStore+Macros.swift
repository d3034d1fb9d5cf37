public import CaseModel
import GRDB

extension SQLiteCaseStore: MacroShelf {
    /// See ``MacroShelf/saveMacro(_:by:)``. A macro is no part of any case, so the log does not tell of it.
    public func saveMacro(_ macro: KeyMacro, by actor: Actor) async throws {
        try await write { db in
            try db.cachedStatement(
                sql: """
                    INSERT INTO key_macro (actor, letter, keys) VALUES (:actor, :letter, :keys)
                    ON CONFLICT (actor, letter) DO UPDATE SET keys = excluded.keys
                    """
            ).execute(arguments: [
                "actor": actor.name, "letter": String(macro.letter), "keys": StorableText.of(macro.keys),
            ])
        }
    }

    /// See ``MacroShelf/macros(of:)``.
    public func macros(of actor: Actor) async throws -> [KeyMacro] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT letter, keys FROM key_macro WHERE actor = :actor ORDER BY letter")
            return try Row.fetchAll(statement, arguments: ["actor": actor.name]).compactMap { row in
                let letter: String = row[0]
                return letter.first.flatMap { KeyMacro(letter: $0, keys: row[1]) }
            }
        }
    }
}
