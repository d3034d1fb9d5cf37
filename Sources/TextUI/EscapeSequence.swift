/// What stands at the head of a terminal's input.
struct EscapeSequence {
    /// What the head means.
    enum Meaning: Equatable {
        case keys([Key])
        case pasteStart
        /// To be swallowed.
        case nothing
        /// More bytes may make something of it.
        case unfinished
    }

    var meaning: Meaning
    /// How many bytes it takes.
    var count: Int

    private static let escape: UInt8 = 0x1B
    /// No sequence is longer; what goes on is not one.
    private static let limit = 4096

    /// Reads the head; `isFinal` says that nothing more is to be waited for. The input is not empty.
    static func read(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        guard input.first == escape else { return plain(input, isFinal: isFinal) }
        guard let second = input.dropFirst().first else {
            return EscapeSequence(meaning: isFinal ? .keys([.named(.escape)]) : .unfinished, count: 1)
        }
        switch second {
        case UInt8(ascii: "["): return control(input, isFinal: isFinal)
        case UInt8(ascii: "O"): return application(input, isFinal: isFinal)
        case UInt8(ascii: "]"), UInt8(ascii: "P"):
            guard let third = input.dropFirst(2).first else {
                return unfinished(input, isFinal: isFinal, alone: .alt(Character(Unicode.Scalar(second))))
            }
            // The digit or sign that every such answer goes on with; else it was Alt with the character.
            if (0x21..<0x40).contains(third) { return string(input, isFinal: isFinal) }
            return EscapeSequence(meaning: .keys([.alt(Character(Unicode.Scalar(second)))]), count: 2)
        case escape: return doubled(input, isFinal: isFinal)
        case 0x7F, 0x08: return EscapeSequence(meaning: .keys([.alt("\u{7F}")]), count: 2)
        case 0..<0x20: return EscapeSequence(meaning: .keys([.named(.escape)]), count: 1)
        default:
            let rest = plain(input.dropFirst(), isFinal: isFinal)
            if case .keys(let keys) = rest.meaning, case .character(let character)? = keys.first {
                return EscapeSequence(meaning: .keys([.alt(character)]), count: rest.count + 1)
            }
            return EscapeSequence(meaning: rest.meaning, count: rest.count + 1)
        }
    }

    /// Escape twice: rxvt and PuTTY put one before an arrow to say Alt; else the first one stands for itself.
    private static func doubled(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        let inner = read(input.dropFirst(), isFinal: isFinal)
        switch inner.meaning {
        case .keys([.named(.left)]): return EscapeSequence(meaning: .keys([.named(.wordLeft)]), count: inner.count + 1)
        case .keys([.named(.right)]):
            return EscapeSequence(meaning: .keys([.named(.wordRight)]), count: inner.count + 1)
        case .unfinished: return EscapeSequence(meaning: .unfinished, count: 1)
        case .keys, .nothing, .pasteStart: return EscapeSequence(meaning: .keys([.named(.escape)]), count: 1)
        }
    }

    /// A byte that begins no sequence: a control, or a character in UTF-8.
    private static func plain(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        guard let byte = input.first else { return EscapeSequence(meaning: .nothing, count: 0) }
        if byte < 0x80 {
            return EscapeSequence(meaning: KeyCode.key(ofASCII: byte).map { .keys([$0]) } ?? .nothing, count: 1)
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let bytes = input.prefix(length)
        let text = String(decoding: bytes, as: UTF8.self)
        let isCut =
            bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 } && byte >= 0xC2 && byte < 0xF5
        if isCut, !isFinal { return EscapeSequence(meaning: .unfinished, count: bytes.count) }
        guard let scalar = text.unicodeScalars.first, String(scalar).utf8.elementsEqual(bytes) else {
            return EscapeSequence(meaning: .keys([.character("\u{FFFD}")]), count: isCut ? bytes.count : 1)
        }
        // C1 controls are nobody's typing.
        if scalar.value < 0xA0 { return EscapeSequence(meaning: .nothing, count: bytes.count) }
        return EscapeSequence(meaning: .keys([.character(Character(scalar))]), count: bytes.count)
    }

    /// `ESC [`, parameters, intermediates, one final byte.
    private static func control(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        var at = input.startIndex + 2
        // The function keys of the Linux console: `ESC [ [ A`.
        if at < input.endIndex, input[at] == UInt8(ascii: "[") {
            guard at + 1 < input.endIndex else { return unfinished(input, isFinal: isFinal, alone: nil) }
            let number = Int(input[at + 1]) - 0x40
            return EscapeSequence(meaning: (1...5).contains(number) ? .keys([.function(number)]) : .nothing, count: 4)
        }
        while at < input.endIndex, (0x20..<0x40).contains(input[at]), at - input.startIndex < limit { at += 1 }
        guard at < input.endIndex else {
            return unfinished(input, isFinal: isFinal, alone: input.count == 2 ? .alt("[") : nil)
        }
        // A control or another Escape: this one was broken off.
        guard (0x40..<0x7F).contains(input[at]) else {
            return EscapeSequence(meaning: .nothing, count: at - input.startIndex)
        }
        if input[at] == UInt8(ascii: "M"), at == input.startIndex + 2 { return oldPointer(input, isFinal: isFinal) }
        let meaning = KeyCode.meaning(of: input[(input.startIndex + 2)..<at], final: input[at])
        return EscapeSequence(meaning: meaning, count: at + 1 - input.startIndex)
    }

    /// `ESC [ M` and three raw bytes, which is how a terminal tells of the mouse that knows no other way. They are
    /// swallowed: beyond the 95th column they are no characters. A control byte but 0 is none of them.
    private static func oldPointer(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        let bytes = input.dropFirst(3).prefix(3).prefix { $0 == 0 || $0 >= 0x20 }
        let isCut = bytes.count < 3 && input.count == 3 + bytes.count
        if isCut, !isFinal { return EscapeSequence(meaning: .unfinished, count: input.count) }
        return EscapeSequence(meaning: .nothing, count: 3 + bytes.count)
    }

    /// `ESC O` and one byte.
    private static func application(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        guard let byte = input.dropFirst(2).first else { return unfinished(input, isFinal: isFinal, alone: .alt("O")) }
        guard (0x40..<0x7F).contains(byte) else { return EscapeSequence(meaning: .keys([.alt("O")]), count: 2) }
        return EscapeSequence(meaning: KeyCode.key(ofApplication: byte).map { .keys([$0]) } ?? .nothing, count: 3)
    }

    /// What a terminal answers unasked (`ESC ]`, `ESC P`), up to its end.
    private static func string(_ input: ArraySlice<UInt8>, isFinal: Bool) -> EscapeSequence {
        var at = input.startIndex + 2
        while at < input.endIndex, at - input.startIndex < limit {
            if input[at] == 0x07 { return EscapeSequence(meaning: .nothing, count: at + 1 - input.startIndex) }
            if input[at] == escape, at + 1 < input.endIndex {
                let isEnd = input[at + 1] == UInt8(ascii: "\\")
                return EscapeSequence(meaning: .nothing, count: at - input.startIndex + (isEnd ? 2 : 0))
            }
            at += 1
        }
        return unfinished(input, isFinal: isFinal || input.count >= limit, alone: nil)
    }

    private static func unfinished(_ input: ArraySlice<UInt8>, isFinal: Bool, alone: Key?) -> EscapeSequence {
        guard isFinal else { return EscapeSequence(meaning: .unfinished, count: input.count) }
        return EscapeSequence(meaning: alone.map { .keys([$0]) } ?? .nothing, count: input.count)
    }
}
