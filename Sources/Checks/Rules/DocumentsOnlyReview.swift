import CaseModel

/// A determination for which nothing but the utilization review decision was at hand.
struct DocumentsOnlyReview: Rule {
    let id = "documents.only-utilization-review"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard letter.input.kind == .madeHere, let records = letter.input.records, !records.isEmpty,
            records.allSatisfy({ DocumentsOnlyReview.isReview($0.title) })
        else { return [] }
        return [Observation("The case file holds nothing but the utilization review decision.", [])]
    }

    /// Whether a document's title is that of a utilization review decision.
    static func isReview(_ title: String) -> Bool {
        let text = SectionText(title, .summary)
        return text.first(of: DateRoles.names, in: text.all) != nil
    }
}
