import Dispatch
import Foundation
import Synchronization

/// Lets one writer at a time through, among all processes that use a store.
///
/// SQLite up to 3.51.2 can damage a write-ahead log that several processes write and check-point (the WAL-reset
/// bug), and its own lock starves writers by polling. An exclusive `flock` on a file of its own cures both. It is held
/// around a write transaction, a migration, a check-point and a close, and never across anything a person does.
///
/// A process that was stopped while it held the gate would hold up all others for ever. So waiting ends after a while
/// with an error that names the process; the place in the queue is kept for when the writer asks again.
final class WriteGate: Sendable {
    private let descriptor: CInt
    private let file: StoreFile
    private let patience: DispatchTimeInterval
    private let waiting = Mutex<Waiter?>(nil)

    /// A thread that waits for the lock on behalf of whoever asks.
    private struct Waiter {
        /// Whether somebody wants the lock when it comes.
        var isWanted: Bool
        /// The error number of the wait; nil while it goes on.
        var result: CInt?
        let done = DispatchSemaphore(value: 0)
    }

    /// Opens the lock file, making it for the owner alone when it is missing.
    /// - Parameter seconds: how long ``hold(_:)`` waits before it says who holds it up.
    init(_ file: StoreFile, patience seconds: Double = 10) throws(CaseStoreError) {
        self.file = file
        patience = .milliseconds(Int(seconds * 1_000))
        descriptor = Foundation.open(file.lockPath, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable(
                path: file.path,
                reason: "its lock file cannot be made (\(StoreFile.words(errno))); open it for reading only")
        }
    }

    deinit { close(descriptor) }

    /// Runs something alone among all writers of the store.
    ///
    /// It blocks its thread: call it on a queue of its own, one call after another.
    /// - Throws: ``CaseStoreError/heldUp(path:by:)`` when the gate stays closed; asking again goes on waiting.
    func hold<T>(_ body: () throws -> T) throws -> T {
        try acquire()
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    /// Notes the newest line of the audit log. Call it within ``hold(_:)``.
    func note(_ head: HeadNote) { head.write(to: descriptor) }

    /// Takes the note of the newest line away. Call it within ``hold(_:)``.
    func clearNote() { HeadNote.clear(descriptor) }

    private func acquire() throws {
        // While a thread waits on this descriptor, the lock is its: taking it here as well would be one lock for two.
        let done = waiting.withLock { waiter -> DispatchSemaphore? in
            if waiter == nil, flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return nil }
            if waiter == nil {
                waiter = Waiter(isWanted: true)
                Thread.detachNewThread { self.wait() }
            }
            waiter?.isWanted = true
            return waiter?.done
        }
        guard let done else { return }
        _ = done.wait(timeout: .now() + patience)
        let result = waiting.withLock { waiter -> CInt? in
            guard let result = waiter?.result else {
                waiter?.isWanted = false
                return nil
            }
            waiter = nil
            return result
        }
        switch result {
        case 0?: return
        case let number?:
            throw CaseStoreError.unavailable(
                path: file.path, reason: "its write lock cannot be had (\(StoreFile.words(number)))")
        case nil:
            throw CaseStoreError.heldUp(path: file.path, by: LockHolder.process(of: descriptor))
        }
    }

    private func wait() {
        var number: CInt = 0
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                number = errno
                break
            }
        }
        waiting.withLock { waiter in
            guard waiter?.isWanted == true else {
                // Nobody has asked again: the lock goes to the next.
                waiter = nil
                if number == 0 { flock(descriptor, LOCK_UN) }
                return
            }
            waiter?.result = number
            waiter?.done.signal()
        }
    }
}

/// Who holds a lock, as far as the system tells.
enum LockHolder {
    /// The id of the process that holds the `flock` on a file; nil when it is not known.
    static func process(of descriptor: CInt) -> Int32? {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return nil }
        // The list is read in pieces while locks come and go, so a line may be missed.
        for _ in 0..<5 {
            if let found = process(onFile: "\(facts.st_ino)") { return found }
        }
        return nil
    }

    private static func process(onFile inode: String) -> Int32? {
        guard let data = FileManager.default.contents(atPath: "/proc/locks") else { return nil }
        // "7: FLOCK  ADVISORY  WRITE 4711 fd:01:1234567 0 EOF"; one that waits has an arrow after the colon.
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count >= 6, fields[1] == "FLOCK", fields[5].split(separator: ":").last == inode[...],
                let process = Int32(fields[4]), process > 0
            else { continue }
            return process
        }
        return nil
    }
}
