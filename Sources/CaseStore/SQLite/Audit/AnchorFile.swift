import Foundation

/// The checkpoints of a store, in a file beside it to which lines are only added.
///
/// A line is `SEQUENCE DIGEST TIME CASES [SIGNATURE]`, the signature in Base64. A copy of the file kept elsewhere, or
/// signed lines, show even that store and file were put back to an earlier day together.
struct AnchorFile {
    let path: String

    /// What stands in the file.
    struct Content {
        var checkpoints: [AuditCheckpoint] = []
        /// The lines that are no checkpoints, from 1.
        var unreadable: [Int] = []
    }

    /// Reads the file; nil when there is none.
    func read() throws(CaseStoreError) -> Content? {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            if errno == ENOENT { return nil }
            throw .unavailable(path: path, reason: "it cannot be read (\(StoreFile.words(errno)))")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unavailable(path: path, reason: "it cannot be read; check its rights")
        }
        var content = Content()
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            if let checkpoint = AnchorFile.parse(String(decoding: line, as: UTF8.self)) {
                content.checkpoints.append(checkpoint)
            } else {
                content.unreadable.append(index + 1)
            }
        }
        return content
    }

    /// Adds a line and returns when it is on disk.
    func append(_ checkpoint: AuditCheckpoint) throws(CaseStoreError) {
        let file = Foundation.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw failure() }
        defer { close(file) }
        let bytes = Array((AnchorFile.line(checkpoint) + "\n").utf8)
        // One call: a line of another process cannot come in between, and all writers hold the gate besides.
        guard bytes.withUnsafeBytes({ Foundation.write(file, $0.baseAddress, $0.count) }) == bytes.count,
            fdatasync(file) == 0
        else { throw failure() }
    }

    /// Begins a file anew with one line, for a copy of a store.
    static func replace(at path: String, with checkpoint: AuditCheckpoint) throws(CaseStoreError) {
        unlink(path)
        try AnchorFile(path: path).append(checkpoint)
    }

    private func failure() -> CaseStoreError {
        .unavailable(path: path, reason: "the checkpoint cannot be written (\(StoreFile.words(errno)))")
    }

    static func line(_ checkpoint: AuditCheckpoint) -> String {
        let signature = checkpoint.signature.map { " " + Data($0.utf8).base64EncodedString() } ?? ""
        return "\(checkpoint.sequence) \(Hexadecimal.text(checkpoint.digest)) \(checkpoint.at) \(checkpoint.cases)"
            + signature
    }

    static func parse(_ line: String) -> AuditCheckpoint? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard (4...5).contains(parts.count), let sequence = Int64(parts[0]), sequence >= 0,
            let digest = Hexadecimal.bytes(parts[1]), digest.count == 32, let at = Int64(parts[2]),
            let cases = Int(parts[3])
        else { return nil }
        var checkpoint = AuditCheckpoint(sequence: sequence, digest: digest, at: at, cases: cases)
        if parts.count == 5 {
            guard let data = Data(base64Encoded: String(parts[4])) else { return nil }
            checkpoint.signature = String(decoding: data, as: UTF8.self)
        }
        return checkpoint
    }
}
