/// One line of the audit log.
public struct AuditEntry: Hashable, Sendable {
    /// Its place in the log of the store, from 1, without gaps.
    public var sequence: Int64
    /// When, in seconds since 1970 UTC.
    public var at: Int64
    /// Who.
    public var actor: String
    /// What: `case.filed`, `case.replaced`, `case.opened`, `item.decided`, `item.reopened`, `draft.saved`,
    /// `draft.discarded`, `clock.stepped` and the like.
    public var action: String
    /// The number of the case, when it is about one.
    public var caseNumber: String?
    /// Which item, when it is about one.
    public var item: Int?
    /// The facts, as JSON without clinical text.
    public var detail: String

    /// An entry from its parts.
    public init(
        sequence: Int64, at: Int64, actor: String, action: String, caseNumber: String? = nil, item: Int?,
        detail: String
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.caseNumber = caseNumber
        self.item = item
        self.detail = detail
    }
}
