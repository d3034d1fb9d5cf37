/// What a terminal shows after the bytes that it was sent: as much of a terminal as ncurses uses for the types that the
/// tests run under. Colours and attributes are passed over.
struct ScreenModel {
    private(set) var rows: Int
    private(set) var columns: Int
    /// Whether the alternate screen is shown.
    private(set) var isAlternate = false
    private(set) var isCursorShown = true
    /// Whether pasted text comes in brackets.
    private(set) var isPasteBracketed = false
    /// Whether the terminal tells when its window comes to the front.
    private(set) var isFocusTold = false
    /// What of the mouse is reported.
    private(set) var mouseModes: Set<Int> = []
    /// Whether the arrow keys are in their application mode.
    private(set) var isKeypadOn = false
    /// Bells that were rung.
    private(set) var bells = 0
    /// The texts of operating system commands: titles, clipboard, links and the like; but for those by which ncurses
    /// gives a terminal its own colours back.
    private(set) var systemCommands: [String] = []
    /// Sequences that this model does not know.
    private(set) var unknown: [String] = []
    private(set) var cursor = (row: 0, column: 0)

    private var cells: [[Character]]
    private var mainCells: [[Character]] = []
    private var region: ClosedRange<Int>
    private var saved = (row: 0, column: 0)
    /// The last column was written: the next character goes to the next line.
    private var isWrapPending = false
    private var isInserting = false
    private var lastCharacter: Character = " "
    private var charsets = [false, false]
    private var charset = 0
    private var parser = EscapeParser()

    /// A blank screen.
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        region = 0...(rows - 1)
    }

    /// The lines, without the blanks at their ends.
    var lines: [String] {
        cells.map { row in String(row[..<((row.lastIndex { $0 != " " } ?? -1) + 1)]) }
    }

    /// The whole screen.
    var text: String { lines.joined(separator: "\n") }

    /// The words on the screen, one space between two: what a line's end has parted is found by its words.
    var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Gives the screen another size; what stands at its top left stays.
    mutating func resize(rows: Int, columns: Int) {
        func fitted(_ old: [[Character]]) -> [[Character]] {
            (0..<rows).map { row in
                let line = old.indices.contains(row) ? old[row] : []
                return Array((line + Array(repeating: " ", count: columns)).prefix(columns))
            }
        }
        cells = fitted(cells)
        if isAlternate { mainCells = fitted(mainCells) }
        self.rows = rows
        self.columns = columns
        region = 0...(rows - 1)
        cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
        isWrapPending = false
    }

    /// Takes what the program sent.
    mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            guard let action = parser.take(byte) else { continue }
            switch action {
            case .print(let scalar): print(scalar)
            case .control(let byte): control(byte)
            case .escape(let sequence): escape(sequence)
            case .command(let command): obey(command)
            case .systemCommand("104"), .systemCommand("R"): break
            case .systemCommand(let text): systemCommands.append(text)
            }
        }
    }

    // MARK: Writing

    private mutating func print(_ scalar: Unicode.Scalar) {
        var character = Character(scalar)
        if charsets[charset], let line = ScreenModel.lineDrawing[character] { character = line }
        if scalar.properties.generalCategory == .nonspacingMark {
            // Joins the character before it.
            let column = isWrapPending ? cursor.column : max(0, cursor.column - 1)
            cells[cursor.row][column] = Character(String(cells[cursor.row][column]) + String(scalar))
            return
        }
        put(character)
    }

    private mutating func put(_ character: Character) {
        if isWrapPending {
            cursor.column = 0
            lineFeed()
            isWrapPending = false
        }
        if isInserting { insertBlanks(1) }
        cells[cursor.row][cursor.column] = character
        lastCharacter = character
        if cursor.column == columns - 1 { isWrapPending = true } else { cursor.column += 1 }
    }

    /// The line drawing of the DEC special graphics, as far as frames use it.
    private static let lineDrawing: [Character: Character] = [
        "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "v": "┴", "w": "┬", "n": "┼",
        "~": "·", "a": "▒", "`": "◆", "o": "⎺", "s": "⎽", "0": "█",
    ]

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: bells += 1
        case 0x08: move(toColumn: cursor.column - 1)
        case 0x09: move(toColumn: (cursor.column / 8 + 1) * 8)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: move(toColumn: 0)
        case 0x0E: charset = 1
        case 0x0F: charset = 0
        case 0x00: break
        default: unknown.append("control \(byte)")
        }
    }

    private mutating func escape(_ sequence: String) {
        switch sequence {
        case "D": lineFeed()
        case "E":
            move(toColumn: 0)
            lineFeed()
        case "M": reverseLineFeed()
        case "7": saved = cursor
        case "8": move(toRow: saved.row, toColumn: saved.column)
        case "c": self = ScreenModel(rows: rows, columns: columns)
        case "(0", "(B", "(A", "(U", "(K": charsets[0] = sequence == "(0"
        case ")0", ")B", ")A", ")U", ")K": charsets[1] = sequence == ")0"
        case "=": isKeypadOn = true
        case ">": isKeypadOn = false
        case "H": break
        default: unknown.append("ESC \(sequence)")
        }
    }

    // MARK: Moving

    private mutating func move(toRow row: Int? = nil, toColumn column: Int? = nil) {
        cursor.row = max(0, min(rows - 1, row ?? cursor.row))
        cursor.column = max(0, min(columns - 1, column ?? cursor.column))
        isWrapPending = false
    }

    private mutating func lineFeed() {
        isWrapPending = false
        if cursor.row == region.upperBound { scroll(1) } else if cursor.row < rows - 1 { cursor.row += 1 }
    }

    private mutating func reverseLineFeed() {
        isWrapPending = false
        if cursor.row == region.lowerBound { scroll(-1) } else if cursor.row > 0 { cursor.row -= 1 }
    }

    /// Scrolls the region, or what of it begins at a row: up for more than 0, down for less.
    private mutating func scroll(_ count: Int, from first: Int? = nil) {
        let range = (first ?? region.lowerBound)...region.upperBound
        let blank = Array(repeating: Character(" "), count: columns)
        for _ in 0..<min(abs(count), range.count) {
            if count > 0 {
                cells.remove(at: range.lowerBound)
                cells.insert(blank, at: range.upperBound)
            } else {
                cells.remove(at: range.upperBound)
                cells.insert(blank, at: range.lowerBound)
            }
        }
    }

    // MARK: Commands

    private mutating func obey(_ command: EscapeParser.Command) {
        let count = max(1, command.number(0))
        switch (command.marker, command.final) {
        case ("", "A"): move(toRow: cursor.row - count)
        case ("", "B"), ("", "e"): move(toRow: cursor.row + count)
        case ("", "C"), ("", "a"): move(toColumn: cursor.column + count)
        case ("", "D"): move(toColumn: cursor.column - count)
        case ("", "E"): move(toRow: cursor.row + count, toColumn: 0)
        case ("", "F"): move(toRow: cursor.row - count, toColumn: 0)
        case ("", "G"), ("", "`"): move(toColumn: count - 1)
        case ("", "d"): move(toRow: count - 1)
        case ("", "H"), ("", "f"): move(toRow: count - 1, toColumn: max(1, command.number(1)) - 1)
        case ("", "I"): for _ in 0..<count { move(toColumn: (cursor.column / 8 + 1) * 8) }
        case ("", "Z"): for _ in 0..<count { move(toColumn: (max(0, cursor.column - 1) / 8) * 8) }
        case ("", "J"): eraseScreen(command.number(0))
        case ("", "K"): eraseLine(command.number(0))
        case ("", "X"): erase(row: cursor.row, cursor.column..<min(columns, cursor.column + count))
        case ("", "@"): insertBlanks(count)
        case ("", "P"):
            let removed = min(count, columns - cursor.column)
            cells[cursor.row].removeSubrange(cursor.column..<(cursor.column + removed))
            cells[cursor.row] += Array(repeating: " ", count: removed)
        case ("", "L"): if region.contains(cursor.row) { scroll(-count, from: cursor.row) }
        case ("", "M"): if region.contains(cursor.row) { scroll(count, from: cursor.row) }
        case ("", "S"): scroll(count)
        case ("", "T"): scroll(-count)
        case ("", "b"): for _ in 0..<count { put(lastCharacter) }
        case ("", "r"):
            let bottom = command.number(1) == 0 ? rows : min(rows, command.number(1))
            if count < bottom || rows == 1 { region = (count - 1)...(max(count, bottom) - 1) }
            move(toRow: 0, toColumn: 0)
        case ("", "h"), ("", "l"): if command.number(0) == 4 { isInserting = command.final == "h" }
        case ("?", "h"), ("?", "l"): for number in command.numbers { setMode(number, command.final == "h") }
        // Colours, attributes, tabs, window reports, cursor shapes: nothing that the text shows.
        case ("", "m"), ("", "g"), ("", "t"), ("?", "c"), (">", "m"), ("", "s"), ("", "u"), (" ", "q"):
            break
        default: unknown.append("CSI \(command)")
        }
    }

    private mutating func setMode(_ mode: Int, _ isOn: Bool) {
        switch mode {
        case 1: isKeypadOn = isOn
        case 25: isCursorShown = isOn
        case 47, 1047, 1049:
            guard isAlternate != isOn else { return }
            isAlternate = isOn
            if isOn {
                if mode == 1049 { saved = cursor }
                mainCells = cells
                eraseScreen(2)
            } else {
                cells = mainCells
                if mode == 1049 { move(toRow: saved.row, toColumn: saved.column) }
            }
        case 2004: isPasteBracketed = isOn
        case 1004: isFocusTold = isOn
        case 1000, 1002, 1006: if isOn { mouseModes.insert(mode) } else { mouseModes.remove(mode) }
        // Keyboard, colours, wrapping, blinking and meta keys: as ncurses finds them.
        case 3, 4, 5, 7, 8, 12, 1034: break
        default: unknown.append("mode \(mode)")
        }
    }

    // MARK: Erasing

    private mutating func erase(row: Int, _ range: Range<Int>) {
        for column in range { cells[row][column] = " " }
        isWrapPending = false
    }

    private mutating func eraseLine(_ how: Int) {
        switch how {
        case 0: erase(row: cursor.row, cursor.column..<columns)
        case 1: erase(row: cursor.row, 0..<(cursor.column + 1))
        default: erase(row: cursor.row, 0..<columns)
        }
    }

    private mutating func eraseScreen(_ how: Int) {
        // What is kept above the window, and nothing of the window itself.
        guard how < 3 else { return }
        if how == 0 || how == 1 { eraseLine(how) }
        let whole = how == 0 ? (cursor.row + 1)..<rows : how == 1 ? 0..<cursor.row : 0..<rows
        for row in whole { erase(row: row, 0..<columns) }
    }

    private mutating func insertBlanks(_ count: Int) {
        let added = min(count, columns - cursor.column)
        cells[cursor.row].insert(contentsOf: Array(repeating: " ", count: added), at: cursor.column)
        cells[cursor.row].removeLast(added)
    }
}
