internal import CaseModel

extension WorklistScreen {
    /// The commands that a count may stand before.
    static let counted: [CommandID] = [.down, .up, .pageDown, .pageUp, .readOn, .readBack, .top, .bottom]
    /// The largest count: the rows between here and there are read, and a slip of the finger must not read them all.
    static let largestCount = 9_999

    /// Moves so many lines or pages, or to the row of that number.
    mutating func perform(_ id: CommandID, count: Int, height: Int) -> [Effect] {
        let pages = min(count * height, WorklistScreen.largestCount)
        switch id {
        case .down: cursor += count
        case .up: cursor -= count
        case .pageDown, .readOn: (cursor, top) = (cursor + pages, top + pages)
        case .pageUp, .readBack: (cursor, top) = (cursor - pages, top - pages)
        case .top, .bottom: return go(toRow: count, height: height)
        default: return []
        }
        return keepCursorVisible(height: height)
    }

    /// Goes to a row by its number, from 1; from far below it the list is read from its beginning.
    private mutating func go(toRow number: Int, height: Int) -> [Effect] {
        let isFar = start - number > WorklistScreen.chunk
        let effects = isFar ? goToStart(height: height) : []
        cursor = number - 1
        return effects + keepCursorVisible(height: height)
    }
}
