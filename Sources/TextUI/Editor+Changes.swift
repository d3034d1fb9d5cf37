extension Editor {
    /// Replaces a range and puts the cursor behind what was inserted.
    mutating func change(_ range: Range<Int>, to inserted: [Character], as kind: EditHistory.Kind) {
        guard !range.isEmpty || !inserted.isEmpty else { return }
        let planned = buffer.change(range, to: inserted)
        history.record(planned.change, as: kind, cursorBefore: cursor, cursorAfter: planned.cursor)
        buffer.apply(planned.change)
        cursor = planned.cursor
        didChange()
    }

    /// Removes a range, or the selected blank if there is one.
    mutating func erase(_ range: Range<Int>, as kind: EditHistory.Kind) -> EditorEvent {
        let range = selection ?? range
        guard !range.isEmpty else { return .unchanged }
        change(range, to: [], as: selection == nil ? kind : .other)
        return .changed
    }

    /// Removes a range and keeps it for ``Key/alt(_:)`` `y`.
    mutating func kill(_ range: Range<Int>) -> EditorEvent {
        let range = selection ?? range
        if !range.isEmpty { killed = Array(buffer.characters[range]) }
        return erase(range, as: .other)
    }

    /// Takes back the last step; false if there is none.
    @discardableResult
    public mutating func undo() -> Bool {
        guard let step = history.undo() else { return false }
        for change in step.changes.reversed() { buffer.apply(change.inverse) }
        cursor = step.cursorBefore
        didChange()
        return true
    }

    /// Does again the step that was taken back last; false if there is none.
    @discardableResult
    public mutating func redo() -> Bool {
        guard let step = history.redo() else { return false }
        for change in step.changes { buffer.apply(change) }
        cursor = step.cursorAfter
        didChange()
        return true
    }

    private mutating func didChange() {
        revision += 1
        selection = nil
        goalColumn = nil
        wrapped = WrappedLines(width: 0, lines: [])
    }
}
