/// Reads JSON strictly (RFC 8259), and more strictly in three ways: numbers are whole, the names of an object differ,
/// and nothing is nested more than sixteen deep.
struct JSONParser {
    private let bytes: [UInt8]
    private var at = 0

    /// The value that the bytes write.
    /// - Throws: ``SigningError/notJSON(byte:problem:)``.
    static func parse(_ bytes: [UInt8]) throws(SigningError) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .notJSON(byte: 0, problem: "the file is not UTF-8 text")
        }
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == bytes.count else { throw parser.wrong("something follows after the end") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func wrong(_ problem: String) -> SigningError { .notJSON(byte: at, problem: problem) }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard at + count <= bytes.count,
            word.withUTF8Buffer({ bytes[at..<at + count].elementsEqual($0) })
        else { return false }
        at += count
        return true
    }

    private mutating func value(depth: Int) throws(SigningError) -> JSONValue {
        guard depth < 16 else { throw wrong("it is nested too deep") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n") where take("null"): return .null
        case UInt8(ascii: "t") where take("true"): return .boolean(true)
        case UInt8(ascii: "f") where take("false"): return .boolean(false)
        case .some(let byte) where byte == UInt8(ascii: "-") || (48...57).contains(byte):
            return .integer(try number())
        default: throw wrong("a value is expected")
        }
    }

    private mutating func number() throws(SigningError) -> Int {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        while let byte = next, (48...57).contains(byte) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        // One way to write each number: no fraction, no exponent, no leading zero, no minus zero.
        let isWhole = !".eE".utf8.contains(next ?? 0)
        guard isWhole, let number = Int(text), String(number) == text else { throw wrong("a whole number is expected") }
        return number
    }

    private mutating func array(_ depth: Int) throws(SigningError) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return .array([]) }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .array(values) }
            guard take(",") else { throw wrong("a comma or ] is expected") }
        }
    }

    private mutating func object(_ depth: Int) throws(SigningError) -> JSONValue {
        at += 1
        var members: [JSONMember] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object([]) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw wrong("a name is expected") }
            let name = try string()
            guard names.insert(name).inserted else { throw wrong("a name stands twice in one object") }
            skipSpace()
            guard take(":") else { throw wrong("a colon is expected") }
            members.append(JSONMember(name: name, value: try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw wrong("a comma or } is expected") }
        }
    }

    private mutating func string() throws(SigningError) -> String {
        at += 1
        var text = ""
        while true {
            let start = at
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 { at += 1 }
            if at > start { text += String(decoding: bytes[start..<at], as: UTF8.self) }
            if take("\"") { return text }
            guard take("\\") else { throw wrong("a text has no end") }
            text.unicodeScalars.append(try escaped())
        }
    }

    private mutating func escaped() throws(SigningError) -> Unicode.Scalar {
        let letter = next
        at += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try unit()
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard UTF16.isLeadSurrogate(first), take("\\u") else { throw wrong("half a character") }
            let second = try unit()
            guard UTF16.isTrailSurrogate(second),
                let scalar = Unicode.Scalar(0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF)
            else { throw wrong("half a character") }
            return scalar
        default: throw wrong("there is no such escape")
        }
    }

    private mutating func unit() throws(SigningError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw wrong("four hexadecimal digits are expected")
            }
            value = value << 4 | UInt16(digit)
            at += 1
        }
        return value
    }
}
