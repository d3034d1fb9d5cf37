/// The codes of keys in the input of a terminal.
enum KeyCode {
    /// The key of an ASCII byte; nil for none.
    static func key(ofASCII byte: UInt8) -> Key? {
        switch byte {
        case 0x0D, 0x0A: .named(.enter)
        case 0x09: .named(.tab)
        case 0x1B: .named(.escape)
        case 0x7F, 0x08: .named(.backspace)
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x00, 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .character(Character(Unicode.Scalar(byte)))
        }
    }

    /// The key of `ESC O` and a byte: arrows and function keys, and the number block in application mode.
    static func key(ofApplication byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "a"): .named(.up)
        case UInt8(ascii: "b"): .named(.down)
        case UInt8(ascii: "c"): .named(.wordRight)
        case UInt8(ascii: "d"): .named(.wordLeft)
        case UInt8(ascii: "M"): .named(.enter)
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(byte - 0x40)))
        default: key(ofLetter: byte, modifiers: 0)
        }
    }

    /// What `ESC [` with these parameters and this final byte means.
    static func meaning(of parameters: ArraySlice<UInt8>, final: UInt8) -> EscapeSequence.Meaning {
        if parameters.first == UInt8(ascii: "<") { return pointer(parameters.dropFirst(), final: final) }
        // Answers of the terminal begin with one of `= > ?`; none of them is a key.
        if let first = parameters.first, first >= 0x3C { return .nothing }
        if parameters.isEmpty, final == UInt8(ascii: "I") || final == UInt8(ascii: "O") {
            return .keys([.focus(final == UInt8(ascii: "I"))])
        }
        let numbers = numbers(parameters)
        let first = numbers.first ?? 0
        let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
        let key: Key?
        switch final {
        case UInt8(ascii: "~") where first == 200: return .pasteStart
        case UInt8(ascii: "~") where first == 27 && numbers.count > 2:
            key = self.key(of: numbers[2], modifiers: modifiers)
        case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
            // rxvt says Ctrl by another final byte.
            key = self.key(ofNumber: first, modifiers: final == UInt8(ascii: "~") ? modifiers : Modifier.control)
        case UInt8(ascii: "u"): key = self.key(of: first, modifiers: modifiers)
        default: key = self.key(ofLetter: final, modifiers: modifiers)
        }
        return key.map { .keys([$0]) } ?? .nothing
    }

    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            part.prefix { (0x30...0x39).contains($0) }.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
    }

    /// A report of the mouse: button, column, row; `m` when a button went up.
    private static func pointer(_ parameters: ArraySlice<UInt8>, final: UInt8) -> EscapeSequence.Meaning {
        let numbers = numbers(parameters)
        guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m"),
            let event = PointerEvent(
                button: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == UInt8(ascii: "m"))
        else { return .nothing }
        return .keys([.pointer(event)])
    }

    private enum Modifier {
        static let shift = 1
        static let alt = 2
        static let control = 4
    }

    private static func isWordwise(_ modifiers: Int) -> Bool { modifiers & (Modifier.alt | Modifier.control) != 0 }

    private static func key(ofLetter byte: UInt8, modifiers: Int) -> Key? {
        switch byte {
        case UInt8(ascii: "A"): .named(.up)
        case UInt8(ascii: "B"): .named(.down)
        case UInt8(ascii: "C"): .named(isWordwise(modifiers) ? .wordRight : .right)
        case UInt8(ascii: "D"): .named(isWordwise(modifiers) ? .wordLeft : .left)
        case UInt8(ascii: "H"): edge(.home, modifiers)
        case UInt8(ascii: "F"): edge(.end, modifiers)
        case UInt8(ascii: "Z"): .named(.backTab)
        case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "R"), UInt8(ascii: "S"): .function(Int(byte) - 0x4F)
        default: nil
        }
    }

    /// Ctrl-Home and Ctrl-End have the meaning that editors give Alt-`<` and Alt-`>`: the ends of the whole text.
    private static func edge(_ key: NamedKey, _ modifiers: Int) -> Key {
        modifiers & Modifier.control == 0 ? .named(key) : .alt(key == .home ? "<" : ">")
    }

    private static func key(ofNumber number: Int, modifiers: Int) -> Key? {
        switch number {
        case 1, 7: edge(.home, modifiers)
        case 4, 8: edge(.end, modifiers)
        case 2: .named(.insert)
        case 3: isWordwise(modifiers) ? .alt("d") : .named(.delete)
        case 5: .named(.pageUp)
        case 6: .named(.pageDown)
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// The key of a character code with modifiers, as xterm (modifyOtherKeys) and kitty send it.
    private static func key(of code: Int, modifiers: Int) -> Key? {
        switch code {
        case 9: return .named(modifiers & Modifier.shift != 0 ? .backTab : .tab)
        case 13: return .named(.enter)
        case 27: return .named(.escape)
        case 8, 127: return isWordwise(modifiers) ? .alt("\u{7F}") : .named(.backspace)
        default: break
        }
        guard code >= 0x20, !(0x7F..<0xA0).contains(code), let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
        if modifiers & Modifier.control != 0, code < 0x7F {
            return .control(Character(Character(scalar).lowercased()))
        }
        return modifiers & Modifier.alt != 0 ? .alt(Character(scalar)) : .character(Character(scalar))
    }
}
