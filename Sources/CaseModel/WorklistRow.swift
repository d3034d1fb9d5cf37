/// One line of the worklist.
public struct WorklistRow: Hashable, Sendable {
    /// The place in the list.
    public var key: WorklistKey
    /// The case number.
    public var number: CaseNumber
    /// The day by which it must be decided.
    public var due: Day?
    /// The priority; nil when not known.
    public var priority: Priority?
    /// The first specialty of the reviewer; empty when not known.
    public var specialty: String
    /// How many items are decided.
    public var decidedCount: Int
    /// How many items there are.
    public var itemCount: Int
    /// Where the case stands.
    public var state: CaseState
    /// Whether a draft waits that is not in the case yet.
    public var hasDraft: Bool

    /// A row from its parts.
    public init(
        key: WorklistKey, number: CaseNumber, due: Day?, priority: Priority?, specialty: String, decidedCount: Int,
        itemCount: Int, state: CaseState, hasDraft: Bool
    ) {
        self.key = key
        self.number = number
        self.due = due
        self.priority = priority
        self.specialty = specialty
        self.decidedCount = decidedCount
        self.itemCount = itemCount
        self.state = state
        self.hasDraft = hasDraft
    }
}

/// The counts of the worklist's top line.
public struct WorklistCounts: Hashable, Sendable {
    /// Cases that are not decided and not published.
    public var open: Int
    /// Of these, the ones whose due day has passed.
    public var late: Int
    /// Of these, the ones due today or within the next six days.
    public var dueThisWeek: Int
    /// All cases.
    public var all: Int

    /// Counts from their parts.
    public init(open: Int, late: Int, dueThisWeek: Int, all: Int) {
        self.open = open
        self.late = late
        self.dueThisWeek = dueThisWeek
        self.all = all
    }
}
