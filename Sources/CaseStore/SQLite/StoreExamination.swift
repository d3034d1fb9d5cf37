import CaseModel
import Foundation
import GRDB

/// Looks a store over for whoever has to keep it going.
public enum StoreExamination {
    /// How grave a remark is.
    public enum Grade: String, Sendable {
        case ok, warn, fail
    }

    /// One thing that was looked at.
    public struct Remark: Hashable, Sendable {
        /// How grave it is.
        public var grade: Grade
        /// What was looked at, in a word.
        public var subject: String
        /// What was found, and what to do when it is not well.
        public var words: String

        /// A remark from its parts.
        public init(_ grade: Grade, _ subject: String, _ words: String) {
            self.grade = grade
            self.subject = subject
            self.words = words
        }
    }

    /// Looks over file, version, damage, audit log, checkpoints, drafts, holds and write gate; changes nothing.
    public static func run(at path: String, clock: @escaping @Sendable () -> Int64 = SQLiteCaseStore.systemClock)
        -> [Remark]
    {
        do {
            let file = try StoreFile(path: path)
            guard file.size != nil else { throw CaseStoreError.noSuchStore(path: file.path) }
            return [place(file), gate(file)] + (try inside(file, clock: clock)) + (try verification(file))
        } catch {
            return [Remark(.fail, "store", "\(error)")]
        }
    }

    private static func place(_ file: StoreFile) -> Remark {
        var facts = stat()
        guard stat(file.path, &facts) == 0, facts.st_mode & 0o077 == 0 else {
            return Remark(
                .warn, "file", "\(file.path) may be read by others; run chmod 600 on it and on the files beside it.")
        }
        guard file.isWritable else {
            return Remark(.warn, "file", "\(file.path) cannot be written here; cases can be read only.")
        }
        var space = statvfs()
        if statvfs(file.folder, &space) == 0 {
            let free = UInt64(space.f_bavail) * UInt64(space.f_frsize)
            if free < 64 << 20 {
                return Remark(.warn, "file", "less than 64 MB are free where \(file.path) lies; make room.")
            }
        }
        return Remark(.ok, "file", file.path)
    }

    private static func gate(_ file: StoreFile) -> Remark {
        let descriptor = Foundation.open(file.lockPath, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            return Remark(.ok, "gate", "nobody has written here yet.")
        }
        defer { close(descriptor) }
        // A writer holds the gate for milliseconds: held for a second, it is held by a process that hangs.
        for _ in 0..<20 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                flock(descriptor, LOCK_UN)
                return Remark(.ok, "gate", "free")
            }
            usleep(50_000)
        }
        let holder = LockHolder.process(of: descriptor).map { "process \($0)" } ?? "another process"
        return Remark(.fail, "gate", "\(holder) keeps everybody from writing; if it hangs, end it.")
    }

    private static func inside(_ file: StoreFile, clock: @escaping @Sendable () -> Int64) throws -> [Remark] {
        do {
            let queue = try Connection.verifier(of: file)
            defer { try? queue.close() }
            return try queue.read { db in
                let drafts = try Int.fetchOne(db, sql: "SELECT count(*) FROM draft") ?? 0
                let holds = try LeaseDesk(clock: clock, host: .current).count(in: db)
                return [
                    Remark(.ok, "version", "\(StoreIdentity.version)"),
                    Remark(.ok, "drafts", "\(drafts) not yet decided"),
                    Remark(
                        .ok, "holds",
                        Counted.words(holds.live, "case") + " open"
                            + (holds.stale == 0 ? "" : ", \(holds.stale) left over and free")),
                ]
            }
        } catch is StoreIdentity.NeedsMigration {
            return [
                Remark(
                    .warn, "version",
                    "an earlier version wrote the store; opening the workstation once brings it up to date.")
            ]
        } catch CaseStoreError.tooNew(let path) {
            return [Remark(.fail, "version", "\(CaseStoreError.tooNew(path: path))")]
        } catch {
            // Verification tells of the damage.
            return []
        }
    }

    private static func verification(_ file: StoreFile) throws -> [Remark] {
        let report = try StoreVerification.run(file, searchIndex: true)
        guard !report.isSound else {
            return [
                Remark(
                    .ok, "log",
                    "\(Counted.words(report.lines, "line")), all of them in the chain; "
                        + "\(Counted.words(report.checkpoints, "checkpoint")) in it"),
                Remark(.ok, "cases", "\(Counted.words(report.cases, "case")), as the log left them"),
            ]
        }
        return report.problems.map { problem in
            switch problem {
            case .noCheckpoints:
                Remark(
                    .warn, "log",
                    "\(problem) If you know why, imr audit --checkpoint begins a new one; else restore a backup.")
            default: Remark(.fail, "damage", "\(problem) Keep the file as it is and restore the last backup.")
            }
        }
    }
}
