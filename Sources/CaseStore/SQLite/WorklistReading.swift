import CaseModel
import Foundation
import GRDB

/// Reads pages and counts of the worklist.
enum WorklistReading {
    /// Up to so many matches of a filter are fetched and sorted; with more of them, a walk along the order of the
    /// worklist meets enough of them soon. Not along the states: what is decided stands together there, far from the
    /// beginning.
    private static func fewMatches(_ sort: WorklistQuery.Sort) -> Int {
        switch sort {
        case .due, .number, .specialty: 1_000
        case .state: 20_000
        }
    }

    /// The counts of the top line.
    static func counts(today: Day, in db: Database) throws -> WorklistCounts {
        let statement = try db.cachedStatement(
            sql: """
                SELECT (SELECT coalesce(sum(cases), 0) FROM state_tally WHERE state < 40),
                    (SELECT coalesce(sum(cases), 0) FROM waiting_tally WHERE due < :today)
                        + (SELECT coalesce(sum(cases), 0) FROM late_tally),
                    (SELECT coalesce(sum(cases), 0) FROM waiting_tally WHERE due >= :today AND due <= :last),
                    (SELECT coalesce(sum(cases), 0) FROM state_tally)
                """)
        let row = try Row.fetchOne(
            statement, arguments: ["today": today.iso, "last": today.adding(days: 6).iso])
        guard let row else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return WorklistCounts(open: row[0], late: row[1], dueThisWeek: row[2], all: row[3])
    }

    /// How many cases a query finds.
    static func count(_ query: WorklistQuery, in db: Database) throws -> Int {
        let filter = try FilterSQL(query, in: db)
        if filter.isEmpty {
            let statement = try db.cachedStatement(
                sql: "SELECT coalesce(sum(cases), 0) FROM state_tally WHERE state < 80 OR :all")
            return try Int.fetchOne(statement, arguments: ["all": !query.onlyOpen]) ?? 0
        }
        let statement = try db.cachedStatement(
            sql: "SELECT count(*)" + WorklistSQL.found(filter, onlyOpen: query.onlyOpen))
        return try Int.fetchOne(statement, arguments: StatementArguments(filter.arguments)) ?? 0
    }

    /// The rows around a key, and their places, as one transaction sees them.
    static func stretch(_ query: WorklistQuery, around key: WorklistKey, limit: Int, in db: Database) throws
        -> WorklistStretch
    {
        let before = try page(query, from: key, direction: .before, limit: limit, in: db)
        let after = try page(query, from: before.last?.key, direction: .after, limit: limit, in: db)
        let place = try count(query, before: key, in: db)
        return WorklistStretch(rows: before + after, start: place - before.count, place: place)
    }

    /// How many cases that a query finds come before a key in its order.
    private static func count(_ query: WorklistQuery, before key: WorklistKey, in db: Database) throws -> Int {
        let sql = WorklistSQL(query.sort)
        let filter = try FilterSQL(query, in: db)
        let isFew = try !filter.isEmpty && hasFewMatches(filter, query, in: db)
        var values = filter.arguments
        for (index, name) in sql.names.enumerated() {
            values[name] = place(key.values, index, of: sql.names.count, isState: name == "state", .after)
        }
        let statement = try db.cachedStatement(sql: sql.countBefore(filter, onlyOpen: query.onlyOpen, isFew: isFew))
        return try Int.fetchOne(statement, arguments: StatementArguments(values)) ?? 0
    }

    /// A page, in the order of the query whichever way it goes.
    static func page(
        _ query: WorklistQuery, from key: WorklistKey?, direction: PageDirection, limit: Int, in db: Database
    ) throws -> [WorklistRow] {
        let sql = WorklistSQL(query.sort)
        let filter = try FilterSQL(query, in: db)
        let isFew = try !filter.isEmpty && hasFewMatches(filter, query, in: db)
        let text =
            isFew
            ? sql.gather(direction, filter, onlyOpen: query.onlyOpen)
            : sql.walk(direction, filter, onlyOpen: query.onlyOpen)
        var values = filter.arguments
        values["limit"] = max(limit, 0)
        for (index, name) in sql.names.enumerated() {
            values[name] = place(key?.values, index, of: sql.names.count, isState: name == "state", direction)
        }
        var rows: [WorklistRow] = []
        rows.reserveCapacity(min(max(limit, 0), 1_000))
        var days = DueDays()
        let found = try Row.fetchCursor(db.cachedStatement(sql: text), arguments: StatementArguments(values))
        while let row = try found.next() {
            if let row = worklistRow(row, sort: query.sort, days: &days) { rows.append(row) }
        }
        return direction == .after ? rows : rows.reversed()
    }

    private static func hasFewMatches(_ filter: FilterSQL, _ query: WorklistQuery, in db: Database) throws -> Bool {
        let few = fewMatches(query.sort)
        let statement = try db.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1" + WorklistSQL.found(filter, onlyOpen: query.onlyOpen) + " LIMIT :few)"
        )
        var values = filter.arguments
        values["few"] = few + 1
        return try Int.fetchOne(statement, arguments: StatementArguments(values)) ?? 0 <= few
    }

    /// One value of the key to continue from. Without a key it is what comes before or after every value there is:
    /// in SQLite a blob comes after every text and every number.
    private static func place(
        _ values: [String]?, _ index: Int, of count: Int, isState: Bool, _ direction: PageDirection
    ) -> any DatabaseValueConvertible {
        guard let values, values.count == count else {
            if direction == .before { return Data() }
            return isState ? -1 : ""
        }
        return isState ? Int(values[index]) ?? -1 : values[index]
    }

    /// A row of the list; nil for a number or a state that no command of this store has written.
    private static func worklistRow(_ row: Row, sort: WorklistQuery.Sort, days: inout DueDays) -> WorklistRow? {
        let number: String = row[1]
        let stored: Int = row[7]
        guard let caseNumber = try? CaseNumber(parsing: number), let state = CaseState(stored: stored) else {
            return nil
        }
        let due: String? = row[2]
        let priority: String? = row[3]
        let specialty: String = row[4]
        let reviewer: String? = row[11]
        let tags: String? = row[12]
        // As the schema has it: cases without a due day come last.
        let dueOrder = due ?? "~"
        let values: [String] =
            switch sort {
            case .due: [dueOrder, number]
            case .number: [number]
            case .specialty: [specialty, dueOrder, number]
            case .state: [String(stored), dueOrder, number]
            }
        return WorklistRow(
            key: WorklistKey(values: values, rowID: row[0]), number: caseNumber, due: due.flatMap { days.day($0) },
            priority: priority.flatMap(Priority.init(rawValue:)), specialty: specialty, decidedCount: row[5],
            itemCount: row[6], state: state, hasDraft: row[8], decidedOn: CaseReading.day(row[9]),
            suspendedSince: CaseReading.day(row[10]), reviewer: reviewer.flatMap { try? ReviewerID(parsing: $0) },
            tags: (tags ?? "").split(separator: " ").compactMap { try? CaseTag(parsing: String($0)) })
    }
}

/// The due days of a page: few days stand on many rows, and most rows have that of the row before.
private struct DueDays {
    private var last: (text: String, day: Day?) = ("", nil)

    mutating func day(_ iso: String) -> Day? {
        if iso != last.text { last = (iso, Day(iso: iso)) }
        return last.day
    }
}
