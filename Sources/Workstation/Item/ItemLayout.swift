internal import TextUI

/// Where the parts of the item page stand: the head, the panes, the decision, the rationale.
struct ItemLayout: Hashable, Sendable {
    var head: Rect
    /// The summary at the left; nil under 160 columns.
    var summary: Rect?
    /// The request; nil when the panes are stacked and another one is shown.
    var request: Rect?
    /// The guideline, or the pane turned to.
    var evidence: Rect?
    var decision: Rect
    var editor: Rect
    /// The first row of the panes.
    var paneTop: Int
    /// Whether a line stands between the head and the panes.
    var hasRule: Bool

    /// The columns from which the summary keeps a pane of its own.
    static let wide = 160
    /// The columns under which the panes are stacked.
    static let narrow = 72
    /// The rows between top and bottom line under which there is no line under the head.
    static let low = 9

    init(
        rows: Int, columns: Int, headLines: Int, pane: ItemDesk.Pane, isWriting: Bool, split: ItemSplit = ItemSplit()
    ) {
        let body = max(1, rows - 2)
        let headRows = min(max(1, headLines), max(1, min(4, body / 5)))
        head = Rect(row: 1, column: 1, rows: headRows, columns: max(1, columns - 2))
        // In the smallest window the line under the head goes first, then the panes while writing; the decision stays.
        hasRule = body >= ItemLayout.low
        let left = max(0, body - headRows - (hasRule ? 2 : 1))
        let least = isWriting || left >= 6 ? min(3, left) : left / 2
        let editorRows = max(least, isWriting ? left * 11 / 20 : left * 9 / 20)
        let usual = max(0, left - editorRows)
        let paneRows = split.panes.map { max(0, min($0, left - least)) } ?? usual
        let paneTop = 1 + headRows + (hasRule ? 1 : 0)
        self.paneTop = paneTop
        decision = Rect(row: paneTop + paneRows, column: 1, rows: 1, columns: max(1, columns - 2))
        // Column 0 is for the signs of the check.
        editor = Rect(
            row: decision.row + 1, column: 1, rows: max(0, rows - 1 - decision.row - 1),
            columns: max(1, min(columns - 1, 112)))
        func area(_ column: Int, _ width: Int) -> Rect {
            Rect(row: paneTop, column: column, rows: paneRows, columns: max(1, width))
        }
        switch columns {
        case ItemLayout.wide...:
            let third = ItemSplit.fit(split.summary, usual: columns * 2 / 5, most: columns - 60)
            let width = ItemSplit.fit(split.request, usual: 30, most: columns - third - 26)
            summary = area(2, third - 3)
            request = area(third + 2, width)
            evidence = area(third + width + 5, columns - third - width - 6)
        case ItemLayout.narrow...:
            let width = ItemSplit.fit(split.request, usual: columns >= 110 ? 34 : 26, most: columns - 25)
            request = area(1, width)
            evidence = area(width + 4, columns - width - 5)
        default:
            switch pane {
            case .request: request = area(2, columns - 3)
            case .guideline, .summary: evidence = area(2, columns - 3)
            }
        }
    }
}
