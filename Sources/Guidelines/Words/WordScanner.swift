import Foundation

/// Finds the words of a text, folded for comparison.
///
/// Folded away: case, accents, typographic quotes, hyphens and dashes, spaces, line ends, punctuation, ligatures. Kept:
/// letters, digits, a point or comma between digits (`0.5`, `1,000`), an apostrophe within a word, and the signs that
/// carry a sense (`< > = % + $ ± × °`); `&` is the word "and". A hyphen parts words.
struct WordScanner {
    private enum Kind: UInt8 { case space, letter, digit, sign, hyphen, apostrophe, ampersand, point, comma, drop }

    private static let kinds: [Kind] = (0..<128).map { (byte: Int) -> Kind in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "+"),
            UInt8(ascii: "$"):
            .sign
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "'"): .apostrophe
        case UInt8(ascii: "&"): .ampersand
        case UInt8(ascii: "."): .point
        case UInt8(ascii: ","): .comma
        default: .space
        }
    }

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    private var words: [Word] = []
    private var word: Word?
    private var lastIsDigit = false
    private var lastIsLetter = false
    /// The hash of the word before, when nothing but what may join two words has come since.
    private var joining: UInt64?
    private var joiningIsHyphen = false
    private var lastWordEndsInDigit = false
    private var points = 0
    private var sawEllipsis = false
    private var place: Int32 = 0
    /// An apostrophe, point or comma that belongs to the word if a letter or digit follows.
    private var held: (byte: UInt8, place: Int32)?

    /// The words of a text in order.
    static func words(of text: String) -> [Word] {
        var scanner = WordScanner()
        var text = text
        text.withUTF8 { bytes in scanner.scan(bytes) }
        return scanner.words
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        words.reserveCapacity(bytes.count / 6 + 4)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                take(WordScanner.kinds[Int(byte)], byte)
                at += 1
            } else {
                let (scalar, width) = WordScanner.decode(bytes, at)
                take(scalar)
                at += width
            }
            place += 1
        }
        finish()
    }

    private mutating func take(_ kind: Kind, _ byte: UInt8) {
        switch kind {
        case .letter: append(byte | 0x20, isDigit: false)
        case .digit: append(byte, isDigit: true)
        case .sign: sign([byte])
        case .ampersand: sign(Array("and".utf8))
        case .hyphen: part(byHyphen: true)
        case .apostrophe:
            if word != nil, lastIsLetter, held == nil { held = (byte, place) } else { part(byHyphen: false) }
        case .point, .comma:
            if kind == .point { points += 1 } else { endPoints() }
            if word != nil, lastIsDigit, held == nil {
                held = (byte, place)
            } else {
                part(byHyphen: false, isPoint: kind == .point)
            }
        case .space: part(byHyphen: false, isSpace: byte == 0x20 || byte == 10 || byte == 13 || byte == 9)
        case .drop: break
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x02BC, 0x2032: take(.apostrophe, UInt8(ascii: "'"))
        case 0x2010...0x2015, 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D: part(byHyphen: true)
        case 0x2026:
            part(byHyphen: false)
            sawEllipsis = true
        case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: part(byHyphen: false, isSpace: true)
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0xAE, 0x2122, 0xA9: break
        case 0xB1, 0xD7, 0xF7, 0xB0: sign(Array(String(scalar).utf8))
        case 0x2264: sign(Array("<=".utf8))
        case 0x2265: sign(Array(">=".utf8))
        default:
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark: break
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
                .decimalNumber, .letterNumber, .otherNumber, .privateUse:
                let isDigit = properties.numericType != nil
                for byte in WordScanner.folded(scalar) { append(byte, isDigit: isDigit) }
            default: part(byHyphen: false)
            }
        }
    }

    /// The UTF-8 of a letter without case and accents.
    private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0xFB00...0xFB06:
            return Array(["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar.value - 0xFB00)].utf8)
        case 0xB5: return [0xCE, 0xBC]
        default: break
        }
        let plain = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars
        return Array(
            String(String.UnicodeScalarView(plain.filter { $0.properties.generalCategory != .nonspacingMark })).utf8)
    }

    private mutating func append(_ byte: UInt8, isDigit: Bool) {
        if let held {
            self.held = nil
            // A point or comma stays within a number, an apostrophe within a word.
            if held.byte == UInt8(ascii: "'") || isDigit {
                mix(held.byte)
            } else {
                close(end: held.place, byHyphen: false)
            }
        }
        if word == nil { begin(isNumber: isDigit) }
        mix(byte)
        word?.end = place + 1
        (lastIsDigit, lastIsLetter) = (isDigit, !isDigit)
        points = 0
    }

    private mutating func begin(isNumber: Bool) {
        if joining != nil, !joiningIsHyphen, !(lastWordEndsInDigit && !isNumber) { joining = nil }
        word = Word(
            hash: WordScanner.basis, head: 0, start: place, end: place + 1, isNumber: isNumber,
            followsEllipsis: sawEllipsis || points >= 3)
        (sawEllipsis, points) = (false, 0)
    }

    private mutating func mix(_ byte: UInt8) {
        guard var open = word else { return }
        open.hash = (open.hash ^ UInt64(byte)) &* WordScanner.prime
        if open.head < 0x0100_0000 { open.head = open.head << 8 | UInt32(byte) }
        word = open
        if let before = joining { joining = (before ^ UInt64(byte)) &* WordScanner.prime }
    }

    /// Something that is no part of a word.
    private mutating func part(byHyphen: Bool, isSpace: Bool = false, isPoint: Bool = false) {
        if let held {
            self.held = nil
            close(end: held.place, byHyphen: false)
            joining = nil
        } else if word != nil {
            close(end: place, byHyphen: byHyphen)
            if !byHyphen, !isSpace { joining = nil }
        } else if !isSpace {
            joining = nil
        }
        if !isSpace, !isPoint { endPoints() }
    }

    private mutating func endPoints() {
        if points >= 3 { sawEllipsis = true }
        points = 0
    }

    private mutating func close(end: Int32, byHyphen: Bool) {
        guard var open = word else { return }
        open.end = end
        if let joined = joining, !words.isEmpty { words[words.count - 1].joined = joined }
        words.append(open)
        word = nil
        joining = open.hash
        joiningIsHyphen = byHyphen
        lastWordEndsInDigit = lastIsDigit
        (lastIsDigit, lastIsLetter) = (false, false)
    }

    private mutating func sign(_ bytes: [UInt8]) {
        part(byHyphen: false)
        // `>=` is one sign.
        if bytes == [UInt8(ascii: "=")], let last = words.last, last.end == place,
            last.head == UInt32(UInt8(ascii: "<")) || last.head == UInt32(UInt8(ascii: ">"))
        {
            words.removeLast()
            word = last
        } else {
            begin(isNumber: false)
        }
        for byte in bytes { mix(byte) }
        close(end: place + 1, byHyphen: false)
        joining = nil
    }

    private mutating func finish() {
        if let held { close(end: held.place, byHyphen: false) } else { close(end: place, byHyphen: false) }
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        let byte = UInt32(bytes[at])
        // The bytes of a String are valid UTF-8.
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset] & 0x3F) }
        let (value, width): (UInt32, Int) =
            byte < 0xE0
            ? ((byte & 0x1F) << 6 | tail(1), 2)
            : byte < 0xF0
                ? ((byte & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
                : ((byte & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}
