public import CaseModel

/// The hold of one session on a case.
public struct CaseLease: Hashable, Sendable {
    /// How many seconds a hold lasts after it was taken or renewed last.
    public static let seconds: Int64 = 60

    /// The case.
    public let number: CaseNumber
    /// Who holds it. What he does in the case as this actor is refused, with ``CaseStoreError/leaseLost(_:)``, once the
    /// hold has passed to another session.
    public let holder: Actor
    /// The session that took it: another session of the same person is another holder.
    let session: String

    init(number: CaseNumber, holder: Actor, session: String) {
        self.number = number
        self.holder = holder.holding(session)
        self.session = session
    }
}
