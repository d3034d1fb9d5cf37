import Dispatch
import GRDB
import Synchronization

/// The one connection of a store that writes, opened with the first write.
///
/// Writes run one after another on a queue of their own, because they wait at the write gate and for the disk; neither
/// may hold up the threads that tasks share. A write once begun is finished even when its task is cancelled.
final class Writer: Sendable {
    private let file: StoreFile
    private let gate: WriteGate
    private let queue = DispatchQueue(label: "CaseStore.writer", qos: .userInitiated)
    private let connection = Mutex<DatabaseQueue?>(nil)

    /// A writer for a store; nothing but the lock file is opened yet.
    init(_ file: StoreFile) throws(CaseStoreError) {
        self.file = file
        gate = try WriteGate(file)
    }

    /// Makes the file if it is missing and brings its schema to the present version.
    func migrate() throws {
        try onQueue {
            try gate.hold {
                try file.createEmpty()
                try connected().writeWithoutTransaction { db in try StoreIdentity.migrate(db) }
            }
        }
    }

    /// Runs one transaction and returns when it is on disk; an error undoes it whole.
    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.transaction(body) }) }
        }
    }

    /// Moves everything from the write-ahead log into the store and empties the log.
    func checkpoint() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            queue.async {
                continuation.resume(
                    with: Result {
                        try self.translating {
                            try self.gate.hold {
                                _ = try self.connected().writeWithoutTransaction { db in try db.checkpoint(.truncate) }
                            }
                        }
                    })
            }
        }
    }

    /// Closes the connection, which empties the log when it was the last one of all.
    func close() {
        guard let open = connection.withLock({ $0.take() }) else { return }
        // When the gate or the engine fails now, the log simply stays for the next one to read.
        try? gate.hold { try open.close() }
    }

    private func onQueue<T>(_ body: () throws -> T) throws -> T {
        try queue.sync { try translating(body) }
    }

    private func transaction<T>(_ body: (Database) throws -> T) throws -> T {
        try translating {
            try gate.hold {
                try connected().writeWithoutTransaction { db in
                    try db.beginTransaction(.immediate)
                    do {
                        let result = try body(db)
                        try db.commit()
                        return result
                    } catch {
                        // After some failures SQLite has rolled back itself; the first error is the one to tell.
                        try? db.rollback()
                        throw error
                    }
                }
            }
        }
    }

    /// Puts errors into the store's words, and lets go of a connection that must not be trusted any more.
    private func translating<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            if Failure.condemnsConnection(error) { close() }
            throw Failure.error(for: error, path: file.path)
        }
    }

    private func connected() throws -> DatabaseQueue {
        try connection.withLock { open in
            if let open { return open }
            let new = try Connection.writer(of: file)
            open = new
            return new
        }
    }
}
