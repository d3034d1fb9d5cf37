/// Some rows of a worklist that follow one another, with their places in it.
public struct WorklistStretch: Hashable, Sendable {
    /// The rows, in the order of the list.
    public let rows: [WorklistRow]
    /// The place of the first of them, from 0.
    public let start: Int
    /// The place of the case that was asked for, or where it would be.
    public let place: Int

    /// A stretch from its parts.
    public init(rows: [WorklistRow], start: Int, place: Int) {
        self.rows = rows
        self.start = start
        self.place = place
    }
}
