/// What a reviewer must be.
package struct ReviewerRequirements: Hashable, Sendable {
    /// Years of active practice: more than so many.
    package var yearsMoreThan: Int
    /// Hours of practice a week: at least so many.
    package var weeklyHours: Int
    /// The states whose licence is preferred; another gives a warning.
    package var preferredStates: [String]
    /// Whether a current certification is required.
    package var needsCertification: Bool
    /// Whether a certification that fits none of the items refuses (else it warns).
    package var unfittingRefuses: Bool
    /// Ways in which a letter's methodology says that there is no conflict, lower case.
    package var attestationPhrases: [String]
}

/// Which specialties fit words of a condition or a treatment.
package struct SpecialtyFit: Hashable, Sendable {
    /// What it is about, `spine surgery`.
    package var name: String
    /// Groups of words, lower case: each group must have one of its words in the text. A word that ends in `*` stands
    /// for all that begin so.
    package var words: [[String]]
    /// The specialties that fit, as boards name them, the closest first.
    package var specialties: [String]
}

/// A kind of party with whom a reviewer must have no affiliation.
package struct ConflictParty: Hashable, Sendable {
    /// Its id, `requesting-physician`.
    package var kind: String
    /// In words, `physician who requested the treatment`.
    package var words: String
}

/// What is taken out of a publication copy.
package struct RedactionPolicy: Hashable, Sendable {
    /// Something other than a party's name.
    package enum Identifier: String, Hashable, Sendable, CaseIterable {
        /// The claim number.
        case claimNumber = "claim-number"
        /// The names of the records' authors and of whoever else is named in them.
        case recordAuthors = "record-authors"
        /// Titles of the records.
        case recordTitles = "record-titles"
        /// Numbers of licences.
        case licenceNumbers = "licence-numbers"
        /// The name of the reviewer.
        case reviewerName = "reviewer-name"
        /// The list of documents reviewed.
        case documents
        /// The cover letter.
        case coverLetter = "cover-letter"
        /// The notice of appeal.
        case appealNotice = "appeal-notice"
    }
    /// The kinds of parties whose names are taken out.
    package var parties: [String]
    /// What else is taken out.
    package var identifiers: [Identifier]
    /// What stands in place of a name.
    package var mark: String
}
