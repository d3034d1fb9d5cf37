public import CaseModel
import GRDB

extension SQLiteCaseStore: ViewShelf {
    /// See ``ViewShelf/saveView(_:by:)``. A view is no part of any case, so the log does not tell of it.
    public func saveView(_ view: SavedView, by actor: Actor) async throws {
        try await write { db in try ViewRows.keep(view, of: actor, in: db) }
    }

    /// See ``ViewShelf/views(of:)``. A view that this version does not understand is left out.
    public func views(of actor: Actor) async throws -> [SavedView] {
        try await read { db in try ViewRows.all(of: actor, in: db) }
    }

    /// See ``ViewShelf/deleteView(_:by:)``.
    public func deleteView(_ name: String, by actor: Actor) async throws {
        try await write { db in
            try ViewRows.delete(name, of: actor, in: db)
            guard db.changesCount == 1 else { throw CaseStoreError.noSuchView(name) }
        }
    }

    /// See ``ViewShelf/exchangeView(_:for:by:)``.
    public func exchangeView(_ seen: SavedView?, for new: SavedView?, by actor: Actor) async throws -> Bool {
        try await write { db in
            guard let name = (seen ?? new)?.name else { return true }
            guard try ViewRows.all(of: actor, in: db).first(where: { $0.name == name }) == seen else { return false }
            if let new {
                try ViewRows.keep(new, of: actor, in: db)
            } else {
                try ViewRows.delete(name, of: actor, in: db)
            }
            return true
        }
    }

    /// See ``ViewShelf/specialties()``.
    public func specialties() async throws -> [String] {
        try await read { db in try WorklistReading.specialties(in: db) }
    }
}

/// The views of persons, a row each.
private enum ViewRows {
    static func keep(_ view: SavedView, of actor: Actor, in db: Database) throws {
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

    static func all(of actor: Actor, in db: Database) throws -> [SavedView] {
        let statement = try db.cachedStatement(
            sql: "SELECT name, filter, sort, only_open FROM saved_view WHERE actor = :actor ORDER BY name")
        return try Row.fetchAll(statement, arguments: ["actor": actor.name]).compactMap { row in
            guard let sort = WorklistQuery.Sort(rawValue: row[2]) else { return nil }
            return try? SavedView(name: row[0], filter: row[1], sort: sort, onlyOpen: row[3])
        }
    }

    static func delete(_ name: String, of actor: Actor, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM saved_view WHERE actor = :actor AND name = :name")
            .execute(arguments: ["actor": actor.name, "name": name])
    }
}
