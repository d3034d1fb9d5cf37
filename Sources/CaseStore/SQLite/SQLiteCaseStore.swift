public import CaseModel
import Foundation
import GRDB

/// The shelf of cases in one SQLite file, for any number of tasks and processes on one host.
///
/// Reads run beside writes on connections that can change nothing. A write waits its turn at a lock file beside the
/// store (`<path>-lock`), and returns when it is on disk. Close the store when done with it; letting go of it does the
/// same.
public final class SQLiteCaseStore: CaseStore {
    /// The absolute path of the store.
    public let path: String
    /// Whether it was opened for reading only.
    public let isReadOnly: Bool

    let readers: DatabasePool
    let filer: CaseFiler
    private let writer: Writer?

    /// The clock of the host, in seconds since 1970 UTC.
    public static let systemClock: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }

    /// Opens a store; a missing one is made, with the folders it needs, for the owner alone.
    ///
    /// Opening reads a few pages whatever the size of the store, and writes only when the store is new or of an
    /// earlier version.
    /// - Parameters:
    ///   - path: the file; a relative path starts at the working directory.
    ///   - readOnly: nothing is made or changed; a medium that cannot be written can be read so.
    ///   - clock: the time for the audit log, in seconds since 1970 UTC.
    ///   - dueRule: how the due day of a case is reckoned when it is filed.
    /// - Throws: ``CaseStoreError/notAStore(path:)``, ``CaseStoreError/tooNew(path:)`` or
    ///   ``CaseStoreError/unavailable(path:reason:)``; the file is left as it was.
    public static func open(
        at path: String, readOnly: Bool = false, clock: @escaping @Sendable () -> Int64 = systemClock,
        dueRule: DueRule = .undated
    ) throws(CaseStoreError) -> SQLiteCaseStore {
        let file = try StoreFile(path: path)
        let filer = CaseFiler(clock: clock, dueRule: dueRule)
        do {
            if readOnly {
                guard file.size != nil else {
                    throw CaseStoreError.unavailable(path: file.path, reason: "there is no such file")
                }
                let readers = try Connection.readers(of: file, immutable: !file.folderIsWritable && !file.hasLog)
                return SQLiteCaseStore(file, readers: readers, writer: nil, filer: filer)
            }
            try file.createFolders()
            let writer = try Writer(file)
            if (file.size ?? 0) == 0 { try writer.migrate() }
            do {
                let readers = try Connection.readers(of: file, immutable: false)
                return SQLiteCaseStore(file, readers: readers, writer: writer, filer: filer)
            } catch is StoreIdentity.NeedsMigration {
                try writer.migrate()
                let readers = try Connection.readers(of: file, immutable: false)
                return SQLiteCaseStore(file, readers: readers, writer: writer, filer: filer)
            }
        } catch is StoreIdentity.NeedsMigration {
            throw .unavailable(
                path: file.path, reason: "an earlier version wrote it; open it once for writing to bring it up to date")
        } catch {
            throw SQLiteCaseStore.storeError(error, path: file.path)
        }
    }

    private init(_ file: StoreFile, readers: DatabasePool, writer: Writer?, filer: CaseFiler) {
        path = file.path
        isReadOnly = writer == nil
        self.readers = readers
        self.writer = writer
        self.filer = filer
    }

    deinit { close() }

    /// Ends all use of the file; commands that follow throw ``CaseStoreError/unavailable(path:reason:)``.
    ///
    /// The readers close first: only then is the writer the last connection, which moves the log into the store.
    public func close() {
        try? readers.close()
        writer?.close()
    }

    /// Moves everything from the write-ahead log into the store's own file.
    public func checkpoint() async throws {
        try await writing().checkpoint()
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writing().write(body)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        do {
            return try await readers.read(body)
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw Failure.error(for: error, path: path)
        }
    }

    func readNow<T>(_ body: (Database) throws -> T) throws(CaseStoreError) -> T {
        do {
            return try readers.read(body)
        } catch {
            throw SQLiteCaseStore.storeError(error, path: path)
        }
    }

    private func writing() throws(CaseStoreError) -> Writer {
        guard let writer else {
            throw .unavailable(path: path, reason: "it was opened for reading only, so nothing was changed")
        }
        return writer
    }

    private static func storeError(_ error: any Error, path: String) -> CaseStoreError {
        switch Failure.error(for: error, path: path) {
        case let error as CaseStoreError: error
        default: .unavailable(path: path, reason: "the system refused to read it")
        }
    }
}
