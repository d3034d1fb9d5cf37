/// A tag as a filter asks for it.
public struct FilterTag: Hashable, Sendable {
    /// The tag, or the beginning of one; in small letters.
    public let word: String
    /// Whether the tag is the word as a whole (in quotation marks); else it begins so.
    public let isWhole: Bool

    /// Understands a tag as typed; the beginning of one may end in a hyphen, for more is to come.
    /// - Throws: ``CaseModelError/notATag(_:)``.
    public init(parsing text: String, isWhole: Bool = false) throws(CaseModelError) {
        let more = isWhole ? "" : String(text.reversed().prefix { $0 == "-" })
        word = try CaseTag(parsing: String(text.dropLast(more.count))).word + more
        self.isWhole = isWhole
    }
}
