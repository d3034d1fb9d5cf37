package import CaseModel

/// What the check asks of a guideline library; rules that need one are silent without it.
package protocol GuidelineEvidence: Sendable {
    /// The editions of a chapter that the library holds; empty when it knows no such chapter.
    func editions(of citation: Citation) -> [GuidelineEdition]
    /// The stored passage of the cited sources that comes nearest to a quotation.
    ///
    /// Nil when no source of the citations is in the library, so that nothing can be said.
    func passage(nearest quotation: String, citing: [Citation]) -> QuotationMatch?
}

/// One edition of a chapter and the days it was in force.
package struct GuidelineEdition: Hashable, Sendable {
    /// The year of the edition.
    package var year: Int
    /// The first day in force; nil when it is not known.
    package var from: Day?
    /// The last day in force; nil while it is in force.
    package var to: Day?

    /// An edition from its parts.
    package init(year: Int, from: Day?, to: Day?) {
        self.year = year
        self.from = from
        self.to = to
    }
}

/// How a quotation stands to the library.
package enum QuotationMatch: Hashable, Sendable {
    /// It stands there word by word.
    case exact
    /// It stands there in other words; the stored passage and where it comes from.
    case altered(stored: String, source: String)
    /// No stored passage of the source is like it.
    case none
}
