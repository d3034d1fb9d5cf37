/// The number under which a case is filed, unique in a store: `CM17-0003890`, `IMR 13-000004`.
///
/// A letter published without a header has no number; it is filed under a name made from its file
/// (`lumbar-sympathetic-block`), so the type takes any short printable name. Comparison is exact.
public struct CaseNumber: Hashable, Sendable, Comparable {
    /// The number as written, 1 to 64 characters.
    public let text: String

    /// Parses a case number.
    ///
    /// Letters and digits of ASCII, `-`, `_`, `.` and single inner spaces; first and last a letter or digit.
    /// - Throws: ``CaseModelError/notACaseNumber(_:)`` for anything else.
    public init(parsing text: some StringProtocol) throws(CaseModelError) {
        var count = 0
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            count += 1
            let isInner = byte == UInt8(ascii: " ") ? last != byte : "-_.".utf8.contains(byte)
            guard count <= 64, byte.isASCIIAlphanumeric || (count > 1 && isInner) else {
                throw .notACaseNumber(String(text.prefix(64)))
            }
            last = byte
        }
        guard count > 0, last.isASCIIAlphanumeric else { throw .notACaseNumber(String(text.prefix(64))) }
        self.text = String(text)
    }

    /// Lexicographic order of the text.
    public static func < (a: CaseNumber, b: CaseNumber) -> Bool { a.text < b.text }
}

extension CaseNumber: CustomStringConvertible {
    /// The same as ``text``.
    public var description: String { text }
}

extension UInt8 {
    /// Whether it is the code of an ASCII letter or digit.
    fileprivate var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
