/// Parts the bytes that a terminal is sent into characters, controls and sequences (ECMA-48, and UTF-8 for text).
struct EscapeParser {
    /// A control sequence: `ESC [ ? 25 h` has the marker `?`, the number 25 and the final letter `h`.
    struct Command: CustomStringConvertible {
        var marker: String
        var numbers: [Int]
        var final: String

        /// A number, 0 where it is left out.
        func number(_ index: Int) -> Int { numbers.indices.contains(index) ? numbers[index] : 0 }

        var description: String { marker + numbers.map(String.init).joined(separator: ";") + final }
    }

    /// What a byte completes.
    enum Action {
        case print(Unicode.Scalar)
        case control(UInt8)
        case escape(String)
        case command(Command)
        case systemCommand(String)
    }

    private enum State {
        case text
        case escape([UInt8])
        case command([UInt8])
        /// An operating system command, or another string that the terminal keeps from view.
        case string([UInt8])
        case stringEscape([UInt8])
    }

    private var state = State.text
    private var character: [UInt8] = []
    private var missing = 0

    /// Takes a byte; what it completes, if anything.
    mutating func take(_ byte: UInt8) -> Action? {
        switch state {
        case .text: return takeText(byte)
        case .escape(let bytes): return takeEscape(bytes, byte)
        case .command(let bytes):
            if byte < 0x20 { return .control(byte) }
            guard (0x40...0x7E).contains(byte) else {
                state = .command(bytes + [byte])
                return nil
            }
            state = .text
            return .command(EscapeParser.command(bytes, final: byte))
        case .string(let bytes):
            if byte == 0x07 { return ended(bytes) }
            state = byte == 0x1B ? .stringEscape(bytes) : .string(bytes + [byte])
            // The Linux console has a command without an end: ESC ] R gives its colours back.
            if bytes.isEmpty, byte == UInt8(ascii: "R") {
                state = .text
                return .systemCommand("R")
            }
            return nil
        case .stringEscape(let bytes):
            if byte == UInt8(ascii: "\\") { return ended(bytes) }
            state = .string(bytes + [0x1B, byte])
            return nil
        }
    }

    private mutating func ended(_ bytes: [UInt8]) -> Action {
        state = .text
        return .systemCommand(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func takeText(_ byte: UInt8) -> Action? {
        if byte == 0x1B {
            state = .escape([])
            return nil
        }
        if byte < 0x20 || byte == 0x7F { return .control(byte) }
        if byte < 0x80 {
            missing = 0
            return .print(Unicode.Scalar(byte))
        }
        if byte >= 0xC0 {
            character = [byte]
            missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
            return nil
        }
        // A byte of 0x80 to 0x9F that belongs to no character is a control of eight bits.
        guard missing > 0 else { return .control(byte) }
        character.append(byte)
        missing -= 1
        guard missing == 0 else { return nil }
        return String(decoding: character, as: UTF8.self).unicodeScalars.first.map { scalar in
            (0x80..<0xA0).contains(scalar.value) ? .control(UInt8(scalar.value)) : .print(scalar)
        }
    }

    private mutating func takeEscape(_ bytes: [UInt8], _ byte: UInt8) -> Action? {
        switch byte {
        case UInt8(ascii: "[") where bytes.isEmpty:
            state = .command([])
            return nil
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            guard bytes.isEmpty else { fallthrough }
            state = .string([])
            return nil
        case 0x20...0x2F:
            state = .escape(bytes + [byte])
            return nil
        default:
            state = .text
            return .escape(String(decoding: bytes + [byte], as: UTF8.self))
        }
    }

    private static func command(_ bytes: [UInt8], final: UInt8) -> Command {
        let isMarker: (UInt8) -> Bool = { (0x3C...0x3F).contains($0) || (0x20...0x2F).contains($0) }
        let numbers = bytes.filter { !isMarker($0) }
        return Command(
            marker: String(decoding: bytes.filter(isMarker), as: UTF8.self),
            numbers: String(decoding: numbers, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
                .map { Int($0.split(separator: ":").first ?? "") ?? 0 },
            final: String(decoding: [final], as: UTF8.self))
    }
}
