/// Knows which words are spelled rightly; the rule of spelling is silent without one.
///
/// Words are given in lower case. An answer may take as long as the dictionaries need to be read the first time, so it
/// is asked for off the thread that answers keys.
package protocol SpellingJudge: Sendable {
    /// Whether a word stands in the dictionaries.
    func isKnown(_ word: String) -> Bool
    /// A known word from which one letter was lost, doubled, swapped or mistaken; nil when no known word is so near.
    func correction(of word: String) -> String?
}

/// The words one slip away from a word, the likelier slips first.
enum Slips {
    /// Two letters swapped, one too many, one mistaken, one missing.
    static func undone(_ word: String) -> [String] {
        let letters = Array(word.utf8)
        var result: [[UInt8]] = []
        for at in letters.indices.dropLast() where letters[at] != letters[at + 1] {
            var other = letters
            other.swapAt(at, at + 1)
            result.append(other)
        }
        for at in letters.indices {
            var other = letters
            other.remove(at: at)
            result.append(other)
        }
        // A letter doubled is the likeliest one to be lost.
        for at in letters.indices {
            var other = letters
            other.insert(letters[at], at: at)
            result.append(other)
        }
        for at in letters.indices {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != letters[at] {
                var other = letters
                other[at] = letter
                result.append(other)
            }
        }
        for at in 0...letters.count {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
                var other = letters
                other.insert(letter, at: at)
                result.append(other)
            }
        }
        return result.map { String(decoding: $0, as: UTF8.self) }
    }
}
