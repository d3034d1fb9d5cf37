import Foundation

/// The folder of a bundle, read without following any link out of it.
package enum BundleFolder {
    /// The most bytes a file of a bundle may have, so that a hostile one does not fill the memory.
    package static let limit = 64 * 1024 * 1024
    /// The most files a bundle may have.
    package static let fileLimit = 64

    /// The report on a folder.
    package static func report(on folder: String, trusting trusted: TrustedKeys) -> BundleReport {
        do throws(SigningError) {
            return BundleVerification.report(on: try files(of: folder), trusting: trusted)
        } catch {
            var report = BundleReport()
            report.failed(folder, error.description)
            return report
        }
    }

    /// The files of a folder by name.
    /// - Throws: ``SigningError/cannotRead(file:reason:)``, also for anything in it that is no plain file.
    package static func files(of folder: String) throws(SigningError) -> [String: [UInt8]] {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(file: folder, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var result: [String: [UInt8]] = [:]
        let names = try names(of: folder, descriptor)
        guard names.count <= fileLimit else {
            throw .cannotRead(file: folder, reason: "it has more than \(fileLimit) files, so it is no bundle")
        }
        for name in names { result[name] = try bytes(of: name, in: descriptor) }
        return result
    }

    /// The bytes of a file.
    /// - Throws: ``SigningError/cannotRead(file:reason:)``.
    package static func bytes(ofFile path: String) throws(SigningError) -> [UInt8] {
        try bytes(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), path)
    }

    private static func bytes(of name: String, in folder: Int32) throws(SigningError) -> [UInt8] {
        // Not blocking, for a pipe of that name would wait for a writer.
        try bytes(openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK), name)
    }

    private static func names(of folder: String, _ descriptor: Int32) throws(SigningError) -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            if copy >= 0 { close(copy) }
            throw .cannotRead(file: folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else {
                throw .cannotRead(file: folder, reason: "a file in it has a name that is not UTF-8")
            }
            if name != ".", name != ".." { names.append(name) }
            if names.count > fileLimit { break }
        }
        return names
    }

    private static func bytes(_ file: Int32, _ name: String) throws(SigningError) -> [UInt8] {
        guard file >= 0 else {
            let reason = errno == ELOOP ? "it is a link" : String(cString: strerror(errno))
            throw .cannotRead(file: name, reason: reason)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(file: name, reason: "it is no plain file")
        }
        guard status.st_size <= limit else {
            throw .cannotRead(file: name, reason: "it has more than \(limit / 1_048_576) MB")
        }
        let size = Int(status.st_size)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let more = read(file, buffer.baseAddress?.advanced(by: count), size - count)
                if more < 0, errno == EINTR { continue }
                if more < 0 { failure = errno }
                guard more > 0 else { return }
                count += more
            }
        }
        guard failure == 0 else { throw .cannotRead(file: name, reason: String(cString: strerror(failure))) }
        return bytes
    }
}
