internal import CPangoCairo

/// Draws rows on the pages of a surface and tells the structure as it goes.
///
/// Elements are opened and closed as the path of the rows changes, and may stay open over pages. What is drawn while
/// only an outer element is open, rules and the foot of a page, belongs to no element: a screen reader passes it over.
struct PageArtist {
    private let rows: [LetterRow]
    private let page: OpaquePointer
    private let surface: OpaquePointer
    private var open: [TagNode] = []
    private var outlineParent: Int32 = 0

    private typealias Sheet = Pagination.Sheet
    /// The distance between the frame of a decision and its word.
    static let framePadding = 5.0

    /// Draws the pages, with a foot for each.
    static func draw(
        _ rows: [LetterRow], pages: [[Fragment]], feet: [SetText], on page: OpaquePointer, _ surface: OpaquePointer
    ) {
        var artist = PageArtist(rows: rows, page: page, surface: surface)
        for (index, fragments) in pages.enumerated() {
            for fragment in fragments { artist.draw(fragment, pageNumber: index + 1) }
            artist.leaveLeaf()
            let foot = feet[index]
            foot.draw(0..<foot.lines.count, on: page, x: Sheet.left, y: Sheet.foot)
            drawing.cairo_show_page(page)
        }
        artist.enter([])
    }

    private init(rows: [LetterRow], page: OpaquePointer, surface: OpaquePointer) {
        (self.rows, self.page, self.surface) = (rows, page, surface)
    }

    private mutating func draw(_ fragment: Fragment, pageNumber: Int) {
        let row = rows[fragment.row]
        enter(row.path)
        if fragment.lines.lowerBound == 0 {
            mark(row, y: fragment.y, isAtTop: fragment.y <= Sheet.top)
            outline(row, y: fragment.y, pageNumber: pageNumber)
        }
        for cell in row.cells {
            let isWhole = row.single == nil || fragment.lines.count == cell.text.lines.count
            // A paragraph that goes on overleaf is one element of two parts, and the foot stands in neither.
            let leaf = isWhole ? [] : [TagNode(name: "Span", id: fragment.lines.lowerBound)]
            enter(row.path + [cell.tag] + leaf)
            let lines = row.single == nil ? 0..<cell.text.lines.count : fragment.lines
            cell.text.draw(lines, on: page, x: cell.x, y: fragment.y + offset(of: cell, in: row))
        }
    }

    /// Cells side by side share the baseline of their first lines.
    private func offset(of cell: LetterCell, in row: LetterRow) -> Double {
        let baselines = row.cells.compactMap { $0.text.lines.first?.baseline }
        return (baselines.max() ?? 0) - (cell.text.lines.first?.baseline ?? 0)
    }

    // MARK: - Structure

    private mutating func enter(_ path: [TagNode]) {
        let common = zip(open, path).prefix { $0 == $1 }.count
        for node in open[common...].reversed() { drawing.cairo_tag_end(page, node.name) }
        for node in path[common...] { drawing.cairo_tag_begin(page, node.name, nil) }
        open = path
    }

    /// Closes the element that holds the last text, and leaves a paragraph open that goes on overleaf.
    private mutating func leaveLeaf() { enter(Array(open.dropLast())) }

    private mutating func outline(_ row: LetterRow, y: Double, pageNumber: Int) {
        guard let outline = row.outline else { return }
        let place = "page=\(pageNumber) pos=[\(Int(Sheet.left)) \(Int(y) - 12)]"
        let parent = outline.depth == 0 ? 0 : outlineParent
        let id = drawing.cairo_pdf_surface_add_outline(
            surface, parent, outline.name, place, CAIRO_PDF_OUTLINE_FLAG_OPEN)
        if outline.depth == 0 { outlineParent = id }
    }

    // MARK: - Marks

    private func mark(_ row: LetterRow, y: Double, isAtTop: Bool) {
        let bottom = y + row.height
        switch row.mark {
        case .none: break
        case .ruleAbove: if !isAtTop { rule(y: y - 12) }
        case .ruleBelow: rule(y: bottom + 3)
        case .frame:
            let (red, green, blue) = Ink.accent
            drawing.cairo_set_source_rgb(page, red, green, blue)
            drawing.cairo_set_line_width(page, 0.8)
            let width = (row.single?.width ?? 0) + 2 * PageArtist.framePadding
            drawing.cairo_rectangle(page, Sheet.left, y - 2.5, width, row.height + 4)
            drawing.cairo_stroke(page)
        }
    }

    private func rule(y: Double) {
        let (red, green, blue) = Ink.rule
        drawing.cairo_set_source_rgb(page, red, green, blue)
        drawing.cairo_set_line_width(page, 0.6)
        drawing.cairo_move_to(page, Sheet.left, y)
        drawing.cairo_line_to(page, Sheet.left + Sheet.measure, y)
        drawing.cairo_stroke(page)
    }
}
