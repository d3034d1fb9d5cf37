/// One word of a text as it is compared: what folds away is gone from its hash.
struct Word: Hashable {
    /// FNV-1a of the folded UTF-8.
    var hash: UInt64
    /// The hash of this word and the next written as one, where a hyphen or a unit after its number joins them; else 0.
    var joined: UInt64 = 0
    /// The first bytes of the folded word, for telling near words from far ones.
    var head: UInt32
    /// Where it begins in the text, in Unicode scalars.
    var start: Int32
    /// Where it ends.
    var end: Int32
    /// Whether it begins with a digit.
    var isNumber: Bool
    /// Whether an ellipsis stands before it.
    var followsEllipsis: Bool

    /// Where it stands, in Unicode scalars.
    var range: Range<Int> { Int(start)..<Int(end) }
}

/// How words of a text hash together.
enum Shingle {
    /// How many words make one.
    static let length = 3

    /// The hash of three words in a row.
    @inline(__always)
    static func hash(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt32 {
        var x = (a ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        x = ((x << 29) | (x >> 35)) ^ b
        x = x &* 0x94D0_49BB_1331_11EB
        x = ((x << 31) | (x >> 33)) ^ c
        x = (x ^ (x >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: x >> 32)
    }

    /// The hashes of a row of words, one for each place where three of them begin.
    static func hashes(_ words: some RandomAccessCollection<Word>) -> [UInt32] {
        let list = Array(words)
        guard list.count >= length else { return [] }
        return (0...(list.count - length)).map { hash(list[$0].hash, list[$0 + 1].hash, list[$0 + 2].hash) }
    }
}
