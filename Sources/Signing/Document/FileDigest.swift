import Crypto

/// The SHA-256 digest of the bytes of a file or of a text.
package struct FileDigest: Hashable, Sendable {
    /// 64 hexadecimal digits, small letters.
    package let hex: String

    /// The digest of bytes.
    package init(of bytes: [UInt8]) {
        hex = FileDigest.digits(of: SHA256.hash(data: bytes))
    }

    /// A digest that was taken already; nil unless it has 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        hex = FileDigest.digits(of: bytes)
    }

    private static func digits(of bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Parses 64 hexadecimal digits, small letters; nil for any other text.
    package init?(hex: String) {
        guard hex.utf8.count == 64,
            hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.hex = hex
    }
}
