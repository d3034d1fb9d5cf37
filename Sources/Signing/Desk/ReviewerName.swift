/// The name of a reviewer, to see that it stands nowhere in what leaves the house (LC 4610.6(f)).
struct ReviewerName {
    private let words: [UInt8]

    /// A name; titles behind a comma (`, MD`) are no part of it.
    init(_ name: String) {
        words = ReviewerName.plain(Array((name.split(separator: ",").first ?? "").utf8))
    }

    /// Whether the whole name stands in a text, in any case of ASCII letters, over line ends too.
    ///
    /// A name of one word is not looked for: it would be found in the words of everyday.
    func stands(in text: [UInt8]) -> Bool {
        guard words.contains(32), let first = words.first else { return false }
        let text = ReviewerName.plain(text)
        guard text.count >= words.count else { return false }
        for at in 0...(text.count - words.count) where text[at] == first {
            guard text[at..<at + words.count].elementsEqual(words) else { continue }
            let after = at + words.count
            if at == 0 || !isLetter(text[at - 1]), after == text.count || !isLetter(text[after]) { return true }
        }
        return false
    }

    private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 128 }

    /// Small letters, and one space for each run of white space.
    private static func plain(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case 9, 10, 13, 32: if result.last ?? 32 != 32 { result.append(32) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 32)
            default: result.append(byte)
            }
        }
        while result.last == 32 { result.removeLast() }
        return result
    }
}
