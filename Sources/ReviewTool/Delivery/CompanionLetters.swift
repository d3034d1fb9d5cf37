internal import CaseModel
internal import Letters
internal import Programmes

/// The letters that go out with a determination, filled with the values of its case.
struct CompanionLetters {
    let profile: ProgrammeProfile

    /// The cover letter and the notice of appeal.
    /// - Parameter determination: the determination as it goes out, the organization's words in place.
    func letters(of determination: Determination, number: CaseNumber, notice: CaseNotice?) -> [CompanionLetter] {
        let values = values(determination, number, notice)
        return [("cover-letter", profile.coverLetter), ("appeal-notice", profile.appealNotice)].map { name, block in
            CompanionLetter(name: name, title: block.heading, body: block.filled(with: values))
        }
    }

    /// A value for each of ``TextBlock/placeholders``; what is not on file is said to be so.
    private func values(
        _ determination: Determination, _ number: CaseNumber, _ notice: CaseNotice?
    ) -> [String: String] {
        func day(_ day: Day?) -> String { day?.american ?? "a day that is not on file" }
        func words(_ text: String?, else neutral: String) -> String {
            guard let text, !text.isEmpty else { return neutral }
            return text
        }
        let dates = determination.dates
        let outcome = profile.rollUp.outcome(of: determination.items.map(\.decision))
        return [
            "organization": words(determination.form.organization, else: profile.letter.organization),
            "case-number": number.text, "employee": words(notice?.employee, else: "the employee"),
            "claims-administrator": words(notice?.claimsAdministrator, else: "the claims administrator"),
            "claim-number": words(notice?.claimNumber, else: "not on file"), "injury": day(dates.injury),
            "decision-date": day(dates.decision), "outcome": profile.words(of: outcome),
            "item-count": String(determination.items.count), "application-received": day(dates.applicationReceived),
            "utilization-review": day(dates.utilizationReview),
        ]
    }
}
