import CaseModel

/// A quotation that differs from the stored passage. Needs the guideline library.
struct QuotationAltered: Rule {
    let id = "quotation.altered"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let library = letter.input.guidelines else { return [] }
        return letter.items.flatMap { item in
            Quotation.all(in: item).compactMap { quotation -> Observation? in
                let words = item.rationale.words(quotation)
                guard
                    case .altered(let altered)? = library.passage(nearest: words, citing: item.item.citations)
                else { return nil }
                let changes = altered.changes.map(\.words).joined(separator: ", ")
                return Observation(
                    item: item.number,
                    "The quotation is not what \(altered.source) says: \(changes). It reads: “\(altered.stored)”.",
                    [item.rationale.evidence(quotation)] + places(altered, quotation, item),
                    stored: StoredText(source: altered.source, text: altered.stored))
            }
        }
    }

    /// The words of the quotation that are not the passage's.
    private func places(
        _ altered: AlteredQuotation, _ quotation: Range<Int>, _ item: UnderstoodItem
    ) -> [Evidence] {
        let start = item.rationale.tokens[quotation.lowerBound].start
        return altered.changes.filter { !$0.place.isEmpty }.map { change in
            Evidence(
                section: .rationale, item: item.number, start: start + change.place.lowerBound,
                end: start + change.place.upperBound, text: change.quoted)
        }
    }
}

/// The quotations of a rationale that can be looked up.
enum Quotation {
    /// Quotations of six words or more; shorter ones are words of the records or of the request.
    static func all(in item: UnderstoodItem) -> [Range<Int>] {
        item.rationale.quotations.filter { range in
            range.count { item.rationale.tokens[$0].isWord } >= 6
        }
    }
}
