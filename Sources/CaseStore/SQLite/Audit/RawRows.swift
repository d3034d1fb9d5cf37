import GRDB
import GRDBSQLite

extension Statement {
    /// Walks the rows of a statement without making a value of any column.
    ///
    /// Verification reads millions of rows and needs only their bytes.
    func forEachRow(_ arguments: StatementArguments = StatementArguments(), _ body: (SQLiteStatement) throws -> Void)
        throws
    {
        try setArguments(arguments)
        defer { sqlite3_reset(sqliteStatement) }
        while true {
            switch sqlite3_step(sqliteStatement) {
            case SQLITE_ROW: try body(sqliteStatement)
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
    }
}
