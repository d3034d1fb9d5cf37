internal import Exports
internal import Foundation
internal import Signing

/// A folder that is open: every name is looked up in it and nowhere else.
final class OpenFolder {
    let path: String
    private let descriptor: Int32

    /// What the names end in under which files are written before they are whole.
    static let ending = ".part"
    /// The most bytes that are read back of a file: no letter has so many.
    private static let readLimit = 64 << 20

    /// Opens a folder by its path.
    init(_ path: String) throws(ToolError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: OpenFolder.reason()) }
    }

    private init(descriptor: Int32, path: String) { (self.descriptor, self.path) = (descriptor, path) }

    deinit { close(descriptor) }

    // MARK: - Names

    /// Whether a name is one of a file in this folder, and short enough to be written beside its place.
    static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 200
            && !name.unicodeScalars.contains { $0 == "/" || $0.value < 0x20 || $0.value == 0x7F }
    }

    /// The name under which something is written before it is whole.
    func passing(_ name: String) throws(ToolError) -> String {
        guard OpenFolder.isPlain(name) else {
            throw .cannotWrite(path: path + "/" + name, reason: "the name would lead elsewhere")
        }
        return ".\(name).\(getpid())" + OpenFolder.ending
    }

    /// The names of what is in the folder.
    func names() -> [String] {
        let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0, let stream = fdopendir(again) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    // MARK: - Files

    /// Writes files beside their places, brings all to the disk, and then names them.
    func write(_ files: [Rendering]) throws(ToolError) {
        var written: [(passing: String, name: String)] = []
        do throws(ToolError) {
            var open: [(descriptor: Int32, name: String)] = []
            defer { for file in open { close(file.descriptor) } }
            for file in files {
                let passing = try passing(file.name)
                let descriptor = openat(
                    self.descriptor, passing, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
                guard descriptor >= 0 else { throw failure(file.name) }
                written.append((passing, file.name))
                open.append((descriptor, file.name))
                try write(file.bytes, to: descriptor, file.name)
            }
            // Many at once cost little more than one.
            for file in open where fsync(file.descriptor) != 0 { throw failure(file.name) }
            for file in written where renameat(descriptor, file.passing, descriptor, file.name) != 0 {
                throw failure(file.name)
            }
            guard fsync(descriptor) == 0 else { throw failure("") }
        } catch {
            // Those that have their names already are not found under the passing ones.
            for file in written { remove(file.passing) }
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32, _ name: String) throws(ToolError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(name) }
            rest = rest.dropFirst(count)
        }
    }

    /// The bytes of a file; nil when none of the name is there.
    func read(_ name: String) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= OpenFolder.readLimit else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
        var at = 0
        while at < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress.map { $0 + at }, $0.count - at)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            at += count
        }
        return bytes
    }

    /// Removes a file; nothing happens when none is there.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    // MARK: - Folders

    /// Makes a folder in this one, readable by its owner alone, and opens it.
    func makeFolder(_ name: String) throws(ToolError) -> OpenFolder {
        guard mkdirat(descriptor, name, 0o700) == 0 else { throw failure(name) }
        return try openFolder(name)
    }

    /// Opens a folder in this one; a link is none.
    func openFolder(_ name: String) throws(ToolError) -> OpenFolder {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { throw failure(name) }
        return OpenFolder(descriptor: inner, path: path + "/" + name)
    }

    /// Removes a folder and the files in it; folders in it stay, and it then stays too.
    func removeFolder(_ name: String) {
        guard let inner = try? openFolder(name) else { return }
        for file in inner.names() { inner.remove(file) }
        unlinkat(descriptor, name, AT_REMOVEDIR)
    }

    /// Gives a folder the name of another, which is removed.
    func replace(folder name: String, by passing: String) throws(ToolError) {
        if let old = try? openFolder(name), !old.holdsOnlyExports() {
            removeFolder(passing)
            throw .cannotWrite(
                path: path + "/" + name, reason: "the folder holds other files; move it away or name another folder")
        }
        // Between the two steps neither stands there, but never half of one; what is moved away is a leftover.
        let old = ".\(name).old.\(getpid())" + OpenFolder.ending
        let isReplacing = renameat(descriptor, name, descriptor, old) == 0
        guard renameat(descriptor, passing, descriptor, name) == 0 else {
            let error = failure(name)
            if isReplacing { _ = renameat(descriptor, old, descriptor, name) }
            removeFolder(passing)
            throw error
        }
        if isReplacing { removeFolder(old) }
        guard fsync(descriptor) == 0 else { throw failure(name) }
    }

    private func holdsOnlyExports() -> Bool {
        let endings = LetterFormat.allCases.map { "." + $0.ending } + [".sig", BundleFiles.allowedSigners]
        return names().allSatisfy { name in endings.contains { name.hasSuffix($0) } }
    }

    // MARK: - Errors

    private func failure(_ name: String) -> ToolError {
        .cannotWrite(path: name.isEmpty ? path : path + "/" + name, reason: OpenFolder.reason())
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
