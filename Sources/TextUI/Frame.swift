/// One cell of the screen: what stands there and what it means.
public struct Cell: Hashable, Sendable {
    /// The character; a space where nothing stands. The right half of a wide character holds ``Cell/continuation``.
    public var character: Character
    /// What it means.
    public var role: Role

    /// A cell from its parts.
    public init(_ character: Character, _ role: Role) {
        self.character = character
        self.role = role
    }

    /// The character that fills the right half of a wide one: it is drawn with its left half.
    public static let continuation: Character = "\u{0}"
}

/// A place on the screen, both counted from 0 at the top left.
public struct Position: Hashable, Sendable {
    /// The row, downwards.
    public var row: Int
    /// The column, to the right.
    public var column: Int

    /// A place from its row and column.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// Rows × columns of cells and where the hardware cursor stands: what is to be seen, without how.
///
/// Text enters only through ``write(_:row:column:role:limit:)``, which makes visible whatever a terminal would act
/// on; so nothing foreign ever drives the terminal.
public struct Frame: Hashable, Sendable {
    /// The number of rows, at least 1.
    public let rows: Int
    /// The number of columns, at least 1.
    public let columns: Int
    /// The cells, row by row, `rows * columns` of them.
    public private(set) var cells: [Cell]
    /// Where the hardware cursor stands; nil hides it.
    public var cursor: Position?
    /// What can be pointed at, the lowest first.
    public internal(set) var areas: [Area] = []
    /// The addresses that were drawn; see ``visibleLinks``.
    public internal(set) var links: [Link] = []

    /// An empty frame; sizes below 1 are taken as 1.
    public init(rows: Int, columns: Int) {
        self.rows = max(1, rows)
        self.columns = max(1, columns)
        cells = Array(repeating: Cell(" ", .body), count: self.rows * self.columns)
    }

    /// The cell at a place within the frame.
    public subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

    /// Writes one line of text from a place on, clipped at the right edge of the frame or after `limit` columns.
    ///
    /// Control characters, bidirectional controls, zero-width characters and the like are made visible
    /// (see ``VisibleText``). A wide character that would be cut is left out. Rows and columns outside the frame
    /// are clipped.
    /// - Returns: the column after the last one written.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, row: Int, column: Int, role: Role, limit: Int = .max
    ) -> Int {
        guard row >= 0, row < rows, limit > 0, column < columns else { return column }
        let end = limit > columns - column ? columns : column + limit
        return write(String(text), row: row, column: column, end: end, role: role)
    }

    /// The work of writing, on a plain string, whose bytes are at hand: runs of ASCII go the short way.
    private mutating func write(_ text: String, row: Int, column: Int, end: Int, role: Role) -> Int {
        var at = column
        var index = text.startIndex
        while index < text.endIndex, at < end {
            let run = asciiRun(text[index...], limit: end - at)
            if run > 0 {
                putASCII(text.utf8[index...].prefix(run), row: row, column: at, role: role)
                at += run
                index = text.utf8.index(index, offsetBy: run)
                continue
            }
            let shown = VisibleText.of(text[index])
            guard at + shown.width <= end else { break }
            if at >= 0 {
                put(
                    shown.character, width: shown.width, row: row, column: at,
                    role: shown.isMadeVisible ? .control : role)
            }
            at += shown.width
            index = text.index(after: index)
        }
        return at
    }

    /// How many bytes at the start are characters of their own: printable ASCII that no mark follows.
    private func asciiRun(_ text: Substring, limit: Int) -> Int {
        var run = 0
        for byte in text.utf8 {
            guard byte < 0x80 else { return max(0, run - 1) }
            if run == limit { return run }
            guard byte >= 0x20, byte < 0x7F else { return run }
            run += 1
        }
        return run
    }

    private mutating func putASCII(_ bytes: some Sequence<UInt8>, row: Int, column: Int, role: Role) {
        var x = column
        var first = true
        for byte in bytes {
            if x >= 0 {
                if first { clearHalf(row: row, column: x, isLeft: true) }
                first = false
                cells[row * columns + x] = Cell(Character(Unicode.Scalar(byte)), role)
            }
            x += 1
        }
        if x > 0 { clearHalf(row: row, column: x, isLeft: false) }
    }

    /// Before a cell is overwritten (or behind the last that was), the half of a wide character that would be left
    /// alone becomes a space.
    private mutating func clearHalf(row: Int, column: Int, isLeft: Bool) {
        guard column < columns, column >= 0 else { return }
        let index = row * columns + column
        guard cells[index].character == Cell.continuation else { return }
        if isLeft {
            if column > 0 { cells[index - 1].character = " " }
        } else {
            cells[index].character = " "
        }
    }

    /// Fills a rectangle with spaces of a role, clipped to the frame.
    public mutating func fill(row: Int, column: Int, rows height: Int = 1, columns width: Int, role: Role) {
        let left = max(0, column)
        let right = min(columns, column + width)
        guard left < right else { return }
        for y in max(0, row)..<max(max(0, row), min(rows, row + height)) {
            clearHalf(row: y, column: left, isLeft: true)
            for x in left..<right { cells[y * columns + x] = Cell(" ", role) }
            clearHalf(row: y, column: right, isLeft: false)
        }
    }

    /// Gives the cells of a stretch of one row another role, leaving what stands there.
    public mutating func paint(row: Int, column: Int, columns width: Int, role: Role) {
        guard row >= 0, row < rows else { return }
        let left = max(0, column)
        let right = min(columns, column + width)
        guard left < right else { return }
        for x in left..<right { cells[row * columns + x].role = role }
    }

    private mutating func put(_ character: Character, width: Int, row: Int, column: Int, role: Role) {
        let index = row * columns + column
        clearHalf(row: row, column: column, isLeft: true)
        cells[index] = Cell(character, role)
        if width == 2 { cells[index + 1] = Cell(Cell.continuation, role) }
        clearHalf(row: row, column: column + width, isLeft: false)
    }

    /// The text of the frame, a line a row, trailing spaces cut: what golden files hold.
    public var text: String {
        (0..<rows).map(line).joined(separator: "\n") + "\n"
    }

    /// The text of one row, trailing spaces cut.
    public func line(_ row: Int) -> String {
        var line = ""
        for cell in cells[(row * columns)..<((row + 1) * columns)] where cell.character != Cell.continuation {
            line.append(cell.character)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
