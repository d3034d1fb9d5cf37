/// What is wrong with a filter, and where.
public struct FilterProblem: Hashable, Sendable {
    /// The words that are wrong, as offsets in `Array(text)`.
    public var span: Range<Int>
    /// One sentence: which word is wrong, and what may stand there.
    public var sentence: String

    /// A problem from its parts.
    public init(span: Range<Int>, sentence: String) {
        self.span = span
        self.sentence = sentence
    }
}
