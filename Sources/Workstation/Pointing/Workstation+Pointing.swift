internal import TextUI

extension Workstation {
    /// The lines of text that a notch of the wheel is worth.
    private static let notch = 3

    /// Does what was meant with the mouse: what is pressed is selected, or opened when it is selected already; the wheel
    /// scrolls what lies under it; a line between panes is drawn along.
    mutating func pointed(_ event: PointerEvent) -> [Effect] {
        guard opening == nil, !wantsTemplates else { return [] }
        switch event.kind {
        case .wheelUp: return turnWheel(event, -1)
        case .wheelDown: return turnWheel(event, 1)
        case .press: return press(event)
        case .drag:
            drag(event)
            return []
        case .release:
            drawnLine = nil
            return []
        }
    }

    private mutating func press(_ event: PointerEvent) -> [Effect] {
        drawnLine = nil
        switch view().target(row: event.row, column: event.column) {
        case .key(let key): return handle(key)
        case .entry(let offset): return select(offset)
        case nil: break
        }
        guard overlay == nil, let screen = caseFile, screen.itemNumber != nil else { return [] }
        if let line = screen.itemLayout.line(row: event.row, column: event.column) {
            drawnLine = line
            return []
        }
        return pressInItem(event)
    }

    /// Selects the entry that is so far from the selected one; that one itself is opened.
    private mutating func select(_ offset: Int) -> [Effect] {
        let isList = overlay == nil && caseFile == nil
        // What is seen is not what is listed any more.
        guard !isList || !worklist.isAwaited(.row) else { return [] }
        guard offset != 0 else {
            return isList && !worklist.isFiltering ? perform(.open) : handle(.named(.enter))
        }
        if isList {
            notice = nil
            count = nil
            return worklist.perform(offset > 0 ? .down : .up, count: abs(offset), height: worklistHeight)
        }
        return (0..<abs(offset)).flatMap { _ in handle(.named(offset > 0 ? .down : .up)) }
    }

    /// The rationale takes the keyboard where it was pressed; a pane is the one that the keys scroll from then on.
    private mutating func pressInItem(_ event: PointerEvent) -> [Effect] {
        // What is taken back would not find the item at rest.
        guard let screen = caseFile, !screen.isWaiting, let item = screen.itemNumber,
            screen.desks[item - 1].citationField == nil,
            screen.desks[item - 1].claimsField == nil, screen.desks[item - 1].guidelines.quoting == nil
        else { return [] }
        let layout = screen.itemLayout
        guard layout.editor.contains(row: event.row, column: event.column) else {
            if !screen.desks[item - 1].isWriting { caseFile?.turn(toPaneAt: event, in: layout) }
            return []
        }
        var effects: [Effect] = []
        if !screen.desks[item - 1].isWriting {
            if let obstacle = obstacle(to: .edit) { return note(obstacle) }
            // The rationale has more room while it is written, so its text would move away from under the pointer.
            let line = event.row - layout.editor.row
            caseFile?.desks[item - 1].isCursorPlaced = true
            effects = perform(.edit)
            caseFile?.placeCursor(line: line, column: event.column)
            return effects
        }
        caseFile?.placeCursor(line: event.row - layout.editor.row, column: event.column)
        return effects
    }

    private mutating func drag(_ event: PointerEvent) {
        guard let drawnLine, let layout = caseFile?.itemLayout else { return }
        itemSplit.draw(drawnLine, to: event.row, event.column, in: layout)
        caseFile?.itemSplit = itemSplit
    }

    private mutating func turnWheel(_ event: PointerEvent, _ step: Int) -> [Effect] {
        let key = Key.named(step > 0 ? .down : .up)
        if overlay != nil {
            let hasEntries = view().areas.contains { area in
                if case .entry = area.target { true } else { false }
            }
            return (0..<(hasEntries ? 1 : Workstation.notch)).flatMap { _ in handle(key) }
        }
        guard let screen = caseFile else {
            return worklist.perform(step > 0 ? .down : .up, count: Workstation.notch, height: worklistHeight)
        }
        if screen.itemNumber == nil {
            caseFile?.scroll(step * Workstation.notch)
        } else {
            caseFile?.scroll(under: event, step * Workstation.notch)
        }
        return []
    }

    mutating func toggleMouse() -> [Effect] {
        hasMouse.toggle()
        let words =
            hasMouse
            ? "the mouse selects, scrolls and draws the lines between panes; with Shift it selects text as before"
            : "the mouse is the terminal's again"
        return [.useMouse(hasMouse)] + note(words)
    }

    /// The window came to the front: what others did meanwhile is shown.
    mutating func cameBack() -> [Effect] {
        guard let caseFile else {
            guard overlay == nil, !worklist.isFiltering, !worklist.isStale else { return [] }
            return worklist.refresh(height: worklistHeight) + [.loadCounts(today: today)]
        }
        return caseFile.hold == .mine ? [.renewLease(caseFile.number)] : []
    }
}
