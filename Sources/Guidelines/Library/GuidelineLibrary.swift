import GRDB
import Synchronization

/// The guideline library: editions, their sections and passages, in a file of its own that all cases share.
///
/// Editions are added and never changed, so a name once given stays what it was. Calls run on the calling thread and
/// are meant to be short; ``import(_:onProgress:)`` is the one that is not. Several processes may use one file at once.
public final class GuidelineLibrary: Sendable {
    /// The absolute path of the file.
    public let path: String
    /// Whether it was opened for reading only.
    public let isReadOnly: Bool

    private let file: LibraryFile
    private let readers: DatabasePool
    private let titles = Mutex<(generation: Int, index: CitationIndex)?>(nil)

    /// Opens a library; a missing one is made, with the folders it needs, for the owner alone.
    /// - Parameters:
    ///   - path: the file; a relative path starts at the working directory.
    ///   - readOnly: nothing is made or changed; a medium that cannot be written can be read so.
    /// - Throws: ``GuidelineError/notALibrary(path:)``, ``GuidelineError/tooNew(path:)`` or
    ///   ``GuidelineError/unavailable(path:reason:)``; the file is left as it was.
    public static func open(at path: String, readOnly: Bool = false) throws(GuidelineError) -> GuidelineLibrary {
        let file = try LibraryFile(path: path)
        do {
            if readOnly {
                guard file.exists else {
                    throw GuidelineError.unavailable(path: file.path, reason: "there is no such file")
                }
                return GuidelineLibrary(file, try LibraryConnection.readers(of: file), isReadOnly: true)
            }
            if !file.exists { try migrate(file) }
            do {
                return GuidelineLibrary(file, try LibraryConnection.readers(of: file), isReadOnly: false)
            } catch is LibraryConnection.NeedsMigration {
                try migrate(file)
                return GuidelineLibrary(file, try LibraryConnection.readers(of: file), isReadOnly: false)
            }
        } catch is LibraryConnection.NeedsMigration {
            throw .unavailable(path: file.path, reason: "it is empty; open it once for writing")
        } catch {
            throw LibraryFailure.error(for: error, path: file.path)
        }
    }

    private static func migrate(_ file: LibraryFile) throws {
        try file.create()
        try file.alone {
            let writer = try LibraryConnection.writer(of: file)
            try writer.writeWithoutTransaction { db in try LibraryConnection.migrate(db) }
            try writer.close()
        }
    }

    private init(_ file: LibraryFile, _ readers: DatabasePool, isReadOnly: Bool) {
        self.file = file
        self.readers = readers
        self.isReadOnly = isReadOnly
        path = file.path
    }

    deinit { close() }

    /// Ends all use of the file; calls that follow throw ``GuidelineError/unavailable(path:reason:)``.
    public func close() { try? readers.close() }

    func read<T>(_ body: (Database) throws -> T) throws(GuidelineError) -> T {
        do {
            return try readers.read(body)
        } catch {
            throw LibraryFailure.error(for: error, path: path)
        }
    }

    /// Runs one transaction alone among all writers and returns when it is on disk; an error undoes it whole.
    func write<T>(_ body: (Database) throws -> T) throws(GuidelineError) -> T {
        guard !isReadOnly else {
            throw .unavailable(path: path, reason: "it was opened for reading only, so nothing was changed")
        }
        do {
            return try file.alone {
                let writer = try LibraryConnection.writer(of: file)
                defer { try? writer.close() }
                return try writer.writeWithoutTransaction { db in
                    var result: T?
                    try db.inTransaction(.immediate) {
                        result = try body(db)
                        return .commit
                    }
                    // The log of a large import is of no more use; readers that still need it keep it.
                    _ = try? db.checkpoint(.truncate)
                    guard let result else {
                        throw GuidelineError.unavailable(path: path, reason: "nothing was changed")
                    }
                    return result
                }
            }
        } catch {
            throw LibraryFailure.error(for: error, path: path)
        }
    }

    /// What citations are looked up in; made again when the library has changed since.
    func citationIndex(in db: Database) throws -> CitationIndex {
        let generation = try Int.fetchOne(db.cachedStatement(sql: "SELECT number FROM generation")) ?? 0
        if let known = titles.withLock({ $0 }), known.generation == generation { return known.index }
        let index = try CitationIndex(in: db)
        titles.withLock { $0 = (generation, index) }
        return index
    }
}
