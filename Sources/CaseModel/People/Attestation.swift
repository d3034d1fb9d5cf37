/// A party with whom the reviewer of a case must have no affiliation.
public struct Party: Hashable, Sendable {
    /// What the party is to the case, by the id that the programme profile gives it: `employer`, `requesting-physician`.
    public var kind: String
    /// The party by name, prose; never exported in a publication copy.
    public var name: String

    /// A party from its parts.
    public init(kind: String, name: String) {
        self.kind = kind
        self.name = name
    }
}

/// What a reviewer attests before he decides a case: that he has no affiliation with any party, each by name, and no
/// previous involvement in the case.
public struct Attestation: Hashable, Sendable {
    /// Who attests.
    public var reviewer: ReviewerID
    /// The parties he was shown and of whom he denies an affiliation, in the order shown.
    public var parties: [Party]
    /// When, in seconds since 1970 UTC.
    public var at: Int64

    /// An attestation from its parts.
    public init(reviewer: ReviewerID, parties: [Party], at: Int64) {
        self.reviewer = reviewer
        self.parties = parties
        self.at = at
    }
}
