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
        let scalars = Array(text.unicodeScalars)
        guard (1...64).contains(scalars.count), let first = scalars.first, let last = scalars.last,
            first.isASCIIAlphanumeric, last.isASCIIAlphanumeric,
            scalars.allSatisfy({ $0.isASCIIAlphanumeric || "-_. ".unicodeScalars.contains($0) }),
            !zip(scalars, scalars.dropFirst()).contains(where: { $0 == " " && $1 == " " })
        else { throw .notACaseNumber(String(String.UnicodeScalarView(scalars.prefix(64)))) }
        self.text = String(text)
    }

    /// Lexicographic order of the text.
    public static func < (a: CaseNumber, b: CaseNumber) -> Bool { a.text < b.text }
}

extension CaseNumber: CustomStringConvertible {
    /// The same as ``text``.
    public var description: String { text }
}

extension Unicode.Scalar {
    var isASCIIAlphanumeric: Bool {
        switch self {
        case "0"..."9", "A"..."Z", "a"..."z": true
        default: false
        }
    }
}
