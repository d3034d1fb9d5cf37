import Foundation

/// Where a library lives, and the lock that lets one writer at a time through among all processes.
///
/// SQLite up to 3.51.2 can damage a write-ahead log that several processes write (the WAL-reset bug); an exclusive
/// `flock` on a file of its own around every write cures it, as in the case store.
final class LibraryFile: Sendable {
    /// The absolute path, so that SQLite never takes it for a URI or a name in memory.
    let path: String

    init(path given: String) throws(GuidelineError) {
        guard !given.isEmpty, !given.utf8.contains(0) else {
            throw .unavailable(path: given, reason: "this is not the name of a file")
        }
        path = given.hasPrefix("/") ? given : FileManager.default.currentDirectoryPath + "/" + given
    }

    /// Whether the file is there.
    var exists: Bool { access(path, F_OK) == 0 }

    /// The name by which SQLite reads the file where it can make neither log nor shared memory.
    var readingName: String {
        var folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        if folder.isEmpty { folder = "/" }
        guard access(folder, W_OK) != 0, access(path + "-wal", F_OK) != 0 else { return path }
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")
        return "file:" + (path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path) + "?immutable=1"
    }

    /// Makes the missing folders and an empty file, for the owner alone.
    func create() throws(GuidelineError) {
        var place = path.startIndex
        while let slash = path[path.index(after: place)...].firstIndex(of: "/") {
            if mkdir(String(path[..<slash]), 0o700) != 0, errno != EEXIST, access(String(path[..<slash]), F_OK) != 0 {
                throw .unavailable(path: path, reason: "its folder cannot be made (\(LibraryFile.words(errno)))")
            }
            place = slash
        }
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw .unavailable(path: path, reason: "it cannot be made (\(LibraryFile.words(errno)))")
        }
    }

    /// Runs something alone among all writers of the library. It blocks its thread.
    func alone<T>(_ body: () throws -> T) throws -> T {
        let descriptor = Foundation.open(path + "-lock", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw GuidelineError.unavailable(
                path: path, reason: "its lock file cannot be made (\(LibraryFile.words(errno)))")
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw GuidelineError.unavailable(
                    path: path, reason: "its write lock cannot be had (\(LibraryFile.words(errno)))")
            }
        }
        return try body()
    }

    private static func words(_ number: CInt) -> String { String(cString: strerror(number)) }
}
