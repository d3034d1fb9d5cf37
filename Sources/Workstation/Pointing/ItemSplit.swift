internal import TextUI

/// Where the reviewer has drawn the lines between the panes of the item page; nil leaves one where it usually is.
struct ItemSplit: Hashable, Sendable {
    /// A line that can be drawn.
    enum Line: Hashable, Sendable {
        /// Between the summary and the request, in a wide window.
        case summary
        /// Between the request and the guideline.
        case request
        /// Between the panes and the rationale: the line of the decision.
        case decision
    }

    /// The column of the line right of the summary.
    var summary: Int?
    /// The columns of the request.
    var request: Int?
    /// The rows of the panes.
    var panes: Int?

    /// The least columns of a pane.
    static let least = 14

    /// Draws a line to a place; what a pane needs is left to it when the page is laid out.
    mutating func draw(_ line: Line, to row: Int, _ column: Int, in layout: ItemLayout) {
        switch line {
        case .summary: summary = column
        case .request: request = layout.request.map { column - $0.column - 1 }
        case .decision: panes = row - layout.paneTop
        }
    }

    /// A width within what the panes on both sides need.
    static func fit(_ wanted: Int?, usual: Int, most: Int) -> Int {
        guard let wanted else { return usual }
        return max(min(wanted, most), min(least, most))
    }
}

extension ItemLayout {
    /// The line that stands in a cell.
    func line(row: Int, column: Int) -> ItemSplit.Line? {
        if row == decision.row { return .decision }
        func isRight(of rect: Rect?) -> Bool {
            guard let rect, rect.row..<rect.endRow ~= row else { return false }
            return column == rect.endColumn + 1
        }
        if isRight(of: summary) { return .summary }
        return evidence != nil && isRight(of: request) ? .request : nil
    }
}
