internal import TextUI

extension ContentsOverlay {
    /// Draws the table under the top line.
    func draw(_ screen: CaseScreen, in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        let title = isOfBookmarks ? "Bookmarks" : "Contents"
        Chrome.title(
            "\(screen.number) · \(title)", right: entries.isEmpty ? "" : "\(cursor + 1)/\(entries.count)", in: &frame)
        frame.cursor = nil
        if entries.isEmpty {
            let words = "No place is marked yet. m on a page of the summary or the records marks one, with a note."
            for (row, line) in WrappedText(words, width: max(1, frame.columns - 4)).lines.enumerated() {
                frame.write(line.text, row: 2 + row, column: 2, role: .muted)
            }
        } else {
            drawHead(in: &frame)
            let height = max(1, frame.rows - 3)
            let top = max(0, min(cursor - height / 2, entries.count - height))
            for row in 0..<height where entries.indices.contains(top + row) {
                frame.point(.entry(top + row - cursor), row: 2 + row, column: 0, columns: frame.columns)
                draw(entries[top + row], isSelected: top + row == cursor, row: 2 + row, in: &frame)
            }
        }
        let onBookmark = selected?.kind == .bookmark ? [(key: "x", word: "remove")] : []
        let go = entries.isEmpty ? [] : [(key: "Enter", word: "go there")]
        Chrome.footer(
            go + onBookmark + [("q", "back")],
            notice: remark.isEmpty ? nil : Notice(kind: .information, text: remark),
            right: search.isEmpty || isOfBookmarks ? "" : "found: “\(search.prefix(30))”", in: &frame)
    }

    /// The columns at the right and their widths, narrowest windows first without the kind.
    private func columns(in frame: Frame) -> [(name: String, width: Int, value: (Entry.Counts) -> String)] {
        func number(_ count: Int) -> String { count == 0 ? "" : "\(count)" }
        var columns: [(name: String, width: Int, value: (Entry.Counts) -> String)] = [("Pages", 6, \.pages)]
        if frame.columns >= 60 { columns.append(("Kind", 9, \.kind)) }
        columns += [("Cited", 7, { number($0.cited) }), ("Marks", 7, { number($0.bookmarks) })]
        if !search.isEmpty { columns.append(("Found", 7, { number($0.matches) })) }
        return columns
    }

    private func drawHead(in frame: inout Frame) {
        guard !isOfBookmarks else {
            frame.write("Place", row: 1, column: 2, role: .heading)
            frame.write("Note", row: 1, column: 22, role: .heading)
            return
        }
        frame.write("Document", row: 1, column: 2, role: .heading)
        var end = frame.columns - 1
        for column in columns(in: frame).reversed() {
            frame.writeRight(column.name, row: 1, endColumn: end, role: .heading)
            end -= column.width
        }
    }

    private func draw(_ entry: Entry, isSelected: Bool, row: Int, in frame: inout Frame) {
        func role(_ role: Role) -> Role { isSelected ? .selection : role }
        if isSelected {
            frame.fill(row: row, column: 0, columns: frame.columns, role: .selection)
            frame.cursor = Position(row: row, column: 0)
        }
        frame.write(isSelected ? ">" : " ", row: row, column: 0, role: role(.body))
        guard case .document(let counts) = entry.kind else {
            let indent = isOfBookmarks ? 2 : 7
            frame.write(entry.label, row: row, column: indent, columns: 19, role: role(.accent))
            frame.write(
                entry.text, row: row, column: indent + 20, columns: frame.columns - indent - 21, role: role(.muted))
            return
        }
        var end = frame.columns - 1
        for column in columns(in: frame).reversed() {
            frame.writeRight(column.value(counts), row: row, endColumn: end, role: role(.body))
            end -= column.width
        }
        frame.write(entry.label, row: row, column: 2, columns: 4, role: role(.accent))
        frame.write(entry.text, row: row, column: 7, columns: end - 8, role: role(.body))
    }
}
