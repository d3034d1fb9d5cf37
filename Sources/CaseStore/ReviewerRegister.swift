public import CaseModel

/// Who works with a store: its reviewers, its staff, and which reviewer has which case.
///
/// As long as nobody is on the staff, everybody may do everything: a desk of one. From the first member on, each command
/// of the store is for those whose role may do its deed (``ReviewRole/may(_:)``), and is refused to others with
/// ``Refusal/notPermitted(actor:_:)``.
public protocol ReviewerRegister: Sendable {
    // MARK: Staff

    /// Refuses what somebody may not do here; for deeds that are no command of the store, such as reading its log.
    func permit(_ deed: Deed, to actor: Actor) async throws
    /// Takes somebody on the staff, or gives him another role. The first one must be a coordinator, and one must stay.
    func enlist(_ member: StaffMember, by actor: Actor) async throws
    /// The staff, by name.
    func staff() async throws -> [StaffMember]

    // MARK: Reviewers

    /// Registers a reviewer, or changes what is known of him.
    func register(_ reviewer: Reviewer, by actor: Actor) async throws -> FilingResult
    /// All reviewers, by pseudonym.
    func reviewers() async throws -> [Reviewer]
    /// The reviewer under a pseudonym.
    /// - Throws: ``Refusal/noSuchReviewer(_:)``.
    func reviewer(_ id: ReviewerID) async throws -> Reviewer
    /// How many cases that are not signed yet each reviewer has; those who have none are left out.
    func reviewerLoads() async throws -> [ReviewerID: Int]
    /// How many cases wait for a decision and are nobody's.
    func countUnassigned() async throws -> Int

    // MARK: Assignment

    /// Gives a case to a reviewer; nothing happens when he has it already.
    /// - Parameters:
    ///   - reasons: why he was chosen, kept with the assignment.
    ///   - day: the day on which licences and certifications must stand.
    /// - Throws: ``Refusal/notEligible(_:_:_:)`` when something hard speaks against it,
    ///   ``Refusal/assignedAlready(_:_:)``, ``Refusal/wrongState(_:_:_:)``.
    /// - Returns: what speaks against it without forbidding it.
    func assign(_ number: CaseNumber, to id: ReviewerID, reasons: [String], on day: Day, by actor: Actor) async throws
        -> [AssignmentObstacle]
    /// Takes a case from its reviewer. Its items stay as they are, and the next reviewer decides them anew.
    func endAssignment(of number: CaseNumber, reason: String, by actor: Actor) async throws
    /// Keeps what the reviewer of a case attests; it must name every party of the notices. Its time is filled in.
    func attest(_ attestation: Attestation, in number: CaseNumber, by actor: Actor) async throws
    /// Ends an assignment because its reviewer has a conflict with a party.
    func declareConflict(_ party: Party, reason: String, in number: CaseNumber, by actor: Actor) async throws

    // MARK: Notice

    /// What the notice of assignment tells of a case; nil when there is none.
    func notice(of number: CaseNumber) async throws -> CaseNotice?
    /// What the notices tell of a case and of those whose items it took over, its own first: whom they name is a party
    /// to it.
    func notices(of number: CaseNumber) async throws -> [CaseNotice]
    /// Keeps the notice of a case. The due day follows from the day on which the documentation was received, while
    /// the case waits for its decision.
    func setNotice(_ notice: CaseNotice, of number: CaseNumber, by actor: Actor) async throws
}
