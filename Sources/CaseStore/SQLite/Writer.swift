import Dispatch
import GRDB
import Synchronization

/// The one connection of a store that writes, opened with the first write.
///
/// Writes run one after another on a queue of their own, because they wait at the write gate and for the disk; neither
/// may hold up the threads that tasks share. A write once begun is finished even when its task is cancelled.
final class Writer: Sendable {
    /// After so many lines of the audit log a checkpoint is written beside the store.
    static let linesBetweenCheckpoints: Int64 = 1_000

    private let file: StoreFile
    private let gate: WriteGate
    private let clock: @Sendable () -> Int64
    private let queue = DispatchQueue(label: "CaseStore.writer", qos: .userInitiated)
    private let connection = Mutex<DatabaseQueue?>(nil)
    /// The line of the audit log that the last checkpoint is about; nil when it is not known here.
    private let anchored = Mutex<Int64?>(nil)
    private static let isOwnQueue = DispatchSpecificKey<ObjectIdentifier>()

    /// A writer for a store; nothing but the lock file is opened yet.
    init(_ file: StoreFile, patience: Double, clock: @escaping @Sendable () -> Int64) throws(CaseStoreError) {
        self.file = file
        self.clock = clock
        gate = try WriteGate(file, patience: patience)
        queue.setSpecific(key: Writer.isOwnQueue, value: ObjectIdentifier(self))
    }

    /// Makes the file if it is missing and brings its schema to the present version.
    func migrate() throws {
        try onQueue {
            try gate.hold {
                try file.createEmpty()
                let connection = try connected()
                try connection.writeWithoutTransaction { db in try StoreIdentity.migrate(db) }
                // From now on a store without checkpoints is one from which they were taken.
                if try file.anchor.read() == nil { try anchor(on: connection, sign: nil) }
            }
        }
    }

    /// Runs one transaction and returns when it is on disk; an error undoes it whole.
    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await onQueue { try self.transaction(body) }
    }

    /// Moves everything from the write-ahead log into the store and empties the log.
    func checkpoint() async throws {
        try await onQueue {
            try self.gate.hold {
                _ = try self.connected().writeWithoutTransaction { db in try db.checkpoint(.truncate) }
            }
        }
    }

    /// Writes where the audit log ends into the file of checkpoints.
    func checkpointAudit(sign: (@Sendable ([UInt8]) throws -> String)?) async throws -> AuditCheckpoint {
        try await onQueue {
            try self.gate.hold { try self.anchor(on: try self.connected(), sign: sign) }
        }
    }

    /// Closes the connection, which empties the log when it was the last one of all.
    func close() {
        let own = DispatchQueue.getSpecific(key: Writer.isOwnQueue)
        if own == ObjectIdentifier(self) { return closeNow() }
        queue.sync { closeNow() }
    }

    private func closeNow() {
        guard let open = connection.withLock({ $0.take() }) else { return }
        // When the gate or the engine fails now, the log simply stays for the next one to read.
        try? gate.hold {
            let head = try? open.read { db in try AuditChain.head(in: db).sequence }
            if let head, head != anchored.withLock({ $0 }) { _ = try? anchor(on: open, sign: nil) }
            try open.close()
        }
        anchored.withLock { $0 = nil }
    }

    private func onQueue<T>(_ body: () throws -> T) throws -> T {
        try queue.sync { try translating(body) }
    }

    private func onQueue<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.translating(body) }) }
        }
    }

    private func transaction<T>(_ body: (Database) throws -> T) throws -> T {
        try gate.hold {
            let connection = try connected()
            let (result, head) = try connection.writeWithoutTransaction { db in
                try db.beginTransaction(.immediate)
                do {
                    let result = try body(db)
                    let head = try AuditChain.head(in: db)
                    try db.commit()
                    return (result, head)
                } catch {
                    // After some failures SQLite has rolled back itself; the first error is the one to tell.
                    try? db.rollback()
                    throw error
                }
            }
            noteEnd(head, on: connection)
            return result
        }
    }

    /// Keeps the end of the log outside the store. The change is on disk: nothing that fails here undoes it.
    private func noteEnd(_ head: AuditChain.Head, on connection: DatabaseQueue) {
        gate.note(HeadNote(sequence: head.sequence, digest: head.digest, number: head.number))
        let last = anchored.withLock { $0 } ?? 0
        if head.sequence - last >= Writer.linesBetweenCheckpoints { _ = try? anchor(on: connection, sign: nil) }
    }

    /// Adds a checkpoint. Call it within the gate.
    @discardableResult
    private func anchor(on connection: DatabaseQueue, sign: (([UInt8]) throws -> String)?) throws -> AuditCheckpoint {
        let now = clock()
        var checkpoint = try connection.read { db in try AuditChain.checkpoint(in: db, now: now) }
        checkpoint.signature = try sign?(checkpoint.message)
        try file.anchor.append(checkpoint)
        anchored.withLock { $0 = checkpoint.sequence }
        return checkpoint
    }

    /// Puts errors into the store's words, and lets go of a connection that must not be trusted any more.
    private func translating<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            if Failure.condemnsConnection(error) { closeNow() }
            throw Failure.error(for: error, path: file.path)
        }
    }

    private func connected() throws -> DatabaseQueue {
        try connection.withLock { open in
            if let open { return open }
            let new = try Connection.writer(of: file)
            anchored.withLock { $0 = try? file.anchor.read()?.checkpoints.last?.sequence }
            open = new
            return new
        }
    }
}
