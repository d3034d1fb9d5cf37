import Crypto
import Foundation

/// A detached signature in the envelope of OpenSSH, as `ssh-keygen -Y sign` makes it and `-Y verify` reads it.
///
/// Source: OpenSSH, `PROTOCOL.sshsig`. The hash is SHA-512, the key Ed25519.
package struct SSHSignature: Hashable, Sendable {
    /// What signatures of determinations are good for.
    ///
    /// The protocol wants a name of one's own so that a signature made for one purpose (a commit, a mail) is worth
    /// nothing for another, in the form of a mail address so that names do not collide.
    package static let determinations = "imr-determination@imr"

    /// What signatures of checkpoints of the audit log are good for.
    package static let checkpoints = "imr-checkpoint@imr"

    /// The key that signed.
    package var key: SSHPublicKey
    /// What the signature is good for.
    package var namespace: String
    /// The signature itself, 64 bytes.
    package var bytes: [UInt8]

    private static let magic = Array("SSHSIG".utf8)
    private static let hash = "sha512"
    private static let begin = "-----BEGIN SSH SIGNATURE-----\n"
    private static let end = "-----END SSH SIGNATURE-----\n"

    /// A signature from its parts.
    package init(key: SSHPublicKey, namespace: String, bytes: [UInt8]) {
        self.key = key
        self.namespace = namespace
        self.bytes = bytes
    }

    /// Parses the file of a signature.
    ///
    /// It must be byte for byte as OpenSSH writes it: what could be changed without changing the meaning would be a
    /// place to hide something.
    /// - Throws: ``SigningError/notASignature``.
    package init(armored text: [UInt8]) throws(SigningError) {
        guard text.count < 4096, let words = String(validating: text, as: UTF8.self),
            words.hasPrefix(SSHSignature.begin), words.hasSuffix(SSHSignature.end)
        else { throw .notASignature }
        let body = words.dropFirst(SSHSignature.begin.count).dropLast(SSHSignature.end.count).filter { $0 != "\n" }
        guard let data = Data(base64Encoded: body), let signature = SSHSignature(blob: [UInt8](data)),
            Array(signature.armored.utf8) == text
        else { throw .notASignature }
        self = signature
    }

    private init?(blob: [UInt8]) {
        var reader = SSHReader(blob)
        guard reader.raw(6) == SSHSignature.magic, reader.number() == 1,
            let key = reader.string().flatMap(SSHPublicKey.init(blob:)), let namespace = reader.text(),
            reader.string() == [], reader.text() == SSHSignature.hash,
            let signature = reader.string().flatMap(SSHSignature.bytes(packed:)), reader.isAtEnd
        else { return nil }
        self.init(key: key, namespace: namespace, bytes: signature)
    }

    /// The 64 bytes of a signature as SSH packs them; nil for another kind (RFC 8709, 6).
    static func bytes(packed: [UInt8]) -> [UInt8]? {
        var reader = SSHReader(packed)
        guard reader.text() == SSHPublicKey.kind, let bytes = reader.string(), bytes.count == 64, reader.isAtEnd
        else { return nil }
        return bytes
    }

    /// The text of the signature's file: base64 in lines of 70 between its two marks.
    package var armored: String {
        var packed = SSHWriter()
        packed.string(SSHPublicKey.kind)
        packed.string(bytes)
        var writer = SSHWriter()
        writer.raw(SSHSignature.magic)
        writer.number(1)
        writer.string(key.blob)
        writer.string(namespace)
        writer.string("")
        writer.string(SSHSignature.hash)
        writer.string(packed.bytes)
        var rest = Data(writer.bytes).base64EncodedString()[...]
        var text = SSHSignature.begin
        while !rest.isEmpty {
            text += rest.prefix(70) + "\n"
            rest = rest.dropFirst(70)
        }
        return text + SSHSignature.end
    }

    /// Whether it is its key's signature of the bytes, for a purpose.
    package func verifies(_ message: [UInt8], namespace: String) -> Bool {
        self.namespace == namespace
            && key.verifies(bytes, of: SSHSignature.signedBytes(of: message, namespace: namespace))
    }

    /// What the key signs in place of the message itself: purpose and digest.
    package static func signedBytes(of message: [UInt8], namespace: String) -> [UInt8] {
        var writer = SSHWriter()
        writer.raw(magic)
        writer.string(namespace)
        writer.string("")
        writer.string(hash)
        writer.string(Array(SHA512.hash(data: message)))
        return writer.bytes
    }
}
