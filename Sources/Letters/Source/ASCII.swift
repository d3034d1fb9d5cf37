/// Bytes of ASCII, compared and classified without regard to locale.
enum ASCII {
    /// The byte in lower case when it is an ASCII letter.
    static func lower(_ byte: UInt8) -> UInt8 {
        byte >= 65 && byte <= 90 ? byte | 32 : byte
    }

    /// Whether the byte is an ASCII letter.
    static func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 32
        return lower >= 97 && lower <= 122
    }

    /// Whether the byte is an ASCII digit.
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// Whether the byte is a capital letter of ASCII.
    static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

    /// Whether bytes read as a text in lower case, whatever the case of their letters.
    static func equals(_ bytes: some Collection<UInt8>, _ other: StaticString) -> Bool {
        guard bytes.count == other.utf8CodeUnitCount else { return false }
        return matches(bytes, other)
    }

    /// Whether bytes begin with a text in lower case, whatever the case of their letters.
    static func begins(_ bytes: some Collection<UInt8>, with other: StaticString) -> Bool {
        guard bytes.count >= other.utf8CodeUnitCount else { return false }
        return matches(bytes, other)
    }

    /// Whether bytes end with a text in lower case, whatever the case of their letters.
    static func ends(_ bytes: ArraySlice<UInt8>, with other: StaticString) -> Bool {
        guard bytes.count >= other.utf8CodeUnitCount else { return false }
        return matches(bytes.suffix(other.utf8CodeUnitCount), other)
    }

    /// Where a text in lower case first stands in bytes at or after `from`, whatever the case of their letters.
    static func find(_ other: StaticString, in bytes: ArraySlice<UInt8>, from: Int? = nil) -> Range<Int>? {
        let size = other.utf8CodeUnitCount
        var at = from ?? bytes.startIndex
        guard size > 0 else { return nil }
        return other.withUTF8Buffer { wanted in
            while at + size <= bytes.endIndex {
                if lower(bytes[at]) == wanted[0] {
                    var k = 1
                    while k < size, lower(bytes[at + k]) == wanted[k] { k += 1 }
                    if k == size { return at..<(at + size) }
                }
                at += 1
            }
            return nil
        }
    }

    /// The bytes without spaces, commas and the like at either end.
    static func trimmed(_ bytes: ArraySlice<UInt8>, of marks: StaticString = " ") -> ArraySlice<UInt8> {
        var result = bytes
        marks.withUTF8Buffer { marks in
            while let first = result.first, marks.contains(first) { result.removeFirst() }
            while let last = result.last, marks.contains(last) { result.removeLast() }
        }
        return result
    }

    private static func matches(_ bytes: some Collection<UInt8>, _ other: StaticString) -> Bool {
        other.withUTF8Buffer { wanted in
            var k = 0
            for byte in bytes {
                if k == wanted.count { break }
                if lower(byte) != wanted[k] { return false }
                k += 1
            }
            return true
        }
    }
}

extension String {
    /// The text of UTF-8 bytes.
    init(utf8 bytes: ArraySlice<UInt8>) { self = String(decoding: bytes, as: UTF8.self) }
}
