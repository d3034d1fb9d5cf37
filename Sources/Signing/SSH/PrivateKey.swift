import Crypto
import Foundation

/// A private key of the kind Ed25519 from a file of OpenSSH that no passphrase protects.
///
/// Source: OpenSSH, `PROTOCOL.key`. A protected file needs bcrypt-pbkdf, which no library at hand has and which is
/// not ours to write; the agent opens such keys.
package struct PrivateKey: MessageSigner {
    package let key: SSHPublicKey
    private let secret: [UInt8]

    private static let begin = "-----BEGIN OPENSSH PRIVATE KEY-----"
    private static let end = "-----END OPENSSH PRIVATE KEY-----"

    /// A new key that no file holds: for trying and measuring, gone with the program.
    package init() throws(SigningError) {
        let pair = Curve25519.Signing.PrivateKey()
        guard let key = SSHPublicKey(bytes: [UInt8](pair.publicKey.rawRepresentation)) else { throw .wrongSignature }
        (self.key, secret) = (key, [UInt8](pair.rawRepresentation))
    }

    /// Parses the text of a key file; the name of the file is for the sentence of an error.
    /// - Throws: ``SigningError/notAPrivateKey(file:)``, ``SigningError/protectedKey(file:)``,
    ///   ``SigningError/otherKeyKind(_:)``.
    package init(parsing text: [UInt8], file: String) throws(SigningError) {
        guard let words = String(validating: text, as: UTF8.self) else { throw .notAPrivateKey(file: file) }
        let lines = words.split(whereSeparator: \.isNewline)
        guard lines.first == PrivateKey.begin[...], lines.last == PrivateKey.end[...],
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
        else { throw .notAPrivateKey(file: file) }
        var reader = SSHReader([UInt8](data))
        guard reader.raw(15) == Array("openssh-key-v1\0".utf8), let cipher = reader.text(),
            let derivation = reader.text(), reader.string() != nil
        else { throw .notAPrivateKey(file: file) }
        guard cipher == "none", derivation == "none" else { throw .protectedKey(file: file) }
        guard reader.number() == 1, let blob = reader.string(), let inner = reader.string(), reader.isAtEnd else {
            throw .notAPrivateKey(file: file)
        }
        var outside = SSHReader(blob)
        if let kind = outside.text(), kind != SSHPublicKey.kind { throw .otherKeyKind(String(kind.prefix(40))) }
        guard let key = SSHPublicKey(blob: blob), let secret = PrivateKey.secret(inner, of: key) else {
            throw .notAPrivateKey(file: file)
        }
        (self.key, self.secret) = (key, secret)
    }

    /// The 32 secret bytes of the inner part; nil when it is damaged or of another key.
    private static func secret(_ inner: [UInt8], of key: SSHPublicKey) -> [UInt8]? {
        var reader = SSHReader(inner)
        guard let check = reader.number(), check == reader.number(), reader.text() == SSHPublicKey.kind,
            reader.string() == key.bytes, let pair = reader.string(), pair.count == 64, reader.string() != nil,
            Array(pair.suffix(32)) == key.bytes
        else { return nil }
        // Filled up to blocks of eight with 1, 2, 3 …
        guard reader.remaining.enumerated().allSatisfy({ $0.element == UInt8(truncatingIfNeeded: $0.offset + 1) }),
            let pairKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: pair.prefix(32)),
            [UInt8](pairKey.publicKey.rawRepresentation) == key.bytes
        else { return nil }
        return Array(pair.prefix(32))
    }

    package func signature(of message: [UInt8]) throws(SigningError) -> [UInt8] {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret),
            let signature = try? key.signature(for: message)
        else { throw .wrongSignature }
        return [UInt8](signature)
    }
}
