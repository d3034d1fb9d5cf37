/// A finding of the check that a reviewer lets stand, with his reason.
///
/// It holds for the finding as it was: when the words it was about change, the finding is another one.
public struct FindingOverride: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String
    /// The item, 1-based; nil for the whole letter.
    public var item: Int?
    /// What the finding was about: a digest of its evidence, in hexadecimal.
    public var fingerprint: String
    /// Why it may stand, prose; never empty.
    public var reason: String
    /// Who.
    public var actor: String
    /// When, in seconds since 1970 UTC.
    public var at: Int64

    /// An override from its parts.
    public init(rule: String, item: Int?, fingerprint: String, reason: String, actor: String, at: Int64) {
        self.rule = rule
        self.item = item
        self.fingerprint = fingerprint
        self.reason = reason
        self.actor = actor
        self.at = at
    }
}

extension FindingOverride {
    /// Whether it is about the same finding.
    public func isOfSameFinding(as other: FindingOverride) -> Bool {
        (rule, item, fingerprint) == (other.rule, other.item, other.fingerprint)
    }

    /// Whether of a finding the same is kept: by the same person for the same reason, or nothing. When does not matter.
    public static func stands(_ one: FindingOverride?, as other: FindingOverride?) -> Bool {
        one?.reason == other?.reason && one?.actor == other?.actor
    }
}
