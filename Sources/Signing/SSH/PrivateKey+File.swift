import Foundation

extension PrivateKey {
    /// Reads a key file, which nobody but its owner may read, as `ssh` wants it.
    /// - Throws: ``SigningError/cannotRead(file:reason:)``, ``SigningError/openKey(file:)`` and those of
    ///   ``init(parsing:file:)``.
    package init(contentsOf path: String) throws(SigningError) {
        // Permissions and bytes of one and the same file: asked by the descriptor, not by the name.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .cannotRead(file: path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(file: path, reason: "it is no file")
        }
        guard status.st_mode & 0o077 == 0 else { throw .openKey(file: path) }
        guard status.st_size <= 16_384 else { throw .notAPrivateKey(file: path) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        var count = 0
        while true {
            let more = bytes.withUnsafeMutableBytes {
                read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if more < 0, errno == EINTR { continue }
            guard more >= 0 else { throw .cannotRead(file: path, reason: String(cString: strerror(errno))) }
            guard more > 0 else { break }
            count += more
        }
        try self.init(parsing: Array(bytes.prefix(count)), file: path)
    }
}
