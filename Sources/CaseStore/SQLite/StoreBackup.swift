public import CaseModel
import Foundation
import GRDB

/// Backups of a store: whole, verified, and never half a file.
public enum StoreBackup {
    /// Copies a store as it is at one moment, while others go on working on it.
    ///
    /// The copy is made beside its place, verified, brought to the disk and then given its name; a file of checkpoints
    /// of its own lies beside it.
    /// - Parameter replace: whether a file that is at the destination gives way.
    /// - Returns: what the verification of the copy came to.
    /// - Throws: ``CaseStoreError/alreadyThere(path:)``, ``CaseStoreError/unsound(path:_:)`` when the store does not
    ///   stand up to verification (nothing is written then), ``CaseStoreError/unavailable(path:reason:)``.
    public static func make(
        of path: String, to destination: String, replace: Bool = false,
        clock: () -> Int64 = SQLiteCaseStore.systemClock
    ) throws(CaseStoreError) -> VerificationReport {
        let source = try StoreFile(path: path)
        let target = try StoreFile(path: destination)
        guard source.size != nil else { throw .noSuchStore(path: source.path) }
        guard target.path != source.path else { throw .alreadyThere(path: target.path) }
        if !replace, target.size != nil { throw .alreadyThere(path: target.path) }
        let passing = try StoreFile(path: target.path + ".partial-\(getpid())")
        defer { passing.remove() }
        do {
            // An empty file of ours: what SQLite would make itself, others might read.
            try passing.createEmpty()
            try copy(source, to: passing)
            let head = try seal(passing, clock: clock)
            let report = try verified(passing, searchIndex: true)
            try passing.synchronize()
            // A new backup gets its checkpoints first; where an older one of the same store gives way, those of the
            // older one hold for the new one as well, should this end half-way.
            if target.size == nil { try AnchorFile.replace(at: target.anchor.path, with: head) }
            try passing.rename(to: target.path, replace: replace)
            try AnchorFile.replace(at: target.anchor.path, with: head)
            return report
        } catch {
            throw failure(error, path: target.path)
        }
    }

    /// Puts a backup in the place of a store. The store that was there is kept aside under a dated name.
    /// - Parameter now: the moment for the dated name and the log, in seconds since 1970 UTC.
    /// - Returns: the path under which the old store is kept; nil when there was none.
    /// - Throws: ``CaseStoreError/noSuchStore(path:)``, ``CaseStoreError/unsound(path:_:)`` when the backup does not
    ///   stand up to verification, ``CaseStoreError/inUse(path:by:)`` when a process has the store open.
    public static func restore(_ backup: String, to path: String, by actor: Actor, now: Int64)
        throws(CaseStoreError) -> String?
    {
        let source = try StoreFile(path: backup)
        let target = try StoreFile(path: path)
        guard source.size != nil else { throw .noSuchStore(path: source.path) }
        guard source.path != target.path else { throw .alreadyThere(path: target.path) }
        _ = try verified(source, searchIndex: false)
        try target.createFolders()
        let passing = try StoreFile(path: target.path + ".restoring-\(getpid())")
        defer { passing.remove() }
        do {
            try passing.createEmpty()
            try copy(source, to: passing)
            try note(in: passing, by: actor, at: now)
            let head = try seal(passing, clock: { now })
            _ = try verified(passing, searchIndex: true)
            try passing.synchronize()
            return try WriteGate(target).holdForRestore { gate in
                if let process = FileUsers.first(of: target) {
                    throw CaseStoreError.inUse(path: target.path, by: process)
                }
                let aside = try target.setAside(named: "before-restore-" + stamp(now))
                gate.clearNote()
                try AnchorFile.replace(at: target.anchor.path, with: head)
                try passing.rename(to: target.path, replace: false)
                return aside
            }
        } catch {
            throw failure(error, path: target.path)
        }
    }

    /// Copies what a store holds at one moment into an empty file.
    private static func copy(_ source: StoreFile, to target: StoreFile) throws {
        guard source.isWritable else {
            // Where nobody can write and no log is, the file is all there is. (The engine in use, 3.40, cannot copy
            // generated columns out of a store that was opened for reading only.)
            guard !source.hasLog else {
                throw CaseStoreError.unavailable(
                    path: source.path, reason: "it has a log beside it; copy both to where you may write")
            }
            unlink(target.path)
            try FileManager.default.copyItem(atPath: source.path, toPath: target.path)
            chmod(target.path, 0o600)
            return
        }
        let queue = try Connection.plain(of: source)
        // The last connection to close empties the log, for which it needs the gate like any other.
        defer {
            if StoreFile.exists(source.lockPath), let gate = try? WriteGate(source) {
                try? gate.hold { try queue.close() }
            } else {
                try? queue.close()
            }
        }
        try queue.inDatabase { db in
            try db.execute(sql: "VACUUM INTO :target", arguments: ["target": target.path])
        }
    }

    private static func verified(_ file: StoreFile, searchIndex: Bool) throws(CaseStoreError) -> VerificationReport {
        let report = try StoreVerification.run(file, searchIndex: searchIndex)
        guard let first = report.problems.first else { return report }
        throw .unsound(path: file.path, "\(first)")
    }

    /// Begins the file of checkpoints of a copy.
    private static func seal(_ file: StoreFile, clock: () -> Int64) throws -> AuditCheckpoint {
        let queue = try Connection.verifier(of: file)
        defer { try? queue.close() }
        let checkpoint = try queue.read { db in try AuditChain.checkpoint(in: db, now: clock()) }
        try AnchorFile.replace(at: file.anchor.path, with: checkpoint)
        return checkpoint
    }

    /// The log of a restored store says that it is one. Who had cases open then has them no longer.
    private static func note(in file: StoreFile, by actor: Actor, at now: Int64) throws {
        let queue = try Connection.plain(of: file)
        try queue.write { db in
            let cases = try Int.fetchOne(db, sql: "SELECT coalesce(sum(cases), 0) FROM state_tally") ?? 0
            try db.execute(sql: "DELETE FROM case_lease")
            try AuditLog.append(
                "store.restored", of: nil, by: actor, at: now, detail: AuditLog.Detail(cases: cases), in: db)
        }
        try queue.close()
    }

    /// A moment as a name: year, month, day, hour, minute, second, in UTC.
    private static func stamp(_ seconds: Int64) -> String {
        var (time, parts) = (time_t(seconds), tm())
        gmtime_r(&time, &parts)
        let fields = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec].map {
            $0 < 10 ? "0\($0)" : "\($0)"
        }
        return "\(parts.tm_year + 1900)" + fields[0] + fields[1] + "-" + fields[2] + fields[3] + fields[4]
    }

    private static func failure(_ error: any Error, path: String) -> CaseStoreError {
        if error is StoreIdentity.NeedsMigration {
            return .unavailable(
                path: path,
                reason: "an earlier version wrote the source; open it once for writing to bring it up to date")
        }
        return Failure.error(for: error, path: path) as? CaseStoreError
            ?? .unavailable(path: path, reason: "the system refused to write it")
    }
}

extension WriteGate {
    /// ``hold(_:)`` with the gate itself at hand.
    fileprivate func holdForRestore<T>(_ body: (WriteGate) throws -> T) throws -> T { try hold { try body(self) } }
}
