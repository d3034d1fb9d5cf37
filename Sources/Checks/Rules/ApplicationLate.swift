import CaseModel
import Letters

/// An application that came after the window of eligibility.
struct ApplicationLate: Rule {
    let id = "clock.application-late"
    let usualSeverity = Severity.warning
    let basis = "8 CCR 9792.10.1"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let review = letter.dates.utilizationReview, let application = letter.dates.applicationReceived else {
            return []
        }
        var last = review.adding(days: letter.profile.applicationDays)
        // A window that ends on a weekend is open on the Monday.
        if last.weekday == 6 { last = last.adding(days: 2) }
        if last.weekday == 0 { last = last.adding(days: 1) }
        guard application > last else { return [] }
        return [
            Observation(
                "The application was received \(review.days(until: application)) days after the utilization review "
                    + "decision; with mailing the window is \(letter.profile.applicationDays) days.",
                [
                    letter.input.header.evidence(.applicationReceived),
                    letter.input.header.evidence(.utilizationReviewDate),
                ]
                .compactMap { $0 })
        ]
    }
}
