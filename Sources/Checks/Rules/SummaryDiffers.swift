import CaseModel
import Letters

/// A day of injury, utilization review or application that is another in the text than in the header.
///
/// A text that names the header's day once is believed; other days in it with the same role are then other events.
struct SummaryDiffers: Rule {
    let id = "chronology.summary-differs"
    let usualSeverity = Severity.error

    private struct Kind {
        let role: DateRole
        let field: HeaderField
        let day: Day?
        let words: String
    }

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let kinds = [
            Kind(role: .injury, field: .dateOfInjury, day: letter.dates.injury, words: "day of injury"),
            Kind(
                role: .utilizationReview, field: .utilizationReviewDate, day: letter.dates.utilizationReview,
                words: "day of the utilization review decision"),
            Kind(
                role: .application, field: .applicationReceived, day: letter.dates.applicationReceived,
                words: "day of the application"),
        ]
        var result: [Observation] = []
        for kind in kinds {
            result += differing(letter.summaryDates, letter.summary, kind, letter)
            for item in letter.items { result += differing(item.rationaleDates, item.rationale, kind, letter) }
        }
        return result + beside(letter)
    }

    private func differing(
        _ mentions: [DateMention], _ text: SectionText, _ kind: Kind, _ letter: UnderstoodLetter
    ) -> [Observation] {
        guard let day = kind.day, let header = letter.input.header.evidence(kind.field) else { return [] }
        let own = mentions.filter { $0.role == kind.role }
        if own.contains(where: { $0.agrees(with: day) }) { return [] }
        return own.compactMap { mention in
            if case .year = mention.value {
                // A year alone may be another injury's, or where one that lasted began.
                let sentence = text.sentence(at: mention.tokens.lowerBound)
                guard kind.role == .injury, text.section == .summary, !text.holds(SummaryDiffers.lasting, in: sentence)
                else { return nil }
            }
            let words = text.words(mention.tokens)
            return Observation(
                item: text.item,
                "The \(text.section.words) has \(words) as the \(kind.words), the header \(day.american).",
                [text.evidence(mention.tokens), header])
        }
    }

    private static let lasting: Set<String> = ["cumulative", "continuous", "repetitive", "from", "through", "between"]

    /// A sentence that a reader may take for another day of utilization review.
    private func beside(_ letter: UnderstoodLetter) -> [Observation] {
        guard let day = letter.dates.utilizationReview,
            let header = letter.input.header.evidence(.utilizationReviewDate)
        else { return [] }
        return letter.summaryDates.filter { $0.role == .besideUtilizationReview && !$0.agrees(with: day) }.map {
            Observation(
                "“\(letter.summary.words($0.tokens))” stands beside the name of utilization review, whose day in the "
                    + "header is \(day.american); say whose date it is.",
                [letter.summary.evidence($0.tokens), header], weight: .slight)
        }
    }
}
