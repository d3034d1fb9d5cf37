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

    /// The filter as typed, in the language of ``WorklistFilter``; empty means all cases. Bare words must all stand in
    /// the case number, specialty, priority, state or item texts, each as the beginning of a word, without regard to
    /// case.
    public var words: String
    /// The order.
    public var sort: Sort
    /// Whether cases off the shelf of work are left out: published, delivered, withdrawn and consolidated ones.
    public var onlyOpen: Bool
    /// The day from which a filter counts; a filter that counts from today is refused without it.
    public var today: Day?
    /// Whose cases `is:mine` finds; none when nil.
    public var reviewer: ReviewerID?

    /// A query from its parts.
    public init(
        words: String = "", sort: Sort = .due, onlyOpen: Bool = false, today: Day? = nil, reviewer: ReviewerID? = nil
    ) {
        self.words = words
        self.sort = sort
        self.onlyOpen = onlyOpen
        self.today = today
        self.reviewer = reviewer
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
