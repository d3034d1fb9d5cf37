public import CaseModel

/// What the rules of a review forbid: who may do what, in which order. None of these holds clinical text or a name of
/// a party.
public enum Refusal: Hashable, Sendable {
    /// Whoever asks may not do this here.
    case notPermitted(actor: String, Deed)
    /// The step does not lead from where the case stands.
    case wrongState(CaseNumber, CaseState, CaseStep)
    /// The step is taken with a note, and there is none.
    case needsNote(CaseNumber, CaseStep)
    /// No reviewer is registered under the pseudonym.
    case noSuchReviewer(ReviewerID)
    /// A value of the reviewer is none that a reviewer has.
    case notAReviewer(ReviewerID, reason: String)
    /// A member of the staff is to be a reviewer without saying which, or the other way round.
    case roleAndReviewer(actor: String, ReviewRole)
    /// Without this member nobody on the staff would be a coordinator, who alone can change the staff.
    case needsCoordinator(actor: String)
    /// Nobody has the case.
    case notAssigned(CaseNumber)
    /// The case is another reviewer's.
    case assignedToAnother(CaseNumber)
    /// The case must be taken from its reviewer first.
    case assignedAlready(CaseNumber, ReviewerID)
    /// The reviewer has not attested for this case.
    case notAttested(CaseNumber)
    /// The attestation leaves out parties, named by what they are to the case.
    case partiesMissing(CaseNumber, kinds: [String])
    /// The reviewer cannot have the case.
    case notEligible(CaseNumber, ReviewerID, [AssignmentObstacle])
    /// The case waits for records.
    case suspended(CaseNumber, since: Day)
    /// The case does not wait for records.
    case notSuspended(CaseNumber)
    /// The records cannot have come before they were awaited.
    case receivedTooEarly(CaseNumber, since: Day)
    /// Two cases are not to be consolidated; the words say in what they differ.
    case notConsolidable(CaseNumber, CaseNumber, differ: String)
    /// Items of other cases are in this one.
    case leadsOthers(CaseNumber)
    /// The case has a signed determination, which stays.
    case signedAlready(CaseNumber)
    /// What was signed is not the determination as it stands.
    case notWhatStands(CaseNumber)
    /// The signed document does not name the one that it takes the place of.
    case replacesAnother(CaseNumber)
    /// The signed document is not whole; the words say what it lacks.
    case incompleteDocument(CaseNumber, lacks: String)
}
