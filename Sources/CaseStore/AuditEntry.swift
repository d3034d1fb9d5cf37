/// One line of the audit log.
public struct AuditEntry: Hashable, Sendable {
    /// Its place in the log of the store, from 1, without gaps.
    public var sequence: Int64
    /// When, in seconds since 1970 UTC.
    public var at: Int64
    /// Who.
    public var actor: String
    /// What: `case.filed`, `case.replaced`, `item.decided`, `item.reopened`, `draft.saved`, `draft.discarded`.
    public var action: String
    /// Which item, when it is about one.
    public var item: Int?
    /// The facts, as JSON without clinical text.
    public var detail: String

    /// An entry from its parts.
    public init(sequence: Int64, at: Int64, actor: String, action: String, item: Int?, detail: String) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.item = item
        self.detail = detail
    }
}
