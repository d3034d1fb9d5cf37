public import CaseModel
import GRDB

extension SQLiteCaseStore: HistoryShelf {
    /// See ``HistoryShelf/fileHistory(_:by:)``. The log has a line for the rows that were added together.
    public func fileHistory(_ rows: [HistoryRow], by actor: Actor) async throws -> [HistoryResult] {
        let rows = rows.map(HistoryTable.storable)
        let clock = filer.clock
        return try await write { db in
            let results = try rows.map { try HistoryTable.file($0, in: db) }
            let added = results.count { $0 == .added }
            if added > 0 {
                try AuditLog.append(
                    "history.imported", of: nil, by: actor, at: clock(), detail: AuditLog.Detail(rows: added), in: db)
            }
            return results
        }
    }

    /// See ``HistoryShelf/countHistory(by:)``.
    public func countHistory(by kind: HistoryKind) async throws -> StatisticsTable {
        try await read { db in try HistoryTable.count(by: kind, in: db) }
    }
}

/// The table of history.
enum HistoryTable {
    /// The row without NUL.
    static func storable(_ given: HistoryRow) -> HistoryRow {
        var row = given
        row.reference = StorableText.of(given.reference)
        row.diagnosis = subject(given.diagnosis)
        row.treatment = subject(given.treatment)
        row.ageRange = StorableText.of(given.ageRange)
        return row
    }

    private static func subject(_ given: HistoryRow.Subject) -> HistoryRow.Subject {
        HistoryRow.Subject(category: StorableText.of(given.category), detail: StorableText.of(given.detail))
    }

    /// Files a row, unless its reference is taken.
    static func file(_ row: HistoryRow, in db: Database) throws -> HistoryResult {
        let values: StatementArguments = [
            "programme": row.programme, "reference": row.reference, "year": row.year,
            "diagnosisCategory": row.diagnosis.category, "diagnosis": row.diagnosis.detail,
            "treatmentCategory": row.treatment.category, "treatment": row.treatment.detail,
            "outcome": row.outcome.rawValue, "track": row.track.rawValue, "age": row.ageRange,
            "sex": row.sex?.rawValue,
        ]
        try db.cachedStatement(
            sql: """
                INSERT INTO history (programme, reference, year, diagnosis_category, diagnosis, treatment_category,
                    treatment, outcome, track, age_range, sex)
                VALUES (:programme, :reference, :year, :diagnosisCategory, :diagnosis, :treatmentCategory, :treatment,
                    :outcome, :track, :age, :sex)
                ON CONFLICT (programme, reference) DO NOTHING
                """
        ).execute(arguments: values)
        if db.changesCount == 1 { return .added }
        let same = try db.cachedStatement(
            sql: """
                SELECT 1 FROM history
                WHERE programme = :programme AND reference = :reference AND year = :year
                    AND diagnosis_category = :diagnosisCategory AND diagnosis = :diagnosis
                    AND treatment_category = :treatmentCategory AND treatment = :treatment AND outcome = :outcome
                    AND track = :track AND age_range = :age AND sex IS :sex
                """)
        return try Row.fetchOne(same, arguments: values) == nil ? .otherContent : .unchanged
    }

    /// Counts the rows of each kind.
    static func count(by kind: HistoryKind, in db: Database) throws -> StatisticsTable {
        let statement = try db.cachedStatement(sql: counting(by: kind))
        let lines = try Row.fetchAll(statement).map { StatisticsTable.Line($0[0], $0[1]) }
        return StatisticsTable(title: kind.rawValue, lines: lines)
    }

    private static func counting(by kind: HistoryKind) -> String {
        let column =
            switch kind {
            case .outcome: "outcome"
            case .year: "CAST(year AS TEXT)"
            case .diagnosis: "diagnosis_category"
            case .treatment: "treatment_category"
            case .track: "track"
            case .age: "age_range"
            case .sex: "coalesce(sex, '')"
            }
        let order = kind == .year || kind == .age ? "1" : "2 DESC, 1"
        return "SELECT " + column + ", count(*) FROM history GROUP BY 1 ORDER BY " + order
    }
}
