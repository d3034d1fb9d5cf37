import Foundation

/// Where a store lives: its file, the write-ahead log beside it, and the lock file of the write gate.
struct StoreFile: Sendable {
    /// The absolute path of the store.
    let path: String

    /// The file of the write gate. It is never removed: a lock on a removed file guards nothing.
    var lockPath: String { path + "-lock" }
    /// The write-ahead log.
    var logPath: String { path + "-wal" }
    /// The checkpoints of the audit log.
    var anchor: AnchorFile { AnchorFile(path: path + "-anchor") }

    /// Takes a path as a person gives it.
    ///
    /// The path becomes absolute, so that SQLite never takes it for a URI or for the name of a store in memory.
    init(path given: String) throws(CaseStoreError) {
        guard !given.isEmpty, !given.utf8.contains(0) else {
            throw .unavailable(path: given, reason: "this is not the name of a file")
        }
        path = given.hasPrefix("/") ? given : FileManager.default.currentDirectoryPath + "/" + given
    }

    /// The size of the store in bytes; nil when there is no such file.
    ///
    /// The file is asked by name and never opened here: closing any descriptor of a file drops every POSIX lock that
    /// SQLite holds on it in this process.
    var size: Int? { StoreFile.size(of: path) }

    /// Whether the log holds something that the store may not hold yet.
    var hasLog: Bool { (StoreFile.size(of: logPath) ?? 0) > 0 }

    /// Whether files may be made in the folder.
    var folderIsWritable: Bool { access(folder, W_OK) == 0 }

    /// Whether the store can be changed where it lies.
    var isWritable: Bool { access(path, W_OK) == 0 && folderIsWritable }

    /// The folder it lies in.
    var folder: String {
        let name = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        return name.isEmpty ? "/" : String(name)
    }

    /// Makes the folders that are missing, for the owner alone.
    func createFolders() throws(CaseStoreError) {
        var missing: [String] = []
        var place = Substring(folder)
        while !place.isEmpty, access(String(place), F_OK) != 0 {
            missing.append(String(place))
            place = place[..<(place.lastIndex(of: "/") ?? place.startIndex)]
        }
        for name in missing.reversed() where mkdir(name, 0o700) != 0 && errno != EEXIST {
            throw .unavailable(path: path, reason: "its folder cannot be made (\(StoreFile.words(errno)))")
        }
    }

    /// Makes an empty file for the owner alone; SQLite gives the files beside it the same rights.
    ///
    /// An existing file is left alone: `O_EXCL` makes sure that no descriptor of a store in use is opened and closed.
    func createEmpty() throws(CaseStoreError) {
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw .unavailable(path: path, reason: "it cannot be made (\(StoreFile.words(errno)))")
        }
        close(descriptor)
    }

    /// What the system says about an error number, in its words.
    static func words(_ number: CInt) -> String { String(cString: strerror(number)) }

    private static func size(of path: String) -> Int? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return Int(facts.st_size)
    }
}
