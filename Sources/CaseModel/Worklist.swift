/// Which cases a worklist shows and in which order.
public struct WorklistQuery: Hashable, Sendable {
    /// What the order goes by; the case number decides between equals.
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        /// The due day, cases without one last.
        case due
        /// The case number.
        case number
        /// The specialty, then the due day.
        case specialty
        /// The state in the order of the work, then the due day.
        case state
    }

    /// Words that must all stand in the case number, specialty, priority, state or item texts, each as the beginning
    /// of a word, without regard to case; empty means all cases.
    public var words: String
    /// The order.
    public var sort: Sort
    /// Whether published cases, kept as history, are left out.
    public var onlyOpen: Bool

    /// A query from its parts.
    public init(words: String = "", sort: Sort = .due, onlyOpen: Bool = false) {
        self.words = words
        self.sort = sort
        self.onlyOpen = onlyOpen
    }
}

/// Which way a page goes from its key.
public enum PageDirection: Hashable, Sendable {
    case after
    case before
}

/// The place of a row in a worklist: what a page continues from. Valid for any query of the same sort.
public struct WorklistKey: Hashable, Sendable {
    /// The values of the sort columns of the row, as text, in order.
    public var values: [String]
    /// The row's own number in the store.
    public var rowID: Int64

    /// A key from its parts.
    public init(values: [String], rowID: Int64) {
        self.values = values
        self.rowID = rowID
    }
}

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
