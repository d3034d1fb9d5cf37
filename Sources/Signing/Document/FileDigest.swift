import Crypto

/// The SHA-256 digest of the bytes of a file or of a text.
package struct FileDigest: Hashable, Sendable {
    /// 64 hexadecimal digits, small letters.
    package let hex: String

    /// The digest of bytes.
    package init(of bytes: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        hex = String(decoding: text, as: UTF8.self)
    }

    /// Parses 64 hexadecimal digits, small letters; nil for any other text.
    package init?(hex: String) {
        guard hex.utf8.count == 64,
            hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.hex = hex
    }
}
