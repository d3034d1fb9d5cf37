import GRDB

/// Puts the failures of the engine into the words of the store.
///
/// The engine's own messages may repeat statements and values, so nothing of them is passed on but the result code.
enum Failure {
    /// The store's error for whatever was thrown while its file was in use; errors of ours pass unchanged.
    static func error(for thrown: any Error, path: String) -> any Error {
        guard let failure = thrown as? DatabaseError else { return thrown }
        if failure.resultCode == .SQLITE_NOTADB { return CaseStoreError.notAStore(path: path) }
        return CaseStoreError.unavailable(path: path, reason: reason(for: failure))
    }

    /// Whether a connection that met this failure must not be used again.
    static func condemnsConnection(_ thrown: any Error) -> Bool {
        guard let failure = thrown as? DatabaseError else { return false }
        switch failure.resultCode {
        case .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_PROTOCOL,
            .SQLITE_READONLY, .SQLITE_NOMEM, .SQLITE_MISUSE, .SQLITE_INTERNAL:
            return true
        default:
            return false
        }
    }

    private static func reason(for failure: DatabaseError) -> String {
        switch failure.resultCode {
        case .SQLITE_FULL:
            "the disk is full, so nothing was changed; make room and try again"
        case .SQLITE_IOERR where failure.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
            // The file that the users of a store share is made here; the engine does not tell what kept it from that.
            "the disk has no room for it, or reported an error (code \(failure.extendedResultCode.rawValue)), so nothing "
                + "was changed; make room and try again"
        case .SQLITE_IOERR:
            "the disk reported an error (code \(failure.extendedResultCode.rawValue)), so nothing was changed; "
                + "check the disk and try again"
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            "another program keeps it locked, so nothing was changed; close that program and try again"
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            "it may not be written here; check the rights of the file and its folder"
        case .SQLITE_CANTOPEN:
            "it cannot be opened; check that the folder exists and that you may write in it"
        case .SQLITE_CORRUPT:
            // A disk that cannot be read for the moment looks the same to the engine.
            "the file is damaged, or the disk cannot be read; try again, and if imr verify says the same, restore the "
                + "last backup"
        case .SQLITE_NOMEM:
            "there is not enough memory; close something and try again"
        case .SQLITE_CONSTRAINT:
            "a value breaks a rule of the store (code \(failure.extendedResultCode.rawValue)), so nothing was changed"
        default:
            "the engine reported code \(failure.extendedResultCode.rawValue), so nothing was changed; try again"
        }
    }
}
