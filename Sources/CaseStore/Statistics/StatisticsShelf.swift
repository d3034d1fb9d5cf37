public import CaseModel

/// What the store has, in numbers.
public protocol StatisticsShelf: Sendable {
    /// Counts the cases that a query finds, by some kinds.
    /// - Parameter today: the day by which a case is late, and from which the filter counts.
    func statistics(_ query: WorklistQuery, by kinds: [WorklistStatistics.Kind], today: Day) async throws
        -> WorklistStatistics
}
