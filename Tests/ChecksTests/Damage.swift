import CaseModel
import Letters

@testable import Checks

/// One way to damage a sound determination, and the rules of which one must find it.
struct Damage: Sendable, CustomStringConvertible {
    /// What recall is counted by.
    enum Group: String, Sendable, CaseIterable {
        case dates, decisions, arithmetic, citations, amounts, sides, persons, absence, other

        /// The share that must be found.
        var least: Double {
            switch self {
            case .dates, .decisions, .arithmetic, .citations: 0.95
            default: 0.85
            }
        }
    }

    let group: Group
    let name: String
    let rules: Set<String>
    /// The damaged determination; nil where the letter has nothing to damage in this way.
    let apply: @Sendable (Determination, inout SeededNumbers) -> Determination?

    var description: String { "\(group.rawValue): \(name)" }
}

/// A sequence of numbers that a seed determines (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension String {
    /// The text with the first whole occurrence of a word replaced; nil when it is not there.
    func replacing(word: String, by other: String) -> String? {
        let section = SectionText(self, .summary)
        let wanted = SectionText(word, .summary).tokens.map(\.text)
        guard let at = section.all.first(where: { section.reads(wanted, at: $0) }) else { return nil }
        let scalars = section.scalars
        let end = section.tokens[at + wanted.count - 1].end
        return String(String.UnicodeScalarView(scalars[..<section.tokens[at].start])) + other
            + String(String.UnicodeScalarView(scalars[end...]))
    }

    /// The text with the first occurrence of any of some words replaced by its partner.
    func swapping(_ pairs: [(String, String)]) -> String? {
        let section = SectionText(self, .summary)
        for token in section.tokens {
            guard let pair = pairs.first(where: { $0.0 == token.text || $0.1 == token.text }) else { continue }
            return replacing(word: token.text, by: pair.0 == token.text ? pair.1 : pair.0)
        }
        return nil
    }
}
