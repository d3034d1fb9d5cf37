/// The pseudonym of a reviewer: what leaves the house in place of his name (LC 4610.6(f)).
public struct ReviewerID: Hashable, Sendable, Comparable {
    /// The pseudonym as written, 1 to 32 characters.
    public let text: String

    /// Parses a pseudonym: 1 to 32 letters and digits of ASCII and inner hyphens, as `R-0042`.
    /// - Throws: ``CaseModelError/notAReviewerID(_:)``.
    public init(parsing text: String) throws(CaseModelError) {
        let bytes = Array(text.utf8)
        let isPlain = bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIILetterOrDigit }
        guard (1...32).contains(bytes.count), isPlain, bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-")
        else { throw .notAReviewerID(String(text.prefix(32))) }
        self.text = text
    }

    /// Lexicographic order of the text.
    public static func < (a: ReviewerID, b: ReviewerID) -> Bool { a.text < b.text }
}

extension ReviewerID: CustomStringConvertible {
    /// The same as ``text``.
    public var description: String { text }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
