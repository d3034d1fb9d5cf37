internal import CaseModel
internal import TextUI

/// The list of cases: a window of rows around the cursor, never the whole list.
struct WorklistScreen: Sendable {
    /// What is listed and in which order.
    var query = WorklistQuery()
    /// How many cases the query finds; nil until counted.
    var total: Int?
    /// The counts of the top line.
    var counts: WorklistCounts?
    /// The rows at hand, a gapless stretch of the list.
    var rows: [WorklistRow] = []
    /// The place of the first of ``rows`` in the list, from 0.
    var start = 0
    /// The place of the selected row in the list, from 0; it may be ahead of the rows at hand.
    var cursor = 0
    /// The place of the first row on the screen.
    var top = 0
    /// The filter field while it is being typed in.
    var filterField: LineField?
    /// What is wrong with the filter being typed, in a sentence; the list stays as it was meanwhile.
    var filterProblem: String?
    /// What Tab proposes for the filter being typed.
    var completing: FilterCompleting?
    /// The marked cases, and what was done with many.
    var marks = CaseMarks()
    /// The words that are on cases, for Tab; nil until they were asked for.
    var tags: [String]?
    /// The specialties that cases have, for Tab; nil until they were asked for.
    var specialties: [String]?
    /// Raised with every new query: an answer to an older one is dropped.
    var generation = 0
    /// Raised with every change of the filter field: its timer asks only once typing rests.
    var filterGeneration = 0
    /// The place in the list that the rows asked for anew will begin at.
    var pendingStart = 0
    /// The line of the screen that the selected case is to have when it is found again.
    var pendingLine = 0
    /// Whether rows before, or after, those at hand have been asked for.
    var isLoadingBefore = false
    var isLoadingAfter = false
    /// Whether the list was asked for anew, and its rows, or their number, are not there yet.
    var awaitsRows = false
    var awaitsCount = false
    /// Whether the rows at hand are of an older query and wait to be replaced.
    var isStale = true
    /// How many rows are asked for at once, at least.
    static let chunk = 256
    /// How many rows are kept at most.
    static let capacity = 2048

    var isFiltering: Bool { filterField != nil }
    var end: Int { start + rows.count }

    /// The selected row, when it is at hand.
    var selected: WorklistRow? {
        rows.indices.contains(cursor - start) ? rows[cursor - start] : nil
    }
}
