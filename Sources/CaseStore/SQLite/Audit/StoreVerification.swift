import Foundation
import GRDB

/// Verifies a whole store: file, log, checkpoints, cases.
public enum StoreVerification {
    /// Verifies a store without changing anything, on the calling thread.
    ///
    /// Others may go on writing meanwhile; what is verified is the store of one moment.
    /// - Parameters:
    ///   - path: the file of the store.
    ///   - anchor: another file of checkpoints than the one beside the store, such as a copy that is kept elsewhere.
    ///   - contents: whether the cases are compared with the log and the engine checks the file; else the chain alone.
    ///   - verify: says whether a signature holds over the bytes of ``AuditCheckpoint/message``; nil when the keys of
    ///     those who sign are not at hand, so that signatures count for nothing.
    /// - Throws: ``CaseStoreError/noSuchStore(path:)``, and when the checkpoints cannot be read. Damage of any kind is
    ///   in the report instead.
    public static func run(
        at path: String, anchor: String? = nil, contents: Bool = true,
        verify: (([UInt8], String) -> Bool)? = nil
    ) throws(CaseStoreError) -> VerificationReport {
        try run(try StoreFile(path: path), anchor: anchor, contents: contents, searchIndex: contents, verify: verify)
    }

    /// - Parameter searchIndex: whether the index of the filter is looked into, for which the file is opened for
    ///   writing and nothing is written.
    static func run(
        _ file: StoreFile, anchor: String? = nil, contents: Bool = true, searchIndex: Bool,
        verify: (([UInt8], String) -> Bool)? = nil
    ) throws(CaseStoreError) -> VerificationReport {
        guard file.size != nil else { throw .noSuchStore(path: file.path) }
        var report = VerificationReport()
        // The checkpoints come first: a log that grows meanwhile only gets longer than they say.
        let note = HeadNote.read(file)
        let checkpoints = try checkpoints(
            anchor.map(AnchorFile.init) ?? file.anchor, verify: verify, into: &report)
        do {
            let queue = try Connection.verifier(of: file)
            defer { try? queue.close() }
            try queue.inDatabase { db in
                try db.inTransaction(.deferred) {
                    step(&report) { report in
                        let clock = ContinuousClock()
                        let time = try clock.measure {
                            try ChainVerification(checkpoints: checkpoints, note: note).run(db, into: &report)
                        }
                        report.chainSeconds = time / .seconds(1)
                    }
                    if contents {
                        step(&report) { report in try integrity(db, into: &report) }
                        step(&report) { report in try ContentVerification.run(db, into: &report) }
                    }
                    return .commit
                }
            }
            // The engine's check of the file does not look into the index of the filter.
            if searchIndex, file.isWritable, !(try searchIndexIsSound(file)) { report.add(.searchIndex) }
        } catch {
            report.add(.unreadable(reason: reason(error)))
        }
        return report
    }

    /// Runs one part; where the engine gives up the part ends, and the next may still find something.
    private static func step(_ report: inout VerificationReport, _ body: (inout VerificationReport) throws -> Void) {
        do {
            try body(&report)
        } catch {
            report.add(.unreadable(reason: reason(error)))
        }
    }

    private static func integrity(_ db: Database, into report: inout VerificationReport) throws {
        for words in try String.fetchAll(db, sql: "PRAGMA integrity_check(10)") where words != "ok" {
            report.add(.damagedFile(place(words)))
        }
        for table in Set(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { $0[0] as String }).sorted() {
            report.add(.danglingRows(table: table))
        }
    }

    /// The index checks itself by a statement that the engine takes for a write, so it waits its turn like one. A copy
    /// that nobody works on has no gate, and gets none.
    private static func searchIndexIsSound(_ file: StoreFile) throws -> Bool {
        guard StoreFile.exists(file.lockPath) else { return try indexChecksItself(file) }
        return try WriteGate(file).hold { try indexChecksItself(file) }
    }

    private static func indexChecksItself(_ file: StoreFile) throws -> Bool {
        let connection = try Connection.plain(of: file)
        defer { try? connection.close() }
        do {
            try connection.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try db.execute(sql: "INSERT INTO case_words (case_words) VALUES ('integrity-check')")
                    return .rollback
                }
            }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return false
        }
    }

    /// Of what the engine says only what names a place: it may name values as well.
    private static func place(_ words: String) -> String {
        let line = words.split(separator: "\n").first.map(String.init) ?? words
        guard
            line.hasPrefix("***") || line.hasPrefix("row ") || line.hasPrefix("wrong #") || line.contains("Page")
                || line.contains("page") || line.contains("Tree") || line.contains("malformed")
        else { return "the engine's check failed" }
        return String(line.prefix(120))
    }

    private static func checkpoints(
        _ anchor: AnchorFile, verify: (([UInt8], String) -> Bool)?, into report: inout VerificationReport
    ) throws(CaseStoreError) -> [AuditCheckpoint] {
        guard let content = try anchor.read() else {
            report.add(.noCheckpoints)
            return []
        }
        for line in content.unreadable { report.add(.unreadableCheckpoint(line: line)) }
        if let verify {
            for checkpoint in content.checkpoints {
                guard let signature = checkpoint.signature else { continue }
                if verify(checkpoint.message, signature) {
                    report.signed += 1
                } else {
                    report.add(.badSignature(sequence: checkpoint.sequence))
                }
            }
        }
        return content.checkpoints
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case CaseStoreError.notAStore: "its head is damaged or it is no store; restore the last backup"
        case CaseStoreError.tooNew: "a later version of this program wrote it; use that version"
        case is StoreIdentity.NeedsMigration:
            "an earlier version wrote it; open it once for writing to bring it up to date"
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_CORRUPT: "the file is damaged; restore the last backup"
            case .SQLITE_NOTADB: "its head is damaged or it is no store; restore the last backup"
            case .SQLITE_CANTOPEN: "it cannot be opened here; copy it with the files beside it to where you may write"
            default: "the engine reported code \(error.extendedResultCode.rawValue)"
            }
        default: "the system refused to read it"
        }
    }
}
