extension Editor {
    /// Where the blanks of a template stand, in order, their delimiters `⟦` and `⟧` included.
    ///
    /// A blank lies on one line; a delimiter without its partner is no blank.
    public var blanks: [Range<Int>] {
        var blanks: [Range<Int>] = []
        var open: Int?
        buffer.kinds.withUnsafeBufferPointer { kinds in
            for (offset, kind) in kinds.enumerated() {
                if kind.contains(.blankOpen) {
                    open = offset
                } else if kind == .newline {
                    open = nil
                } else if kind.contains(.blankClose), let start = open {
                    blanks.append(start..<(offset + 1))
                    open = nil
                }
            }
        }
        return blanks
    }

    /// Goes to the next blank and selects it, round the end of the text; false if there is none.
    @discardableResult
    public mutating func nextBlank() -> Bool {
        let blanks = blanks
        let from = selection.map(\.upperBound) ?? cursor
        return select(blanks.first { $0.lowerBound >= from } ?? blanks.first)
    }

    /// Goes to the previous blank and selects it, round the start of the text; false if there is none.
    @discardableResult
    public mutating func previousBlank() -> Bool {
        let blanks = blanks
        let from = selection.map(\.lowerBound) ?? cursor
        return select(blanks.last { $0.upperBound <= from } ?? blanks.last)
    }

    private mutating func select(_ blank: Range<Int>?) -> Bool {
        guard let blank else { return false }
        moveCursor(to: blank.lowerBound)
        selection = blank
        return true
    }
}
