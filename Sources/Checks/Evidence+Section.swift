package import CaseModel

extension Evidence {
    /// The text of the section that it points into, of a determination from the store; nil when there is no such item.
    package func sectionText(in determination: Determination) -> String? {
        switch section {
        case .header: return HeaderText(of: determination).text
        case .summary: return determination.summary
        case .head, .claimsAdministratorGuideline, .reviewerGuideline, .rationale: break
        }
        guard let item, determination.items.indices.contains(item - 1) else { return nil }
        let disputed = determination.items[item - 1]
        switch section {
        case .head: return disputed.text
        case .claimsAdministratorGuideline: return disputed.claimsAdministratorGuideline
        case .reviewerGuideline: return disputed.reviewerGuideline
        case .rationale: return disputed.rationale
        case .header, .summary: return nil
        }
    }

    /// Its words in a text of its section; see ``EvidenceText/range(of:)``.
    package func range(in text: String) -> Range<Int>? { EvidenceText(text).range(of: self) }
}
