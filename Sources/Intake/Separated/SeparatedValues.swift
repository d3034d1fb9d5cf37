internal import Foundation

/// Reads separated values (RFC 4180) from a file row by row, in the memory of one row.
///
/// Lines end with LF, CR LF or CR; a byte order mark is passed over; a cell in quotation marks may hold separators, line
/// ends and doubled quotation marks. Blank lines are no rows. What is wrong with a row is said of that row, and reading
/// goes on after it.
struct SeparatedValues: ~Copyable {
    /// A row, with the line on which it begins, from 1.
    enum Row: Hashable, Sendable {
        case cells([String], line: Int)
        case refused(String, line: Int)
    }

    /// The longest row that is taken in, in bytes, and the most cells: a hundred times the largest that is known.
    static let limits = (bytes: 1 << 20, cells: 512)

    private let path: String
    private let separator: UInt8
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var at = 0
    private var end = 0
    private var line = 1
    private var hasBegun = false
    private var previousWasCR = false

    /// Opens a file.
    init(path: String, separator: UInt8 = UInt8(ascii: ",")) throws(IntakeError) {
        self.path = path
        self.separator = separator
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .notFound(path: path) }
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The next row; nil behind the last.
    /// - Throws: ``IntakeError/unreadable(path:reason:)`` when the file cannot be read on.
    mutating func next() throws(IntakeError) -> Row? {
        while true {
            let start = line
            var row = RowBuilder(separator: separator)
            var isOver = false
            while !isOver {
                guard let byte = try nextByte() else {
                    guard !row.isBlank else { return nil }
                    return row.finished(line: start)
                }
                isOver = row.take(byte)
            }
            if !row.isBlank { return row.finished(line: start) }
        }
    }

    /// The next byte, every line end as LF.
    private mutating func nextByte() throws(IntakeError) -> UInt8? {
        while true {
            if at == end {
                try fill()
                if end == 0 { return nil }
            }
            let byte = buffer[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\n") where previousWasCR:
                previousWasCR = false
            case UInt8(ascii: "\r"):
                previousWasCR = true
                line += 1
                return UInt8(ascii: "\n")
            default:
                previousWasCR = false
                if byte == UInt8(ascii: "\n") { line += 1 }
                return byte
            }
        }
    }

    private mutating func fill() throws(IntakeError) {
        at = 0
        end = 0
        let wanted = descriptor
        while true {
            let count = buffer.withUnsafeMutableBytes { read(wanted, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
            end = count
            break
        }
        if !hasBegun, end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { at = 3 }
        hasBegun = true
        if at == end, end > 0 { try fill() }
    }
}

/// Puts a row together from its bytes.
private struct RowBuilder {
    private enum Place {
        case start, bare, quoted, behindQuote
    }

    let separator: UInt8
    private var bytes: [UInt8] = []
    /// Where each cell ends in ``bytes``.
    private var ends: [Int] = []
    private var place = Place.start
    private var size = 0
    private var problem: String?

    init(separator: UInt8) { self.separator = separator }

    /// Whether nothing stands in the row.
    var isBlank: Bool { problem == nil && ends.isEmpty && bytes.isEmpty && place == .start }

    /// Takes a byte in.
    /// - Returns: whether the row ends with it.
    mutating func take(_ byte: UInt8) -> Bool {
        size += 1
        guard size <= SeparatedValues.limits.bytes else { return skip(byte) }
        switch (place, byte) {
        case (.quoted, UInt8(ascii: "\"")): place = .behindQuote
        case (.quoted, _): bytes.append(byte)
        case (_, UInt8(ascii: "\n")): return true
        case (_, separator): endCell()
        case (.start, UInt8(ascii: "\"")): place = .quoted
        case (.behindQuote, UInt8(ascii: "\"")):
            bytes.append(byte)
            place = .quoted
        case (.behindQuote, UInt8(ascii: " ")): break
        case (.behindQuote, _):
            problem = problem ?? "text stands behind a closing quotation mark; double the quotation marks within a cell"
        default:
            bytes.append(byte)
            place = .bare
        }
        return false
    }

    /// A row that is too long is not kept; it ends with the line, for its quotation marks cannot be trusted.
    private mutating func skip(_ byte: UInt8) -> Bool {
        if problem == nil || !bytes.isEmpty {
            let isOpen = place == .quoted
            bytes = []
            problem =
                "the row is longer than \(SeparatedValues.limits.bytes >> 20) MB"
                + (isOpen ? ", perhaps for a quotation mark that is not closed; close it" : "; shorten it")
        }
        return byte == UInt8(ascii: "\n")
    }

    private mutating func endCell() {
        place = .start
        guard ends.count < SeparatedValues.limits.cells else {
            problem = problem ?? "the row has more than \(SeparatedValues.limits.cells) cells; leave some out"
            return
        }
        ends.append(bytes.count)
    }

    /// The row with the line on which it began.
    mutating func finished(line: Int) -> SeparatedValues.Row {
        if place == .quoted { problem = problem ?? "a quotation mark is not closed; close it" }
        if let problem { return .refused(problem, line: line) }
        ends.append(bytes.count)
        var cells: [String] = []
        cells.reserveCapacity(ends.count)
        var start = 0
        for end in ends {
            guard let cell = String(validating: bytes[start..<end], as: UTF8.self) else {
                return .refused("the row is not UTF-8 text; convert the file first", line: line)
            }
            cells.append(cell)
            start = end
        }
        return .cells(cells, line: line)
    }
}
