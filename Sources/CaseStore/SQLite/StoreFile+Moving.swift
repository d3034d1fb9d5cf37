import Foundation

extension StoreFile {
    /// The files that belong to the store besides the lock file, which is never removed.
    private var companions: [String] { ["-wal", "-shm", "-journal", "-anchor"].map { path + $0 } }

    /// Removes a passing copy with everything beside it; nothing happens when it is not there.
    func remove() {
        for name in [path, lockPath] + companions { unlink(name) }
    }

    /// Brings a file that nobody has open to the disk.
    func synchronize() throws(CaseStoreError) {
        let descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("opened") }
        let isDone = fsync(descriptor) == 0
        close(descriptor)
        guard isDone else { throw failed("brought to the disk") }
    }

    /// Gives a file its lasting name.
    /// - Parameter replace: whether a file of that name gives way; else it is left alone and an error thrown.
    func rename(to target: String, replace: Bool) throws(CaseStoreError) {
        if replace {
            guard Foundation.rename(path, target) == 0 else { throw failed("renamed") }
        } else {
            // A link, unlike a rename, never takes the place of a file that has come meanwhile.
            guard link(path, target) == 0 else {
                if errno == EEXIST { throw .alreadyThere(path: target) }
                throw failed("renamed")
            }
            unlink(path)
        }
        try synchronizeFolder()
    }

    /// Moves the store and what belongs to it to names that end in a word.
    /// - Returns: the new path of the store; nil when there is none.
    func setAside(named word: String) throws(CaseStoreError) -> String? {
        var number = 1
        var aside = path + "." + word
        while StoreFile.exists(aside) || StoreFile.exists(aside + "-anchor") {
            number += 1
            aside = path + "." + word + "-\(number)"
        }
        let isThere = StoreFile.exists(path)
        for name in companions + [path] where StoreFile.exists(name) {
            guard Foundation.rename(name, aside + name.dropFirst(path.count)) == 0 else { throw failed("moved") }
        }
        try synchronizeFolder()
        return isThere ? aside : nil
    }

    private func synchronizeFolder() throws(CaseStoreError) {
        let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("brought to the disk") }
        let isDone = fsync(descriptor) == 0
        close(descriptor)
        guard isDone else { throw failed("brought to the disk") }
    }

    /// Whether there is anything of a name.
    static func exists(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0
    }

    private func failed(_ what: String) -> CaseStoreError {
        .unavailable(path: path, reason: "it cannot be \(what) (\(StoreFile.words(errno)))")
    }
}

/// Which processes have a store open.
enum FileUsers {
    /// The id of some other process that has the store or its log open; nil when the system tells of none.
    ///
    /// Processes of other people are seen only by the superuser.
    static func first(of file: StoreFile) -> Int32? {
        let names: Set<String> = [file.path, file.logPath].map { name in
            guard let real = realpath(name, nil) else { return name }
            defer { free(real) }
            return String(cString: real)
        }.reduce(into: []) { $0.insert($1) }
        let manager = FileManager.default
        for entry in (try? manager.contentsOfDirectory(atPath: "/proc")) ?? [] {
            guard let pid = Int32(entry) else { continue }
            let folder = "/proc/\(pid)/fd"
            for descriptor in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
                guard let place = try? manager.destinationOfSymbolicLink(atPath: folder + "/" + descriptor) else {
                    continue
                }
                if names.contains(place) { return pid }
            }
        }
        return nil
    }
}
