/// A quotation in a rationale, and where in the library it comes from.
public struct Quotation: Hashable, Sendable {
    /// How it is told from other words.
    public enum Marking: String, Hashable, Sendable {
        /// It stands between double quotation marks or guillemets.
        case quoted
        /// It stands between single quotation marks.
        case singleQuoted
        /// Nothing tells that it is a copy.
        case unmarked
    }

    /// How it is told from other words.
    public var marking: Marking
    /// From its first word to its last in the rationale, in Unicode scalars.
    public var range: Range<Int>
    /// The source; nil for a marked quotation that the library has nothing like.
    public var source: QuotationSource?
    /// Other passages that it may come from, the best first; at most three.
    public var otherSources: [QuotationSource]
}

/// A passage, or several in a row, that a quotation comes from.
public struct QuotationSource: Hashable, Sendable {
    /// The passages quoted, in order, all of one section.
    public var passages: [PassageID]
    /// Word by word: ranges of the quotation are ranges of the whole rationale, and `passageIndex` counts within
    /// ``passages``.
    public var alignment: Alignment

    /// How much is the same, 0 to 1.
    public var score: Double { alignment.score }
    /// Whether it says what the passage says.
    public var isExact: Bool { alignment.isExact }
}

extension GuidelineLibrary {
    /// The quotations and the long unmarked copies in a rationale, in order.
    ///
    /// A marked quotation has five words or more; an unmarked copy has twelve or more that are the same. They are found
    /// even when words were changed, dropped, swapped or left out under an ellipsis. Where several editions say the
    /// same, the preferred ones come first, then the newest.
    /// - Parameter preferring: the editions that the item cites.
    public func quotations(
        in rationale: String, preferring: [EditionID] = []
    ) throws(GuidelineError) -> [Quotation] {
        try read { db in
            var finder = QuotationFinder(
                rationale, preferring: Set(preferring), editions: try citationIndex(in: db).entries, db: db)
            return try finder.find()
        }
    }
}
