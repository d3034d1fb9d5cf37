/// What the screen needs to know of one scalar: how wide it is and whether it may stand there as it is.
enum GlyphShape: UInt8 {
    /// No column of its own: a mark upon the character before it.
    case mark = 0
    /// One column.
    case narrow = 1
    /// Two columns.
    case wide = 2
    /// No column, and never shown as it is: controls, bidirectional controls, zero-width characters, tags.
    case hiddenZero = 3
    /// One column, and never shown as it is: soft hyphens, private characters.
    case hiddenNarrow = 4
    /// Two columns, and never shown as it is: fillers.
    case hiddenWide = 5
    /// One column of nothing; shown as a plain space.
    case space = 6

    /// The columns that `wcwidth` gives the scalar, 0 where it gives none.
    var width: Int {
        switch self {
        case .mark, .hiddenZero: 0
        case .narrow, .hiddenNarrow, .space: 1
        case .wide, .hiddenWide: 2
        }
    }

    /// The shape of a scalar, by binary search in ``transitions``.
    static func of(_ scalar: Unicode.Scalar) -> GlyphShape {
        let value = scalar.value
        if value < 0x7F { return value > 0x20 ? .narrow : (value == 0x20 ? .space : .hiddenZero) }
        // Latin, the commonest beyond ASCII.
        if value > 0xAD, value < 0x300 { return .narrow }
        return GlyphShape.transitions.withUnsafeBufferPointer { table in
            var low = 0
            var high = table.count
            let sought = value << 3 | 7
            while high - low > 1 {
                let middle = (low + high) >> 1
                if table[middle] <= sought { low = middle } else { high = middle }
            }
            return GlyphShape(rawValue: UInt8(truncatingIfNeeded: table[low] & 7)) ?? .hiddenZero
        }
    }
}
