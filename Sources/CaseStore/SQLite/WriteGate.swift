import Foundation

/// Lets one writer at a time through, among all processes that use a store.
///
/// SQLite up to 3.51.2 can damage a write-ahead log that several processes write and check-point (the WAL-reset
/// bug), and its own lock starves writers by polling. An exclusive `flock` on a file of its own cures both. It is held
/// around a write transaction, a migration, a check-point and a close, and never across anything a person does.
final class WriteGate: Sendable {
    private let descriptor: CInt
    private let path: String

    /// Opens the lock file, making it for the owner alone when it is missing.
    init(_ file: StoreFile) throws(CaseStoreError) {
        path = file.path
        descriptor = Foundation.open(file.lockPath, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable(
                path: file.path,
                reason: "its lock file cannot be made (\(StoreFile.words(errno))); open it for reading only")
        }
    }

    deinit { close(descriptor) }

    /// Runs something alone among all writers of the store. It blocks its thread: call it on a queue of its own.
    func hold<T>(_ body: () throws -> T) throws -> T {
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw CaseStoreError.unavailable(
                    path: path, reason: "its write lock cannot be had (\(StoreFile.words(errno)))")
            }
        }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }
}
