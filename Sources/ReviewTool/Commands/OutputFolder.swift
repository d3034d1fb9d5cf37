internal import Exports
internal import Foundation

/// A folder that files are written to: whole or not at all, readable by their owner alone.
///
/// Each file is written beside its place, brought to the disk, and then given its name, so that there is never half a
/// letter. Everything goes through the opened folder: no name and no link leads out of it.
struct OutputFolder: Sendable {
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

    /// Writes a text under a name; anything in the name that could lead elsewhere is refused.
    func write(_ text: String, as name: String) throws(ToolError) {
        try write([Rendering(name: name, mediaType: "text/plain", bytes: Array(text.utf8))])
    }

    /// Writes files; those of the same names give way. After an error some of them may stand there, each whole.
    func write(_ files: [Rendering]) throws(ToolError) {
        let folder = try OpenFolder(path)
        try folder.write(files)
    }

    /// Writes a folder of files as one: all of it is there or nothing. A folder of the same name gives way, unless it
    /// holds what no export writes.
    func write(folder name: String, _ files: [Rendering]) throws(ToolError) {
        let folder = try OpenFolder(path)
        let passing = try folder.passing(name)
        do {
            let inner = try folder.makeFolder(passing)
            try inner.write(files)
        } catch {
            folder.removeFolder(passing)
            throw error
        }
        try folder.replace(folder: name, by: passing)
    }

    /// What stands under a name: the files of a folder in the order of their names, or the one file; nil when nothing
    /// does, or something that no export writes.
    func content(of name: String) -> [Rendering]? {
        guard let folder = try? OpenFolder(path), OpenFolder.isPlain(name) else { return nil }
        if let bytes = folder.read(name) { return [Rendering(name: name, mediaType: "", bytes: bytes)] }
        guard let inner = try? folder.openFolder(name) else { return nil }
        var files: [Rendering] = []
        for entry in inner.names().sorted() {
            guard let bytes = inner.read(entry) else { return nil }
            files.append(Rendering(name: entry, mediaType: "", bytes: bytes))
        }
        return files
    }

    /// Removes what exports left behind that were killed; those of a process that still runs stay.
    func removeLeftovers() {
        guard let folder = try? OpenFolder(path) else { return }
        for name in folder.names() where name.hasPrefix(".") && name.hasSuffix(OpenFolder.ending) {
            let parts = name.split(separator: ".")
            guard parts.count > 2, let process = Int32(parts[parts.count - 2]), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            folder.removeFolder(name)
            folder.remove(name)
        }
    }
}
