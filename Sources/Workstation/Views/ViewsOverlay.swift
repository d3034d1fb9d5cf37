internal import CaseModel
internal import TextUI

/// The filters that the reviewer keeps under names.
struct ViewsOverlay: Sendable {
    /// Nil until they are read.
    var views: [SavedView]?
    var cursor = 0
    var remark = ""

    var selected: SavedView? {
        guard let views, views.indices.contains(cursor) else { return nil }
        return views[cursor]
    }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, (views?.count ?? 0) - 1)) }

    mutating func show(_ new: [SavedView]) {
        views = new
        move(0)
    }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        let count = views?.count ?? 0
        Chrome.title("Views", right: count == 0 ? "" : "\(cursor + 1)/\(count)", in: &frame)
        frame.cursor = nil
        if count == 0 {
            let words =
                views == nil ? "reading …" : "No view is kept yet. V on the worklist keeps its filter and order."
            for (row, line) in WrappedText(words, width: max(1, frame.columns - 4)).lines.enumerated() {
                frame.write(line.text, row: 2 + row, column: 3, role: .muted)
            }
        } else {
            drawList(in: &frame)
        }
        let notice = remark.isEmpty ? nil : Notice(kind: .information, text: remark)
        Chrome.footer(
            (count == 0 ? [] : [("Enter", "apply"), ("x", "delete")]) + [("q", "back")], notice: notice, right: "",
            in: &frame)
    }

    private func drawList(in frame: inout Frame) {
        guard let views else { return }
        let names = max(10, min(views.map { CharacterWidth.of($0.name) }.max() ?? 0, frame.columns / 3))
        // In a narrow window the order gives way to the filter.
        let order = frame.columns >= 60 ? frame.columns - 26 : frame.columns
        frame.write("Name", row: 1, column: 3, role: .heading)
        frame.write("Filter", row: 1, column: names + 5, role: .heading)
        frame.write("Order", row: 1, column: order, role: .heading)
        let height = max(1, frame.rows - 3)
        let top = max(0, min(cursor - height / 2, views.count - height))
        for row in 0..<height where views.indices.contains(top + row) {
            let view = views[top + row]
            let isSelected = top + row == cursor
            frame.point(.entry(top + row - cursor), row: 2 + row, column: 0, columns: frame.columns)
            func role(_ role: Role) -> Role { isSelected ? .selection : role }
            if isSelected {
                frame.fill(row: 2 + row, column: 0, columns: frame.columns, role: .selection)
                frame.cursor = Position(row: 2 + row, column: 1)
            }
            frame.write(isSelected ? ">" : " ", row: 2 + row, column: 1, role: role(.body))
            frame.write(view.name, row: 2 + row, column: 3, columns: names, role: role(.accent))
            frame.write(
                view.filter.isEmpty ? "all cases" : view.filter, row: 2 + row, column: names + 5,
                columns: order - names - 6, role: role(.body))
            let shown = view.onlyOpen ? ", unpublished" : ""
            frame.write(view.sort.rawValue + shown, row: 2 + row, column: order, columns: 25, role: role(.muted))
        }
    }
}
