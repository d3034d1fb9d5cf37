/// What the mouse did, and over which cell.
public struct PointerEvent: Hashable, Sendable {
    /// What was done.
    public enum Kind: Hashable, Sendable {
        /// The first button went down.
        case press
        /// The pointer went on with the button down.
        case drag
        /// The button went up.
        case release
        /// The wheel was turned a notch towards the beginning of the text.
        case wheelUp
        /// The wheel was turned a notch towards its end.
        case wheelDown
    }

    /// What was done.
    public var kind: Kind
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int

    /// An event from its parts.
    public init(_ kind: Kind, row: Int, column: Int) {
        self.kind = kind
        self.row = row
        self.column = column
    }

    /// The event of a report in the SGR form of xterm, `ESC [ < button ; column ; row M`, `m` when a button went up.
    ///
    /// Nil for other buttons than the first, for moving without one, and for the wheel to the sides.
    init?(button: Int, column: Int, row: Int, isRelease: Bool) {
        guard column > 0, row > 0 else { return nil }
        // Shift, Alt and Ctrl (4, 8, 16) are the terminal's or nobody's.
        switch (button & ~0b1_1100, isRelease) {
        case (0, false): kind = .press
        case (0, true): kind = .release
        case (32, false): kind = .drag
        case (64, false): kind = .wheelUp
        case (65, false): kind = .wheelDown
        default: return nil
        }
        self.row = row - 1
        self.column = column - 1
    }
}

extension Rect {
    /// Whether a cell lies within.
    public func contains(row: Int, column: Int) -> Bool {
        row >= self.row && row < endRow && column >= self.column && column < endColumn
    }
}
