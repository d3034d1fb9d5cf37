import CaseModel

/// A quotation in no stored passage of the source that it names. Needs the guideline library.
///
/// Only what the rationale quotes as a guideline's words is looked for: the records are quoted too.
struct QuotationNotFound: Rule {
    let id = "quotation.not-found"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let library = letter.input.guidelines else { return [] }
        return letter.items.flatMap { item in
            Quotation.all(in: item).compactMap { quotation -> Observation? in
                guard QuotedVoice.of(quotation, in: item.rationale) == .guideline else { return nil }
                let words = item.rationale.words(quotation)
                guard case QuotationMatch.none? = library.passage(nearest: words, citing: item.item.citations) else {
                    return nil
                }
                return Observation(
                    item: item.number, "The quotation stands in no passage of the cited source that is stored here.",
                    [item.rationale.evidence(quotation)])
            }
        }
    }
}
