public import CaseModel
import GRDB

extension SQLiteCaseStore: StatisticsShelf {
    /// See ``StatisticsShelf/statistics(_:by:today:)``. All of it is read at one instant.
    public func statistics(_ query: WorklistQuery, by kinds: [WorklistStatistics.Kind], today: Day) async throws
        -> WorklistStatistics
    {
        var query = query
        query.today = today
        let asked = query
        return try await read { db in
            let counting = try StatisticsReading(asked, in: db)
            return try counting.statistics(by: kinds, today: today, in: db)
        }
    }
}

/// Counts what a filter finds.
struct StatisticsReading {
    /// From where, and which of it: the cases that the filter finds, as `c`.
    private let found: String
    private let arguments: [String: (any DatabaseValueConvertible)?]

    /// Counts for the filter of a query.
    init(_ query: WorklistQuery, in db: Database) throws {
        let filter = try FilterSQL(query, in: db)
        found = WorklistSQL.found(filter, onlyOpen: query.onlyOpen)
        arguments = filter.arguments
    }

    /// All counts.
    func statistics(by kinds: [WorklistStatistics.Kind], today: Day, in db: Database) throws -> WorklistStatistics {
        var values = arguments
        values["today"] = today.iso
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*), coalesce(sum(c.state < 40), 0),
                    coalesce(sum(c.state < 40 AND c.due_order < :today
                        OR c.state < 80 AND coalesce(c.decided_on > c.due, 0)), 0)
                """ + found, arguments: StatementArguments(values))
        guard let row else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return WorklistStatistics(
            all: row[0], open: row[1], late: row[2], times: DecisionTimes(days: try days(in: db)),
            tables: try kinds.map { try table(by: $0, in: db) })
    }

    /// The days from assignment to decision of each case that has both.
    private func days(in db: Database) throws -> [Int] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.assigned, d.decision FROM determination AS d INDEXED BY determination_by_decision
                WHERE d.decision IS NOT NULL AND d.assigned IS NOT NULL AND d.case_id IN (SELECT c.id
                """ + found + ")", arguments: StatementArguments(arguments))
        var days: [Int] = []
        while let row = try rows.next() {
            let ends: (String, String) = (row[0], row[1])
            if let first = Day(iso: ends.0), let last = Day(iso: ends.1) { days.append(first.days(until: last)) }
        }
        return days
    }

    private func table(by kind: WorklistStatistics.Kind, in db: Database) throws -> StatisticsTable {
        let lines: [StatisticsTable.Line] =
            switch kind {
            case .outcome: try outcomes(in: db)
            case .specialty: try counted("SELECT c.specialty, count(*)", " GROUP BY 1 ORDER BY 2 DESC, 1", in: db)
            case .chapter: try chapters(in: db)
            case .state: try states(in: db)
            }
        return StatisticsTable(title: kind.rawValue, lines: lines)
    }

    private func counted(_ head: String, _ tail: String, in db: Database) throws -> [StatisticsTable.Line] {
        try Row.fetchAll(db, sql: head + found + tail, arguments: StatementArguments(arguments)).map {
            StatisticsTable.Line($0[0], $0[1])
        }
    }

    private func states(in db: Database) throws -> [StatisticsTable.Line] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT c.state, count(*)" + found + " GROUP BY 1 ORDER BY 1",
            arguments: StatementArguments(arguments))
        return rows.compactMap { row in
            CaseState(stored: row[0]).map { StatisticsTable.Line($0.words, row[1]) }
        }
    }

    /// Only cases that are decided throughout are rolled up from their items; the others are open.
    private func outcomes(in db: Database) throws -> [StatisticsTable.Line] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.item_count > 0 AND c.decided_count = c.item_count,
                    CASE WHEN c.item_count > 0 AND c.decided_count = c.item_count THEN
                        (SELECT group_concat(DISTINCT i.decision) FROM item AS i WHERE i.case_id = c.id) END
                """ + found, arguments: StatementArguments(arguments))
        var counts: [Outcome: Int] = [:]
        while let row = try rows.next() {
            let decisions: String? = row[1]
            let words = decisions?.split(separator: ",").map { Decision(rawValue: String($0)) } ?? []
            counts[Outcome(of: words), default: 0] += 1
        }
        return Outcome.allCases.compactMap { outcome in
            counts[outcome].map { StatisticsTable.Line(outcome.words, $0) }
        }
    }

    /// What decided items cite; the same list of citations stands in many items and is read once.
    private func chapters(in db: Database) throws -> [StatisticsTable.Line] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT i.citations, count(*) FROM item AS i
                WHERE i.decision IS NOT NULL AND i.citations <> '[]' AND i.case_id IN (SELECT c.id
                """ + found + ") GROUP BY 1", arguments: StatementArguments(arguments))
        var counts: [String: Int] = [:]
        for row in rows {
            let names = Set(try JSONText.citations(row[0]).map { $0.isMTUS ? $0.chapter ?? $0.source : $0.source })
            for name in names { counts[name, default: 0] += row[1] }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { StatisticsTable.Line($0.key, $0.value) }
    }
}
