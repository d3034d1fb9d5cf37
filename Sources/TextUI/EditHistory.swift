/// The changes of a text in the order they were made, grouped to the steps that a person would take back.
struct EditHistory: Hashable, Sendable {
    /// What changes of one run have in common.
    enum Kind: Hashable, Sendable {
        case typing, erasing, deleting, other
    }

    /// One step: its changes in order, and where the cursor stood before and after.
    struct Step: Hashable, Sendable {
        var kind: Kind
        var changes: [TextBuffer.Change]
        var cursorBefore: Int
        var cursorAfter: Int
    }

    /// More steps than this are forgotten, the oldest first.
    static let limit = 1000

    private(set) var done: [Step] = []
    private(set) var undone: [Step] = []
    private var isOpen = false

    /// Records a change; it joins the last step if that is an open run of the same kind that ended here.
    mutating func record(_ change: TextBuffer.Change, as kind: Kind, cursorBefore: Int, cursorAfter: Int) {
        undone.removeAll()
        defer { isOpen = kind != .other && !change.inserted.contains("\n") }
        if isOpen, kind != .other, let last = done.indices.last, done[last].kind == kind,
            done[last].cursorAfter == cursorBefore
        {
            done[last].cursorAfter = cursorAfter
            append(change, to: last)
            return
        }
        done.append(Step(kind: kind, changes: [change], cursorBefore: cursorBefore, cursorAfter: cursorAfter))
        if done.count > EditHistory.limit { done.removeFirst(done.count - EditHistory.limit) }
    }

    /// A run of typing is kept as one change, so that a long one costs no more than its text.
    private mutating func append(_ change: TextBuffer.Change, to step: Int) {
        let last = done[step].changes.count - 1
        if change.removed.isEmpty, let previous = done[step].changes.last,
            change.start == previous.start + previous.inserted.count
        {
            done[step].changes[last].inserted += change.inserted
        } else {
            done[step].changes.append(change)
        }
    }

    /// Ends the run: the next change begins a new step.
    mutating func close() { isOpen = false }

    /// The step to take back, which then can be done again.
    mutating func undo() -> Step? {
        isOpen = false
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return step
    }

    /// The step to do again.
    mutating func redo() -> Step? {
        isOpen = false
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return step
    }
}
