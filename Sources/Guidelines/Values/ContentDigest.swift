/// The identity of a content: equal contents have equal digests, and different ones differ for all practical purposes.
///
/// It tells whether a text is still the one that was quoted. It is no signature: whoever wants to can make another
/// text with the same digest. Source: FNV-1a with 128 bits, draft-eastlake-fnv.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    /// The 128 bits.
    let bits: UInt128

    init(bits: UInt128) { self.bits = bits }

    /// The identity of a text, by its UTF-8.
    public init(of text: String) {
        var hasher = Hasher128()
        hasher.add(text)
        self = hasher.digest
    }

    /// Takes 32 hexadecimal digits; nil for anything else.
    public init?(hex: some StringProtocol) {
        guard hex.utf8.count == 32, !hex.hasPrefix("+"), let bits = UInt128(hex, radix: 16) else { return nil }
        self.bits = bits
    }

    /// 32 hexadecimal digits.
    public var hex: String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }

    /// The same as ``hex``.
    public var description: String { hex }
}

/// Digests several texts one after another; where one ends and the next begins counts.
struct Hasher128 {
    private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

    /// Adds a text.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var state = state
            for byte in bytes { state = Hasher128.step(state, byte) }
            self.state = state
        }
        // No text of UTF-8 holds this byte.
        state = Hasher128.step(state, 0xFF)
    }

    /// Adds a text that may be missing.
    mutating func add(_ text: String?) {
        if let text { add(text) } else { state = Hasher128.step(state, 0xFE) }
    }

    /// The identity of all that was added.
    var digest: ContentDigest { ContentDigest(bits: state) }

    @inline(__always)
    private static func step(_ state: UInt128, _ byte: UInt8) -> UInt128 {
        // The prime is 2^88 + 0x13B.
        let mixed = state ^ UInt128(byte)
        return (mixed &* 0x13B) &+ (mixed << 88)
    }
}
