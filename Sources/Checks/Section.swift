/// A section of a determination letter, as findings name it.
package enum Section: String, Hashable, Sendable, CaseIterable {
    /// Everything before the first heading.
    case header
    /// The clinical case summary.
    case summary
    /// The head of an item, without its decision.
    case head
    /// The claims administrator's guideline line of an item.
    case claimsAdministratorGuideline = "claims-administrator-guideline"
    /// The reviewer's guideline line of an item.
    case reviewerGuideline = "reviewer-guideline"
    /// The rationale of an item.
    case rationale

    /// In words, for a person.
    package var words: String {
        switch self {
        case .header: "header"
        case .summary: "summary"
        case .head: "head"
        case .claimsAdministratorGuideline: "claims administrator's guideline"
        case .reviewerGuideline: "reviewer's guideline"
        case .rationale: "rationale"
        }
    }
}

/// A place in a letter that a finding points to.
package struct Evidence: Hashable, Sendable {
    /// The section.
    package var section: Section
    /// The item that the section belongs to, from 1; nil for header and summary.
    package var item: Int?
    /// The first Unicode scalar, counted from 0 in the section's normalized text.
    package var start: Int
    /// The scalar after the last.
    package var end: Int
    /// The words at that place.
    package var text: String

    /// A place from its parts.
    package init(section: Section, item: Int?, start: Int, end: Int, text: String) {
        self.section = section
        self.item = item
        self.start = start
        self.end = end
        self.text = text
    }
}
