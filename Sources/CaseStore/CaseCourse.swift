public import CaseModel

/// The way of a case from its decision to its delivery.
///
/// Each command takes the ``CaseStep`` of its name and is refused with ``Refusal/wrongState(_:_:_:)`` where the step
/// does not lead from the state of the case, and with ``Refusal/needsNote(_:_:)`` where a note is needed and missing.
public protocol CaseCourse: Sendable {
    /// Sends a decided case back to its reviewer, who sees the note in ``ReviewCase/correction``.
    func returnForCorrection(_ number: CaseNumber, note: String, by actor: Actor) async throws -> ReviewCase
    /// Passes a decided case through quality review.
    func approve(_ number: CaseNumber, by actor: Actor) async throws -> ReviewCase
    /// Ends a case without a determination.
    func withdraw(_ number: CaseNumber, reason: String, by actor: Actor) async throws -> ReviewCase
    /// Stops the clock of a case because records are awaited: it has no due day meanwhile and cannot be decided.
    func suspend(_ number: CaseNumber, since day: Day, by actor: Actor) async throws -> ReviewCase
    /// Starts the clock of a suspended case from the day on which the documentation was received.
    /// - Throws: ``Refusal/notSuspended(_:)``, ``Refusal/receivedTooEarly(_:since:)``.
    func resume(_ number: CaseNumber, received day: Day, by actor: Actor) async throws -> ReviewCase
    /// Moves items and records of cases on which work has not begun to the end of a leading one (8 CCR 9792.10.4).
    /// - Throws: ``Refusal/notConsolidable(_:_:differ:)``; then nothing is moved.
    /// - Returns: the leading case.
    func consolidate(
        _ numbers: [CaseNumber], into leading: CaseNumber, alike: Set<ConsolidationCondition>, by actor: Actor
    ) async throws -> ReviewCase
    /// Keeps a signed determination, for good, and the case is signed.
    /// - Throws: ``Refusal/notWhatStands(_:)`` when the case is no longer of the revision that was signed,
    ///   ``Refusal/replacesAnother(_:)``, ``Refusal/notAttested(_:)``, ``Refusal/assignedToAnother(_:)``.
    func sign(_ document: SignedDocument, in number: CaseNumber, by actor: Actor) async throws -> ReviewCase
    /// What was signed for a case, oldest first; the last one counts.
    func signedDeterminations(of number: CaseNumber) async throws -> [SignedRevision]
    /// Marks a signed determination as gone out.
    func deliver(_ number: CaseNumber, by actor: Actor) async throws -> ReviewCase
    /// Opens a signed case for a determination that takes the place of the signed one, which stays.
    func amend(_ number: CaseNumber, reason: String, by actor: Actor) async throws -> ReviewCase
    /// Why steps were taken, oldest first.
    func notes(of number: CaseNumber) async throws -> [CaseNote]
}
