internal import Exports
internal import Foundation

/// What an export of many cases has written into a folder, so that the next one need not set again what stands there.
///
/// It is a hint: an entry counts only while the files have the digest that it says, and a folder without it is written
/// anew. Each line is a name, the digest of what the letter was made of, and the digest of the files.
struct ExportIndex: Sendable {
    private let path: String
    private var entries: [String: Entry] = [:]

    /// What was written under a name.
    struct Entry: Hashable, Sendable {
        /// The digest of what it was made of.
        var source: UInt64
        /// The digest of its files.
        var files: UInt64
    }

    static let name = ".imr-export"

    /// Reads the index of a folder; a line that is not whole is passed over.
    init(of folder: OutputFolder) {
        path = folder.path + "/" + ExportIndex.name
        guard let file = folder.content(of: ExportIndex.name)?.first else { return }
        for line in file.bytes.split(separator: 10) {
            let fields = line.split(separator: 9)
            guard fields.count == 3, let source = UInt64(String(decoding: fields[1], as: UTF8.self), radix: 16),
                let files = UInt64(String(decoding: fields[2], as: UTF8.self), radix: 16)
            else { continue }
            entries[String(decoding: fields[0], as: UTF8.self)] = Entry(source: source, files: files)
        }
    }

    /// What was written under a name.
    subscript(name: String) -> Entry? { entries[name] }

    /// Adds what has been written. Nothing depends on its success: what is not noted is compared in full.
    func add(_ new: [(name: String, entry: Entry)]) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        // It begins a line of its own even when the last process was killed within one.
        var text = "\n"
        for (name, entry) in new {
            text += "\(name)\t\(String(entry.source, radix: 16))\t\(String(entry.files, radix: 16))\n"
        }
        var bytes = Array(text.utf8)
        _ = bytes.withUnsafeMutableBytes { Foundation.write(file, $0.baseAddress, $0.count) }
    }
}
