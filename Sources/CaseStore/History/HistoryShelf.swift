public import CaseModel

/// What became of a row of history.
public enum HistoryResult: Hashable, Sendable {
    /// It is new in the store.
    case added
    /// The same row was there already.
    case unchanged
    /// Another row of the programme has its reference; nothing was changed.
    case otherContent
}

/// What history can be counted by.
public enum HistoryKind: String, Hashable, Sendable, CaseIterable {
    case outcome
    case year
    case diagnosis
    case treatment
    case track
    case age
    case sex
}

/// The determinations of other programmes, kept apart from the cases.
public protocol HistoryShelf: Sendable {
    /// Files rows of history in one transaction.
    /// - Returns: one result a row, in the same order.
    func fileHistory(_ rows: [HistoryRow], by actor: Actor) async throws -> [HistoryResult]
    /// How many rows there are of each kind: the most frequent first, years in their order; not known is `""`.
    func countHistory(by kind: HistoryKind) async throws -> StatisticsTable
}
