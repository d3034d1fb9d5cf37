/// The sequence that asks a terminal to put text into its clipboard (OSC 52 of xterm).
public enum ClipboardSequence {
    /// The most bytes of UTF-8 that are sent: terminals drop sequences much longer than their 75,000 bytes of base64.
    public static let limit = 56_250

    /// The bytes for a text; nil for one that is longer than ``limit``.
    ///
    /// The text travels as base64 alone, so that none of it can drive the terminal.
    public static func bytes(for text: String) -> [UInt8]? {
        let content = Array(text.utf8)
        guard content.count <= limit else { return nil }
        return Array("\u{1B}]52;c;".utf8) + base64(content) + Array("\u{1B}\\".utf8)
    }

    /// Base64 by RFC 4648, section 4.
    private static func base64(_ content: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity((content.count + 2) / 3 * 4)
        for start in stride(from: 0, to: content.count, by: 3) {
            let group = content[start..<min(start + 3, content.count)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            var four: [UInt8] = []
            for _ in 0..<4 {
                four.append(alphabet[bits & 63])
                bits >>= 6
            }
            encoded += four.reversed().prefix(group.count + 1)
            encoded += Array(repeating: UInt8(ascii: "="), count: 3 - group.count)
        }
        return encoded
    }
}
