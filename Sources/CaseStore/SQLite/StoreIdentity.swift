import GRDB

/// How a file says that it is a case store, and of which version.
enum StoreIdentity {
    /// `IMRs` in ASCII, in the header of every store.
    static let applicationID = 0x494D_5273
    /// The version of the schema that this program writes: the number of its migrations.
    static let version = migrations.count

    private static let migrations = [
        Migration1.sql, Migration2.sql, Migration3.sql, Migration4.sql, Migration5.sql, Migration6.sql,
        Migration7.sql, Migration8.sql, Migration9.sql,
    ]

    /// What a migration does besides its statements, in the same transaction.
    private static let afterwards: [Int: @Sendable (Database) throws -> Void] = [
        4: Migration4.chain, 6: { try AuditLog.carryOver($0, schema: 6) },
    ]

    /// A store was found that is to be brought to the present version first.
    struct NeedsMigration: Error {}

    /// Refuses a file that is not a store, or that a later version wrote.
    /// - Parameter mayBeEmpty: whether a file without any table or an earlier version passes, to be migrated.
    static func check(_ db: Database, file: StoreFile, mayBeEmpty: Bool = false) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if id == 0, found == 0, try isEmpty(db) {
            if mayBeEmpty { return }
            throw NeedsMigration()
        }
        guard id == applicationID else { throw CaseStoreError.notAStore(path: file.path) }
        guard found <= version else { throw CaseStoreError.tooNew(path: file.path) }
        if found < version, !mayBeEmpty { throw NeedsMigration() }
    }

    /// Brings the schema to the present version, in one transaction a version. Call it within the write gate.
    static func migrate(_ db: Database) throws {
        for (before, sql) in migrations.enumerated() {
            try db.inTransaction(.immediate) {
                // Another process may have migrated it while this one waited at the gate.
                if try Int.fetchOne(db, sql: "PRAGMA user_version") == before {
                    try db.execute(sql: sql)
                    try afterwards[before + 1]?(db)
                }
                return .commit
            }
        }
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }
}
