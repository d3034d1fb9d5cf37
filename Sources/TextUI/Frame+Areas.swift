/// A part of the frame that can be pointed at.
public struct Area: Hashable, Sendable {
    /// What pointing at it means.
    public enum Target: Hashable, Sendable {
        /// An entry of the list that has the keys, by how far it is from the selected one: 0 is that one itself.
        case entry(Int)
        /// As if the key were pressed.
        case key(Key)
    }

    /// Where it is.
    public var rect: Rect
    /// What it means.
    public var target: Target
}

extension Frame {
    /// Says what pointing at a part of the frame means; what is said later lies over what was said before.
    public mutating func point(_ target: Area.Target, row: Int, column: Int, rows: Int = 1, columns: Int) {
        areas.append(Area(rect: Rect(row: row, column: column, rows: rows, columns: columns), target: target))
    }

    /// What is pointed at in a cell; nil for nothing.
    public func target(row: Int, column: Int) -> Area.Target? {
        areas.last { $0.rect.contains(row: row, column: column) }?.target
    }

    /// Nothing of what was drawn so far can be pointed at: something else lies over it.
    public mutating func coverAreas() { areas = [] }
}
