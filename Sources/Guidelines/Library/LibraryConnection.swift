import GRDB

/// How the library opens connections: as the case store does, for the same reasons.
enum LibraryConnection {
    /// `IMRg` in ASCII, in the header of every library.
    static let applicationID = 0x494D_5267
    /// The version of the schema that this program writes.
    static let version = 1

    /// A library was found that is to be brought to the present version first.
    struct NeedsMigration: Error {}

    /// Readers: they see every commit and can change nothing.
    static func readers(of file: LibraryFile) throws -> DatabasePool {
        var configuration = common()
        configuration.readonly = true
        configuration.label = "Guidelines.reader"
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in try check(db, file: file, mayBeEmpty: false) }
        return try DatabasePool(path: file.readingName, configuration: configuration)
    }

    /// The writer; opened for one import and closed after it. Call it within the lock.
    static func writer(of file: LibraryFile) throws -> DatabaseQueue {
        var configuration = common()
        configuration.label = "Guidelines.writer"
        configuration.prepareDatabase { db in
            // The identity comes first: a file of somebody else is not to be changed.
            try check(db, file: file, mayBeEmpty: true)
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA journal_size_limit = 16777216;
                    PRAGMA cache_size = -65536;
                    """)
        }
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// Brings the schema to the present version. Call it within the lock.
    static func migrate(_ db: Database) throws {
        try db.inTransaction(.immediate) {
            if try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 { try db.execute(sql: Migration1.sql) }
            return .commit
        }
    }

    private static func common() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA mmap_size = 0;
                    PRAGMA busy_timeout = 5000;
                    """)
        }
        return configuration
    }

    private static func check(_ db: Database, file: LibraryFile, mayBeEmpty: Bool) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if id == 0, found == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
            if mayBeEmpty { return }
            throw NeedsMigration()
        }
        guard id == applicationID else { throw GuidelineError.notALibrary(path: file.path) }
        guard found <= version else { throw GuidelineError.tooNew(path: file.path) }
    }
}

/// Puts the failures of the engine into the words of the library; nothing of the engine's own messages is passed on.
enum LibraryFailure {
    static func error(for thrown: any Error, path: String) -> GuidelineError {
        if let error = thrown as? GuidelineError { return error }
        guard let failure = thrown as? DatabaseError else {
            return .unavailable(path: path, reason: "the system refused to read it")
        }
        let reason: String
        switch failure.resultCode {
        case .SQLITE_NOTADB: return .notALibrary(path: path)
        case .SQLITE_FULL: reason = "the disk is full, so nothing was changed; make room and try again"
        case .SQLITE_BUSY, .SQLITE_LOCKED: reason = "another program keeps it locked; close that program and try again"
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            reason = "it may not be written here; check the rights of the file and its folder"
        case .SQLITE_CANTOPEN: reason = "it cannot be opened; check that the folder exists and that you may write in it"
        case .SQLITE_CORRUPT: reason = "the file is damaged; import the guidelines again into a new one"
        default:
            reason =
                "the engine reported code \(failure.extendedResultCode.rawValue), so nothing was changed; try again"
        }
        return .unavailable(path: path, reason: reason)
    }
}
