/// The end of the audit log at one moment, as it is kept outside the store.
///
/// It must be found again in the log. So a log that was cut off, written anew or put back to an earlier day is seen,
/// which the log alone cannot show.
public struct AuditCheckpoint: Hashable, Sendable {
    /// The place of the line in the log.
    public var sequence: Int64
    /// The digest of the line, 32 bytes.
    public var digest: [UInt8]
    /// When it was taken, in seconds since 1970 UTC.
    public var at: Int64
    /// How many cases the store had.
    public var cases: Int
    /// A signature over ``message``, as text of one or several lines; nil when nobody signed.
    public var signature: String?

    /// A checkpoint from its parts.
    public init(sequence: Int64, digest: [UInt8], at: Int64, cases: Int, signature: String? = nil) {
        self.sequence = sequence
        self.digest = digest
        self.at = at
        self.cases = cases
        self.signature = signature
    }

    /// The bytes that a signature is made over: `imr-anchor`, then the four values, each on a line of its own.
    public var message: [UInt8] {
        Array("imr-anchor\n\(sequence)\n\(Hexadecimal.text(digest))\n\(at)\n\(cases)\n".utf8)
    }
}

/// Bytes as digits and back.
enum Hexadecimal {
    /// Two digits a byte, in small letters.
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes of a text of digits; nil when it is anything else.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
