import GRDB

/// How the store opens connections.
///
/// Defensive mode and `SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE` are not set: `sqlite3_db_config` takes variable arguments,
/// which Swift cannot call. In place of the first, `trusted_schema` is off, extensions are never enabled and SQL comes
/// from this module alone. In place of the second, the writer closes within the write gate, and readers are opened
/// read-only: SQLite check-points on close only under an exclusive lock, which a read-only descriptor cannot take.
enum Connection {
    /// Readers: they see every commit, run beside the writer and can change nothing.
    static func readers(of file: StoreFile, immutable: Bool) throws -> DatabasePool {
        var configuration = common(file)
        configuration.readonly = true
        configuration.label = "CaseStore.reader"
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try StoreIdentity.check(db, file: file)
            // 8 MB: the rows of a page of the worklist lie anywhere in their table.
            try db.execute(sql: "PRAGMA cache_size = -8000")
        }
        return try DatabasePool(path: immutable ? immutableName(file.path) : file.path, configuration: configuration)
    }

    /// The writer. Call it within the write gate.
    static func writer(of file: StoreFile) throws -> DatabaseQueue {
        var configuration = common(file)
        configuration.label = "CaseStore.writer"
        configuration.prepareDatabase { db in
            // The identity comes first: a file of somebody else is not to be changed.
            try StoreIdentity.check(db, file: file, mayBeEmpty: true)
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA journal_size_limit = 16777216;
                    PRAGMA wal_autocheckpoint = 4000;
                    """)
        }
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// One connection that reads a store as it lies there, for verification and backup.
    static func verifier(of file: StoreFile) throws -> DatabaseQueue {
        var configuration = common(file)
        configuration.readonly = true
        configuration.label = "CaseStore.verifier"
        configuration.prepareDatabase { db in try StoreIdentity.check(db, file: file) }
        let immutable = !file.folderIsWritable && !file.hasLog
        return try DatabaseQueue(path: immutable ? immutableName(file.path) : file.path, configuration: configuration)
    }

    /// A connection that may write and leaves the kind of the journal as it is: a backup is one file and stays one.
    static func plain(of file: StoreFile) throws -> DatabaseQueue {
        var configuration = common(file)
        configuration.label = "CaseStore.plain"
        configuration.prepareDatabase { db in try StoreIdentity.check(db, file: file) }
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    private static func common(_ file: StoreFile) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA mmap_size = 0;
                    PRAGMA busy_timeout = 5000;
                    """)
        }
        return configuration
    }

    /// The URI under which SQLite reads a file on a medium where it can make neither log nor shared memory.
    private static func immutableName(_ path: String) -> String {
        var name = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                name += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return name + "?immutable=1"
    }
}
