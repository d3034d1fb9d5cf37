internal import Foundation

/// A folder that files are written to: whole or not at all, readable by their owner alone.
struct OutputFolder {
    let path: String

    /// Makes the folder when it is missing.
    init(_ path: String) throws(ToolError) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotWrite(path: path, reason: "the folder cannot be made")
        }
    }

    /// Writes a file beside its place, brings it to the disk, then gives it its name: there is never half a letter.
    ///
    /// - Parameter name: the file's name; anything in it that could lead elsewhere is refused.
    func write(_ text: String, as name: String) throws(ToolError) {
        let target = path + "/" + name
        guard !name.contains("/"), !name.contains("\0"), name != ".", name != "..", name.utf8.count <= 200 else {
            throw .cannotWrite(path: target, reason: "the name would lead elsewhere")
        }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .cannotWrite(path: path, reason: reason()) }
        defer { close(folder) }
        let passing = ".\(name).\(getpid()).part"
        let file = openat(folder, passing, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotWrite(path: target, reason: reason()) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw abandoned(passing, folder, file, target) }
            bytes = bytes.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw abandoned(passing, folder, file, target) }
        guard close(file) == 0, renameat(folder, passing, folder, name) == 0, fsync(folder) == 0 else {
            let why = reason()
            unlinkat(folder, passing, 0)
            throw .cannotWrite(path: target, reason: why)
        }
    }

    private func abandoned(_ passing: String, _ folder: Int32, _ file: Int32, _ target: String) -> ToolError {
        let why = reason()
        close(file)
        unlinkat(folder, passing, 0)
        return .cannotWrite(path: target, reason: why)
    }

    private func reason() -> String { String(cString: strerror(errno)) }
}
