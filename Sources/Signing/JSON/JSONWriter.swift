/// Writes JSON always in the same bytes: members in the order given, two spaces a level, UTF-8, LF, a line end last.
struct JSONWriter {
    private var bytes: [UInt8] = []

    /// The bytes of a value.
    static func bytes(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value, level: 0)
        writer.bytes.append(10)
        return writer.bytes
    }

    private mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: put("null")
        case .boolean(let value): put(value ? "true" : "false")
        case .integer(let value): put(String(value))
        case .string(let text): quote(text)
        case .array(let values):
            list(values, "[", "]", level) { writer, value in writer.write(value, level: level + 1) }
        case .object(let members):
            list(members, "{", "}", level) { writer, member in
                writer.quote(member.name)
                writer.put(": ")
                writer.write(member.value, level: level + 1)
            }
        }
    }

    private mutating func list<Part>(
        _ parts: [Part], _ begin: String, _ end: String, _ level: Int, _ write: (inout JSONWriter, Part) -> Void
    ) {
        put(begin)
        for (index, part) in parts.enumerated() {
            if index > 0 { put(",") }
            line(level + 1)
            write(&self, part)
        }
        if !parts.isEmpty { line(level) }
        put(end)
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func line(_ level: Int) {
        bytes.append(10)
        bytes.append(contentsOf: repeatElement(32, count: 2 * level))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default:
                // What a terminal would act on or nobody would see is written as its number.
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator:
                    for unit in Character(scalar).utf16 { escape(unit) }
                default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = Array("0123456789abcdef".utf8)
        put("\\u")
        for shift in [12, 8, 4, 0] as [UInt16] { bytes.append(digits[Int(unit >> shift & 15)]) }
    }
}
