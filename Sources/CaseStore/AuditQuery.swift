public import CaseModel

/// Which lines of the audit log are asked for.
public struct AuditQuery: Hashable, Sendable {
    /// Only lines about this case; nil for all.
    public var number: CaseNumber?
    /// Only lines from this second since 1970 UTC on; nil for all.
    public var since: Int64?
    /// Only lines by this name; nil for all.
    public var actor: String?
    /// Only lines after this place in the log; 0 from its beginning.
    public var after: Int64
    /// At most so many lines.
    public var limit: Int

    /// A query from its parts.
    public init(
        number: CaseNumber? = nil, since: Int64? = nil, actor: String? = nil, after: Int64 = 0, limit: Int = 1_000
    ) {
        self.number = number
        self.since = since
        self.actor = actor
        self.after = after
        self.limit = limit
    }
}
