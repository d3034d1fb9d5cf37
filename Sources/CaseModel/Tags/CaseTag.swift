/// A word that is put on a case so that it is found again: `urgent`, `ask-ann`.
///
/// Everybody who works with the store sees it.
public struct CaseTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 1 to ``longest`` small letters, digits and inner hyphens.
    public let word: String

    /// The most code points of a tag: it stands in a column of the worklist, and the store counts them so.
    public static let longest = 24

    /// Understands a tag as typed; capital letters become small ones, a `#` before it goes.
    /// - Throws: ``CaseModelError/notATag(_:)``.
    public init(parsing text: String) throws(CaseModelError) {
        let word = (text.hasPrefix("#") ? String(text.dropFirst()) : text).lowercased()
        let isPlain = word.allSatisfy { $0 == "-" || $0.isNumber || $0.isLetter }
        let isShort = (1...CaseTag.longest).contains(word.unicodeScalars.count)
        guard isShort, isPlain, !word.hasPrefix("-"), !word.hasSuffix("-") else {
            throw .notATag(String(text.prefix(32)))
        }
        self.word = word
    }

    /// The word.
    public var description: String { word }

    /// By the word.
    public static func < (first: CaseTag, second: CaseTag) -> Bool { first.word < second.word }
}

/// What became of one case when many were to be changed.
public enum BulkOutcome<Reason: Hashable & Sendable>: Hashable, Sendable {
    /// It was changed.
    case done(CaseNumber)
    /// It was as it should be already.
    case unchanged(CaseNumber)
    /// It was left as it is, for this reason.
    case refused(CaseNumber, Reason)
}
