public import CaseModel
import GRDB

extension SQLiteCaseStore: ViewShelf {
    /// See ``ViewShelf/saveView(_:by:)``. A view is no part of any case, so the log does not tell of it.
    public func saveView(_ view: SavedView, by actor: Actor) async throws {
        try await write { db in
            try db.cachedStatement(
                sql: """
                    INSERT INTO saved_view (actor, name, filter, sort, only_open)
                    VALUES (:actor, :name, :filter, :sort, :open)
                    ON CONFLICT (actor, name) DO UPDATE SET filter = excluded.filter, sort = excluded.sort,
                        only_open = excluded.only_open
                    """
            ).execute(arguments: [
                "actor": actor.name, "name": view.name, "filter": StorableText.of(view.filter),
                "sort": view.sort.rawValue, "open": view.onlyOpen,
            ])
        }
    }

    /// See ``ViewShelf/views(of:)``. A view that this version does not understand is left out.
    public func views(of actor: Actor) async throws -> [SavedView] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT name, filter, sort, only_open FROM saved_view WHERE actor = :actor ORDER BY name")
            return try Row.fetchAll(statement, arguments: ["actor": actor.name]).compactMap { row in
                guard let sort = WorklistQuery.Sort(rawValue: row[2]) else { return nil }
                return try? SavedView(name: row[0], filter: row[1], sort: sort, onlyOpen: row[3])
            }
        }
    }

    /// See ``ViewShelf/deleteView(_:by:)``.
    public func deleteView(_ name: String, by actor: Actor) async throws {
        try await write { db in
            try db.cachedStatement(sql: "DELETE FROM saved_view WHERE actor = :actor AND name = :name")
                .execute(arguments: ["actor": actor.name, "name": name])
            guard db.changesCount == 1 else { throw CaseStoreError.noSuchView(name) }
        }
    }

    /// See ``ViewShelf/specialties()``.
    public func specialties() async throws -> [String] {
        try await read { db in try WorklistReading.specialties(in: db) }
    }
}
