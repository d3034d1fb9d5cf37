import CaseModel

extension Determination {
    /// The determination with what the header of a program's letter tells of it; a program may leave fields out.
    func withHeader(of wording: LetterWording) -> Determination {
        var result = self
        for label in LetterWording.Label.ofHeader where !wording.header.contains(label) {
            switch label {
            case .caseNumber: result.caseNumber = nil
            case .assigned: result.dates.assigned = nil
            case .injury: result.dates.injury = nil
            case .decision: result.dates.decision = nil
            case .utilizationReview: result.dates.utilizationReview = nil
            case .priority: result.priority = nil
            case .applicationReceived: result.dates.applicationReceived = nil
            // The rest are labels of other parts of the letter.
            case .licensure, .specialty, .claimsAdministratorGuideline, .guideline, .rationale: break
            }
        }
        return result
    }
}
