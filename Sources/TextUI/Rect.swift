/// A rectangle of cells; never of negative size.
public struct Rect: Hashable, Sendable {
    /// The top row.
    public var row: Int
    /// The left column.
    public var column: Int
    /// The number of rows, at least 0.
    public var rows: Int
    /// The number of columns, at least 0.
    public var columns: Int

    /// A rectangle from its parts; negative sizes are taken as 0.
    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The row below the last one.
    public var endRow: Int { row + rows }
    /// The column right of the last one.
    public var endColumn: Int { column + columns }
    /// Whether no cell lies within.
    public var isEmpty: Bool { rows == 0 || columns == 0 }

    /// The first `count` columns and the rest, both clipped to what there is.
    public func splitLeft(_ count: Int) -> (left: Rect, right: Rect) {
        let count = min(max(0, count), columns)
        return (
            Rect(row: row, column: column, rows: rows, columns: count),
            Rect(row: row, column: column + count, rows: rows, columns: columns - count)
        )
    }

    /// All but the last `count` columns, and those.
    public func splitRight(_ count: Int) -> (left: Rect, right: Rect) { splitLeft(columns - max(0, count)) }

    /// The first `count` rows and the rest, both clipped to what there is.
    public func splitTop(_ count: Int) -> (top: Rect, bottom: Rect) {
        let count = min(max(0, count), rows)
        return (
            Rect(row: row, column: column, rows: count, columns: columns),
            Rect(row: row + count, column: column, rows: rows - count, columns: columns)
        )
    }

    /// All but the last `count` rows, and those.
    public func splitBottom(_ count: Int) -> (top: Rect, bottom: Rect) { splitTop(rows - max(0, count)) }

    /// The rectangle less a margin on each side.
    public func inset(rows vertical: Int = 0, columns horizontal: Int = 0) -> Rect {
        Rect(
            row: row + vertical, column: column + horizontal, rows: rows - 2 * vertical,
            columns: columns - 2 * horizontal)
    }
}

extension Frame {
    /// The whole frame.
    public var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }
}
