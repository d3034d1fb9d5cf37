package import CaseModel

/// What the check asks of a guideline library; rules that need one are silent without it.
package protocol GuidelineEvidence: Sendable {
    /// The editions of a chapter that the library holds; empty when it knows no such chapter.
    func editions(of citation: Citation) -> [GuidelineEdition]
    /// The stored passage of the cited sources that comes nearest to a quotation.
    ///
    /// Nil when a source of the citations is not in the library, so that it may have what was not found.
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
    /// It stands there word by word; where it comes from.
    case exact(source: String)
    /// It stands there in other words.
    case altered(AlteredQuotation)
    /// No stored passage of the source is like it.
    case none
}

/// A quotation and the stored passage that it alters.
package struct AlteredQuotation: Hashable, Sendable {
    /// One place where the two are not the same.
    package struct Change: Hashable, Sendable {
        /// Where it stands in the quotation, in Unicode scalars; empty where words are missing.
        package var place: Range<Int>
        /// The words of the quotation; empty when words are missing.
        package var quoted: String
        /// The words of the passage; empty when words were put in.
        package var stored: String

        /// A change from its parts.
        package init(place: Range<Int>, quoted: String, stored: String) {
            self.place = place
            self.quoted = quoted
            self.stored = stored
        }

        /// In words, for a person.
        var words: String {
            switch (quoted.isEmpty, stored.isEmpty) {
            case (true, _): "“\(stored)” is missing"
            case (_, true): "“\(quoted)” was put in"
            case (false, false): "“\(quoted)” stands for “\(stored)”"
            }
        }
    }

    /// What the passage says where it is quoted.
    package var stored: String
    /// Where it comes from: edition and section.
    package var source: String
    /// What is not the same, in order; never empty.
    package var changes: [Change]

    /// An altered quotation from its parts.
    package init(stored: String, source: String, changes: [Change]) {
        self.stored = stored
        self.source = source
        self.changes = changes
    }
}
