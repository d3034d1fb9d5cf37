/// That a case is in the hands of a reviewer.
public struct Assignment: Hashable, Sendable {
    /// Who has it.
    public var reviewer: ReviewerID
    /// Why he was chosen, a reason a line, in the order given.
    public var reasons: [String]
    /// Since when, in seconds since 1970 UTC.
    public var at: Int64
    /// What he attested for this case; nil until he did.
    public var attestation: Attestation?

    /// An assignment from its parts.
    public init(reviewer: ReviewerID, reasons: [String] = [], at: Int64, attestation: Attestation? = nil) {
        self.reviewer = reviewer
        self.reasons = reasons
        self.at = at
        self.attestation = attestation
    }
}

/// One who works with the store, and what he is there.
public struct StaffMember: Hashable, Sendable {
    /// The name he acts under.
    public var actor: Actor
    /// What he is.
    public var role: ReviewRole
    /// The reviewer that he is; given exactly when the role is that of a reviewer.
    public var reviewer: ReviewerID?

    /// A member of the staff from its parts.
    public init(actor: Actor, role: ReviewRole, reviewer: ReviewerID? = nil) {
        self.actor = actor
        self.role = role
        self.reviewer = reviewer
    }
}
