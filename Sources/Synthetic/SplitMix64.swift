/// A small generator of random numbers, the same on every machine for the same seed.
///
/// Source: Sebastiano Vigna, "splitmix64.c" (public domain, 2015).
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that starts at a seed.
    package init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number within the range. The bias is below one in 2⁵⁰ for the ranges used here.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// One of several texts; empty when there is none.
    mutating func one(of texts: [String]) -> String { texts.isEmpty ? "" : texts[number(0...(texts.count - 1))] }

    /// So many different texts, fewer when there are not as many, in random order.
    mutating func some(_ count: Int, of texts: [String]) -> [String] {
        var rest = texts
        var chosen: [String] = []
        while chosen.count < count, !rest.isEmpty { chosen.append(rest.remove(at: number(0...(rest.count - 1)))) }
        return chosen
    }
}
