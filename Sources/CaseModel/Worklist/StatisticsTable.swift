/// A count by kind: `outcome`, with so many cases upheld and so many overturned.
public struct StatisticsTable: Hashable, Sendable {
    /// One line.
    public struct Line: Hashable, Sendable {
        /// The kind, as the case names it; empty when it is not known.
        public var label: String
        /// How many there are.
        public var count: Int

        /// A line from its parts.
        public init(_ label: String, _ count: Int) {
            self.label = label
            self.count = count
        }
    }

    /// What is counted by: `outcome`, `specialty`.
    public var title: String
    /// The kinds in the order of the table: the most frequent first, or the order of the work.
    public var lines: [Line]

    /// A table from its parts.
    public init(title: String, lines: [Line]) {
        self.title = title
        self.lines = lines
    }

    /// The sum of the counts.
    public var total: Int { lines.reduce(0) { $0 + $1.count } }

    /// The table with at most so many lines; the counts of the others stand in a last one, so that none is dropped.
    public func shortened(to limit: Int) -> StatisticsTable {
        guard lines.count > limit, limit > 0 else { return self }
        let rest = lines[(limit - 1)...]
        let other = Line("\(rest.count) others", rest.reduce(0) { $0 + $1.count })
        return StatisticsTable(title: title, lines: Array(lines[..<(limit - 1)]) + [other])
    }
}

/// How long decisions take, in days from the assignment to the decision.
public struct DecisionTimes: Hashable, Sendable {
    /// How many cases have both days.
    public var count: Int
    /// Half of them took at most so many days.
    public var median: Int
    /// Nine in ten took at most so many days.
    public var ninetieth: Int

    /// The times of some cases, in any order; nil for none.
    public init?(days: some Collection<Int>) {
        guard !days.isEmpty else { return nil }
        let sorted = days.sorted()
        // The nearest rank: the smallest value that at least this share of all does not exceed.
        func rank(_ percent: Int) -> Int { sorted[(sorted.count * percent + 99) / 100 - 1] }
        (count, median, ninetieth) = (sorted.count, rank(50), rank(90))
    }
}

/// What a store has of cases that a filter finds.
public struct WorklistStatistics: Hashable, Sendable {
    /// What cases can be counted by.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The outcome of each case, rolled up from its items.
        case outcome
        /// The first specialty of the reviewer.
        case specialty
        /// The chapter, or the source outside of the schedule, that a decided item cites; an item counts once for each.
        case chapter
        /// Where the case stands.
        case state
    }

    /// How many cases the filter finds.
    public var all: Int
    /// Of these, the ones that wait for a decision.
    public var open: Int
    /// Of these, the ones whose due day has passed.
    public var late: Int
    /// How long the decided ones took; nil when none has both days.
    public var times: DecisionTimes?
    /// A table for each kind that was asked for.
    public var tables: [StatisticsTable]

    /// Statistics from their parts.
    public init(all: Int, open: Int, late: Int, times: DecisionTimes?, tables: [StatisticsTable]) {
        self.all = all
        self.open = open
        self.late = late
        self.times = times
        self.tables = tables
    }
}
