import CaseModel

/// A quotation that differs from the stored passage. Needs the guideline library.
struct QuotationAltered: Rule {
    let id = "quotation.altered"
    let usualSeverity = Severity.error
    let basis = "Misquotation: LC 4610.6(h)(5)"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let library = letter.input.guidelines else { return [] }
        return letter.items.flatMap { item in
            Quotation.all(in: item).compactMap { quotation -> Observation? in
                let words = item.rationale.words(quotation)
                guard
                    case .altered(let stored, let source) = library.passage(nearest: words, citing: item.item.citations)
                else { return nil }
                return Observation(
                    item: item.number, "The quotation is not what \(source) says: “\(stored)”.",
                    [item.rationale.evidence(quotation)])
            }
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
