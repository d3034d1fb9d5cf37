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
    /// The day on which its last item was decided; nil while some item is open, and for published cases.
    public var decidedOn: Day?
    /// Since when it waits for records, its clock stopped; nil while it does not.
    public var suspendedSince: Day?
    /// Who has it; nil while nobody does.
    public var reviewer: ReviewerID?
    /// The words that were put on it, by name.
    public var tags: [CaseTag]

    /// A row from its parts.
    public init(
        key: WorklistKey, number: CaseNumber, due: Day?, priority: Priority?, specialty: String, decidedCount: Int,
        itemCount: Int, state: CaseState, hasDraft: Bool, decidedOn: Day? = nil, suspendedSince: Day? = nil,
        reviewer: ReviewerID? = nil, tags: [CaseTag] = []
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
        self.decidedOn = decidedOn
        self.suspendedSince = suspendedSince
        self.reviewer = reviewer
        self.tags = tags
    }
}

/// The counts of the worklist's top line.
public struct WorklistCounts: Hashable, Sendable {
    /// Cases with items that wait for a decision.
    public var open: Int
    /// Of these, the ones whose due day has passed; and cases not delivered yet that were decided after it.
    public var late: Int
    /// Of the open ones, those due today or within the next six days.
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

extension WorklistRow {
    /// By how many days the case is late, or was when it was decided; 0 when it is not late.
    public func daysLate(today: Day) -> Int {
        guard let due, state.isWaiting || decidedOn != nil else { return 0 }
        return max(0, due.days(until: state.isWaiting ? today : decidedOn ?? today))
    }
}
