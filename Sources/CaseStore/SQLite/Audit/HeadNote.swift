import Foundation

/// The newest line of the audit log, noted in the lock file of the write gate after every commit.
///
/// It is written in place and not brought to the disk by itself, so it costs a few microseconds; it shows what a log
/// lacks that was taken away between two checkpoints, such as a write-ahead log deleted after a crash. It never runs
/// ahead of the store: it is written once the commit is on disk.
struct HeadNote: Hashable {
    var sequence: Int64
    var digest: [UInt8]
    /// The case of the line.
    var number: String?

    /// Longer than any note: a case number has 64 characters at most, of which each has few bytes.
    private static let length = 512

    /// Reads the note; nil when there is none or it cannot be read.
    static func read(_ file: StoreFile) -> HeadNote? {
        guard let data = FileManager.default.contents(atPath: file.lockPath) else { return nil }
        let text = String(decoding: data.prefix(length), as: UTF8.self)
        guard let line = text.split(separator: "\n", omittingEmptySubsequences: false).first, line != text[...] else {
            return nil
        }
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let sequence = Int64(parts[0]), let digest = Hexadecimal.bytes(parts[1]),
            digest.count == 32
        else { return nil }
        return HeadNote(sequence: sequence, digest: digest, number: parts[2].isEmpty ? nil : String(parts[2]))
    }

    /// Writes the note over the one before. Call it within the write gate.
    func write(to descriptor: CInt) {
        var bytes = Array("\(sequence) \(Hexadecimal.text(digest)) \(number ?? "")\n".utf8)
        guard bytes.count <= HeadNote.length else { return }
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: HeadNote.length - bytes.count)
        // A note that cannot be written is not worth failing a commit that is on disk.
        _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// Takes the note away. Call it within the write gate.
    static func clear(_ descriptor: CInt) { _ = ftruncate(descriptor, 0) }
}
