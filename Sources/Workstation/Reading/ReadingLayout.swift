internal import TextUI

/// Where one or two texts stand on a reading page.
struct ReadingLayout: Hashable, Sendable {
    /// The place of one text: its title where there are two, the text with a margin of two columns at its left, and the
    /// scroll bar at its right.
    struct Area: Hashable, Sendable {
        var title: Rect?
        var text: Rect
        var bar: Int
    }

    /// One, or two: left and right, or upper and lower.
    var areas: [Area]
    /// The line between left and right.
    var separator: Int?
    /// The row that says what is marked.
    var legend: Int?

    /// The columns from which two texts stand side by side; else one stands above the other.
    static let wide = 100
    /// The rows from which one can stand above the other.
    static let high = 12
    /// The rows from which there is one for the legend.
    static let legendHigh = 10

    /// Whether two texts have room.
    static func hasRoomForTwo(rows: Int, columns: Int) -> Bool { columns >= wide || rows >= high }

    init(rows: Int, columns: Int, isSplit: Bool, hasLegend: Bool) {
        legend = hasLegend && rows >= ReadingLayout.legendHigh ? rows - 2 : nil
        let height = max(1, rows - (legend == nil ? 2 : 3))
        guard isSplit, ReadingLayout.hasRoomForTwo(rows: rows, columns: columns) else {
            areas = [
                Area(
                    title: nil, text: Rect(row: 1, column: 2, rows: height, columns: max(1, columns - 3)),
                    bar: columns - 1)
            ]
            return
        }
        func area(_ row: Int, _ column: Int, _ height: Int, _ width: Int) -> Area {
            Area(
                title: Rect(row: row, column: column, rows: 1, columns: width),
                text: Rect(row: row + 1, column: column + 2, rows: max(1, height - 1), columns: max(1, width - 3)),
                bar: column + width - 1)
        }
        if columns >= ReadingLayout.wide {
            let half = (columns - 1) / 2
            areas = [area(1, 0, height, half), area(1, half + 1, height, columns - half - 1)]
            separator = half
        } else {
            let half = height / 2
            areas = [area(1, 0, half, columns), area(1 + half, 0, height - half, columns)]
        }
    }
}
