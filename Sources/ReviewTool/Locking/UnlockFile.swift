internal import Crypto
internal import CryptoExtras
internal import Foundation

/// The passphrase that unlocks a locked screen, as a salted hash in a file of its owner alone.
///
/// One line: `scrypt`, the three costs, the salt and the hash in hexadecimal digits (RFC 7914). Without the file Enter
/// unlocks; whoever can change the file has the account anyway.
struct UnlockFile {
    /// A passphrase has at least so many characters.
    static let shortest = 8
    /// What a hash costs: 32 MiB and a tenth of a second.
    private static let cost = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 1)
    /// No file of this kind is longer.
    private static let limit = 1_024

    private struct Cost: Hashable {
        var rounds: Int
        var blockSize: Int
        var parallelism: Int
    }

    let path: String

    /// The file of the person who runs the program, or one elsewhere.
    init(path: String = Place.configuration + "/unlock") { self.path = path }

    /// Whether a passphrase is asked for. A file that cannot be reached or read, or is damaged, is one for which none is
    /// right.
    var isThere: Bool {
        var status = stat()
        return lstat(path, &status) == 0 || ![ENOENT, ENOTDIR].contains(errno)
    }

    /// Whether a passphrase unlocks. It is compared only where one was asked for, so when the file is gone by then none is
    /// right.
    func isRight(_ passphrase: String) throws(ToolError) -> Bool {
        guard isThere else { throw .noUnlockFile(path: path) }
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: UnlockFile.limit)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let parts = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), (2...(1 << 20)).contains(rounds), rounds & (rounds - 1) == 0,
            (1...16).contains(blockSize), (1...16).contains(parallelism), let salt = Hexadecimal.bytes(parts[4]),
            let hash = Hexadecimal.bytes(parts[5]), !salt.isEmpty, hash.count == 32
        else { throw .damagedUnlockFile(path: path) }
        let cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return try UnlockFile.key(passphrase, salt: salt, cost: cost) == SymmetricKey(data: hash)
    }

    /// Keeps the hash of a passphrase in place of the one before, whole or not at all.
    func keep(_ passphrase: String) throws(ToolError) {
        guard passphrase.count >= UnlockFile.shortest else { throw .shortPassphrase(UnlockFile.shortest) }
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        let cost = UnlockFile.cost
        let key = try UnlockFile.key(passphrase, salt: salt, cost: cost)
        let hash = key.withUnsafeBytes { Hexadecimal.text($0) }
        let line =
            "scrypt \(cost.rounds) \(cost.blockSize) \(cost.parallelism) \(salt.withUnsafeBytes { Hexadecimal.text($0) }) "
            + hash + "\n"
        let folder = URL(filePath: path).deletingLastPathComponent().path
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let new = path + ".new"
        unlink(new)
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path: new, reason: String(cString: strerror(errno))) }
        let written = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let isWhole = written == line.utf8.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWhole, rename(new, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(new)
            throw .cannotWrite(path: path, reason: reason)
        }
    }

    /// Takes the passphrase away; whether there was one.
    func remove() throws(ToolError) -> Bool {
        guard isThere else { return false }
        guard unlink(path) == 0 else { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
        return true
    }

    private static func key(_ passphrase: String, salt: [UInt8], cost: Cost) throws(ToolError) -> SymmetricKey {
        // The same letters are the same passphrase, however the terminal puts them together.
        let bytes = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
        do {
            guard !bytes.isEmpty else { throw ToolError.shortPassphrase(UnlockFile.shortest) }
            return try KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
        } catch let error as ToolError {
            throw error
        } catch {
            throw .noHash
        }
    }
}
