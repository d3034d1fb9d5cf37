internal import CaseModel
internal import Foundation

/// Whether somebody opens the workstation for the first time.
enum FirstVisit {
    /// True once for an account, and only where the cases shown are untouched: whoever works in a store knows his way.
    static func isNow(_ rows: [WorklistRow], in folder: String = Place.state) -> Bool {
        guard !rows.isEmpty, rows.allSatisfy({ $0.decidedCount == 0 && !$0.hasDraft && !$0.state.isDecided }) else {
            return false
        }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // The file says that it was; where none can be written, it would be the first time every day.
        let descriptor = open(folder + "/visited", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        return true
    }
}
