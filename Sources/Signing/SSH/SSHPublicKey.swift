import Crypto
import Foundation

/// A public key of the kind Ed25519, as OpenSSH writes it.
package struct SSHPublicKey: Hashable, Sendable {
    /// The only kind of key that signs determinations; its signatures are the same for the same bytes.
    package static let kind = "ssh-ed25519"

    /// The key itself, 32 bytes.
    package let bytes: [UInt8]

    /// A key of 32 bytes; nil for any other count.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Parses a key as OpenSSH packs it; nil for other kinds and for anything left over.
    package init?(blob: [UInt8]) {
        var reader = SSHReader(blob)
        guard reader.text() == SSHPublicKey.kind, let key = reader.string(), reader.isAtEnd else { return nil }
        self.init(bytes: key)
    }

    /// Parses a line `ssh-ed25519 AAAA… comment`; the comment, often a name, is not kept.
    /// - Throws: ``SigningError/notAPublicKey``, ``SigningError/otherKeyKind(_:)``.
    package init(line: some StringProtocol) throws(SigningError) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let kind = words.first else { throw .notAPublicKey }
        guard kind == SSHPublicKey.kind else {
            let isKey = kind.hasPrefix("ssh-") || kind.hasPrefix("ecdsa-") || kind.hasPrefix("sk-")
            throw isKey ? .otherKeyKind(String(kind.prefix(40))) : .notAPublicKey
        }
        guard words.count > 1, let data = Data(base64Encoded: String(words[1])),
            let key = SSHPublicKey(blob: [UInt8](data))
        else { throw .notAPublicKey }
        self = key
    }

    /// The key as OpenSSH packs it (RFC 8709, 4).
    package var blob: [UInt8] {
        var writer = SSHWriter()
        writer.string(SSHPublicKey.kind)
        writer.string(bytes)
        return writer.bytes
    }

    /// The line that stands for it in files, `ssh-ed25519 AAAA…`, without a comment or a line end.
    package var line: String { SSHPublicKey.kind + " " + Data(blob).base64EncodedString() }

    /// As `ssh-keygen -l` shows it: `SHA256:` and the digest of the packed key in base64 without padding.
    package var fingerprint: String {
        let digest = Data(SHA256.hash(data: blob)).base64EncodedString()
        return "SHA256:" + digest.prefix { $0 != "=" }
    }

    /// Whether the 64 bytes are this key's signature of a message.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}
