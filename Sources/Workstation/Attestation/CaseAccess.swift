public import CaseModel

/// What a case that was opened asks of whoever opened it.
public struct CaseAccess: Hashable, Sendable {
    /// Why he may read it only; nil when he may decide it.
    public var obstacle: String?
    /// The parties that he must attest about before he decides it; nil when there is nothing to attest.
    public var parties: [NamedParty]?
    /// What the letter says of who decides; nil when it is what the case brings.
    public var credentials: ReviewerCredentials?

    /// An access from its parts.
    public init(obstacle: String? = nil, parties: [NamedParty]? = nil, credentials: ReviewerCredentials? = nil) {
        self.obstacle = obstacle
        self.parties = parties
        self.credentials = credentials
    }
}

/// A party of a case, with what it is to the case in words.
public struct NamedParty: Hashable, Sendable {
    /// The party.
    public var party: Party
    /// What it is, as the program says it: `physician who requested the treatment`.
    public var words: String

    /// A party with its words.
    public init(_ party: Party, words: String) {
        self.party = party
        self.words = words
    }
}
