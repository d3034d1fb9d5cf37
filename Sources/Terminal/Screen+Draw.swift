import CNcurses
public import TextUI

extension Screen {
    /// Shows a frame: what differs from the last one is sent, in one write where the buffer of ncurses holds it.
    ///
    /// A frame of another size than the window is clipped to it.
    public func draw(_ frame: Frame) {
        if !linked.isEmpty, shown != frame { dropLinks(for: frame) }
        if let shown, shown.rows == frame.rows, shown.columns == frame.columns {
            put(frame, differingFrom: shown)
        } else {
            imr_clear()
            put(frame, differingFrom: nil)
        }
        shown = frame
        update(frame)
    }

    /// Sends what was put, and the cursor.
    func update(_ frame: Frame) {
        let isCursorWanted = frame.cursor != nil
        if isCursorShown != isCursorWanted {
            imr_show_cursor(isCursorWanted)
            isCursorShown = isCursorWanted
        }
        if let cursor = frame.cursor {
            imr_place_cursor(Int32(min(cursor.row, size.rows - 1)), Int32(min(cursor.column, size.columns - 1)))
        }
        imr_update()
        layLinks(of: frame)
    }

    private func put(_ frame: Frame, differingFrom old: Frame?) {
        let columns = min(frame.columns, size.columns)
        for row in 0..<min(frame.rows, size.rows) {
            let start = row * frame.columns
            if columns < frame.columns, frame.cells[start + columns].character == Cell.continuation {
                // The window cuts a wide character in two.
                put(
                    frame.cells[start..<(start + columns - 1)] + [Cell(" ", frame.cells[start].role)], row: row,
                    column: 0)
                continue
            }
            guard let old else {
                put(frame.cells[start..<(start + columns)], row: row, column: 0)
                continue
            }
            // One run a row: ncurses finds the differences within it, and sends only those.
            let (new, before) = (frame.cells, old.cells)
            var first = start
            while first < start + columns, new[first] == before[first] { first += 1 }
            guard first < start + columns else { continue }
            var last = start + columns - 1
            while new[last] == before[last] { last -= 1 }
            // Half a wide character cannot be written alone.
            while first > start,
                new[first].character == Cell.continuation || before[first].character == Cell.continuation
            {
                first -= 1
            }
            put(new[first...last], row: row, column: first - start)
        }
    }

    /// Puts cells of one row.
    private func put(_ run: ArraySlice<Cell>, row: Int, column: Int) {
        if cells.count < run.count { cells = Array(repeating: cchar_t(), count: run.count) }
        var count: Int32 = 0
        cells.withUnsafeMutableBufferPointer { buffer in
            guard var cell = buffer.baseAddress else { return }
            for index in run.indices where run[index].character != Cell.continuation {
                fill(cell, with: run[index])
                cell += 1
                count += 1
            }
            imr_put_cells(Int32(row), Int32(column), buffer.baseAddress, count)
        }
    }

    private func fill(_ cell: UnsafeMutablePointer<cchar_t>, with content: Cell) {
        let look = palette[content.role]
        let character = content.character
        if let byte = character.utf8.first, byte < 0x80, character.utf8.count == 1 {
            imr_set_cell(cell, UInt32(byte), look.attributes, look.pair)
            return
        }
        guard isUTF8 else {
            let form = AsciiForm.of(character)
            imr_set_cell(cell, UInt32(form.utf8.first ?? 0x3F), look.attributes, look.pair)
            return
        }
        var index: Int32 = 0
        for scalar in character.unicodeScalars {
            if index == 0 {
                imr_set_cell(cell, scalar.value, look.attributes, look.pair)
            } else {
                imr_add_mark(cell, index, scalar.value)
            }
            index += 1
        }
    }
}
