/// An element of the structure that a screen reader follows.
struct TagNode: Hashable {
    /// The name as PDF has it: `H2`, `P`, `TD`.
    var name: String
    /// Tells it from others of the name.
    var id: Int
}

/// A text of a row: where it stands and what it is in the structure, below what the row is.
struct LetterCell {
    var text: SetText
    var x: Double
    var tag: TagNode
}

/// What is drawn beside the letters of a row.
enum RowMark {
    case none
    /// A hairline above it, over the whole measure.
    case ruleAbove
    /// A hairline below it, over the whole measure.
    case ruleBelow
    /// A frame around its text.
    case frame
}

/// A row of a letter, from margin to margin: one text, which may go on over pages, or several side by side.
struct LetterRow {
    var cells: [LetterCell]
    /// The elements that its cells are within, from the document down.
    var path: [TagNode]
    /// The space above it in points, unless it begins a page.
    var space: Double
    /// Whether it may not be the last on a page.
    var staysWithNext = false
    var mark = RowMark.none
    /// Its name in the outline with its depth, from 0; nil for none.
    var outline: (name: String, depth: Int)?

    /// The height of the whole in points.
    var height: Double { cells.map { $0.text.height(0..<$0.text.lines.count) }.max() ?? 0 }

    /// Its text when it has one alone, which may be divided.
    var single: SetText? { cells.count == 1 ? cells.first?.text : nil }

    /// The least that may stand at the end of a page: two lines, or three when there are no more.
    var leastHeight: Double {
        guard let single, !staysWithNext, single.lines.count > 3 else { return height }
        return single.height(0..<2)
    }
}
