import CaseModel

/// The statements of the worklist, put together from literals only.
///
/// A page continues from a key by comparing rows, which SQLite does by seeking in the index of the order; so a page
/// costs the same wherever it is and however many cases there are.
struct WorklistSQL {
    /// The columns that the order goes by, as they stand in an index; the last one is unique.
    let columns: String
    /// The values of a key in the same order.
    let key: String
    /// The same order from the end.
    let descending: String
    /// The index with this order over all cases, and the one over those on the shelf of work.
    let indexes: (all: String, work: String)
    /// The names of the values in ``key``.
    let names: [String]

    /// The order of a sort.
    init(_ sort: WorklistQuery.Sort) {
        switch sort {
        case .due:
            columns = "(c.due_order, c.number)"
            key = "(:due, :number)"
            descending = "c.due_order DESC, c.number DESC"
            indexes = ("case_by_due", "work_by_due")
            names = ["due", "number"]
        case .number:
            columns = "(c.number)"
            key = "(:number)"
            descending = "c.number DESC"
            indexes = ("sqlite_autoindex_review_case_1", "work_by_number")
            names = ["number"]
        case .specialty:
            columns = "(c.specialty, c.due_order, c.number)"
            key = "(:specialty, :due, :number)"
            descending = "c.specialty DESC, c.due_order DESC, c.number DESC"
            indexes = ("case_by_specialty", "work_by_specialty")
            names = ["specialty", "due", "number"]
        case .state:
            columns = "(c.state, c.due_order, c.number)"
            key = "(:state, :due, :number)"
            descending = "c.state DESC, c.due_order DESC, c.number DESC"
            // The shelf of work is a range of this index.
            indexes = ("case_by_state", "case_by_state")
            names = ["state", "due", "number"]
        }
    }

    /// The number of cases before a key: by the index of the order, or of the few that a filter finds.
    func countBefore(_ filter: FilterSQL, onlyOpen: Bool, isFew: Bool) -> String {
        isFew
            ? "SELECT count(*)" + WorklistSQL.found(filter, onlyOpen: onlyOpen, and: place(.before))
            : "SELECT count(*)" + walked(.before, filter, onlyOpen: onlyOpen)
    }

    private func walked(_ direction: PageDirection, _ filter: FilterSQL, onlyOpen: Bool) -> String {
        " FROM review_case AS c INDEXED BY " + (onlyOpen ? indexes.work : indexes.all) + place(direction)
            + (onlyOpen ? " AND c.state < 80" : "") + filter.andAll
    }

    /// A page along the index of the order, past the rows that the filter does not find.
    func walk(_ direction: PageDirection, _ filter: FilterSQL, onlyOpen: Bool) -> String {
        WorklistSQL.select + walked(direction, filter, onlyOpen: onlyOpen) + order(direction)
    }

    /// A page of what a filter with few matches finds, sorted afterwards.
    func gather(_ direction: PageDirection, _ filter: FilterSQL, onlyOpen: Bool) -> String {
        WorklistSQL.select + WorklistSQL.found(filter, onlyOpen: onlyOpen, and: place(direction)) + order(direction)
    }

    /// The cases that a filter finds, in no order: by the index of words where it has words, else case by case.
    static func found(_ filter: FilterSQL, onlyOpen: Bool, and place: String = " WHERE 1") -> String {
        let rows =
            filter.words == nil
            ? " FROM review_case AS c NOT INDEXED" + place
            : " FROM case_words AS w CROSS JOIN review_case AS c ON c.id = w.rowid" + place
                + " AND w.case_words MATCH :words"
        return rows + (onlyOpen ? " AND c.state < 80" : "") + filter.andConditions
    }

    private func place(_ direction: PageDirection) -> String {
        " WHERE " + columns + (direction == .after ? " > " : " < ") + key
    }

    private func order(_ direction: PageDirection) -> String {
        // Without its parentheses the row of columns is the order itself.
        " ORDER BY " + (direction == .after ? String(columns.dropFirst().dropLast()) : descending) + " LIMIT :limit"
    }

    private static let select = """
        SELECT c.id, c.number, c.due, c.priority, c.specialty, c.decided_count, c.item_count, c.state,
            EXISTS (SELECT 1 FROM draft AS d WHERE d.case_id = c.id), c.decided_on, c.suspended_since,
            (SELECT a.reviewer FROM assignment AS a WHERE a.case_id = c.id AND a.ended_at IS NULL),
            (SELECT group_concat(t.word, ' ') FROM
                (SELECT word FROM case_tag WHERE case_id = c.id ORDER BY word) AS t)
        """
}
