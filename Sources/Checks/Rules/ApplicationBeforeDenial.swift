import CaseModel
import Letters

/// An application that was received before the decision that it is about.
struct ApplicationBeforeDenial: Rule {
    let id = "chronology.application-before-denial"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        var result: [Observation] = []
        if let review = letter.dates.utilizationReview, let application = letter.dates.applicationReceived,
            application < review
        {
            result.append(
                Observation(
                    "By the header the application was received on \(application.american), before the utilization "
                        + "review decision of \(review.american).",
                    [
                        letter.input.header.evidence(.applicationReceived),
                        letter.input.header.evidence(.utilizationReviewDate),
                    ]
                    .compactMap { $0 }))
        }
        let told = letter.summaryDates
        for application in told where application.role == .application {
            for review in told where review.role == .utilizationReview {
                guard let late = review.day, let early = application.day, early < late else { continue }
                result.append(
                    Observation(
                        "The summary has the application on \(early.american), before the utilization review decision "
                            + "of \(late.american).",
                        [letter.summary.evidence(application.tokens), letter.summary.evidence(review.tokens)]))
            }
        }
        return result
    }
}
