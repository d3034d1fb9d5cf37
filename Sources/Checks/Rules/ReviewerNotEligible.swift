import CaseModel
import Programmes

/// A reviewer without a licence, a specialty or an attestation that there is no conflict of interest.
struct ReviewerNotEligible: Rule {
    let id = "reviewer.not-eligible"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        var result: [Observation] = []
        if letter.input.hasConflictAttestation == false {
            result.append(Observation("The reviewer has not attested that there is no conflict of interest.", []))
        }
        let method = SectionText(letter.determination.form.methodology, .header)
        // An empty text is one that is not known.
        if !method.isEmpty, letter.input.hasConflictAttestation == nil,
            method.first(
                of: letter.profile.reviewer.attestationPhrases.map { phrase in
                    phrase.split(separator: " ").map { String($0) }
                }, in: method.all) == nil
        {
            result.append(
                Observation(
                    "The letter does not attest that the reviewer has no conflict of interest.", [], weight: .lesser))
        }
        result += standing(letter)
        guard letter.input.kind == .publishedCopy else { return result }
        if letter.determination.reviewer.licensure.isEmpty {
            result.append(Observation("The letter names no state of licensure.", [], weight: .lesser))
        }
        if letter.determination.reviewer.specialties.isEmpty {
            result.append(Observation("The letter names no certification or specialty.", [], weight: .lesser))
        }
        return result
    }

    /// What speaks against the reviewer on the day of the decision, or else of assignment.
    private func standing(_ letter: UnderstoodLetter) -> [Observation] {
        guard let reviewer = letter.input.reviewer, let day = letter.dates.decision ?? letter.dates.assigned else {
            return []
        }
        let reasons = AssignmentProposal.standing(
            of: reviewer, case: letter.determination, profile: letter.profile, day: day)
        return reasons.compactMap { reason in
            switch reason.verdict {
            case .yes: nil
            case .warn: Observation("On \(day.american): \(reason.sentence)", [], weight: .lesser)
            case .no: Observation("On \(day.american): \(reason.sentence)", [])
            }
        }
    }
}
