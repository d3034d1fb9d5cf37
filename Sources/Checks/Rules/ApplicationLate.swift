import CaseModel
import Letters
import Programmes

/// An application that came after the window of eligibility.
struct ApplicationLate: Rule {
    let id = "clock.application-late"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let review = letter.dates.utilizationReview, let application = letter.dates.applicationReceived else {
            return []
        }
        // No header tells how the decision was served; the mail is the longer way.
        guard application > letter.clock.lastDayToApply(served: review) else { return [] }
        let days = letter.profile.eligibility.days(kind: nil, byMail: true)
        return [
            Observation(
                "The application was received \(review.days(until: application)) days after the utilization review "
                    + "decision; with mailing the window is \(days) days.",
                [
                    letter.input.header.evidence(.applicationReceived),
                    letter.input.header.evidence(.utilizationReviewDate),
                ]
                .compactMap { $0 })
        ]
    }
}
