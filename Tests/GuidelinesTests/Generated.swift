import CaseModel
import Guidelines

/// A small generator of random numbers, the same on every machine for the same seed.
///
/// Source: Sebastiano Vigna, "splitmix64.c" (public domain, 2015).
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}

/// Guidelines of made-up words: few common ones and many rare ones, as in a real text.
struct GeneratedGuidelines {
    private var random: SplitMix64
    private let vocabulary: [String]

    init(seed: UInt64, words: Int = 8_000) {
        var random = SplitMix64(seed: seed)
        let syllables = [
            "ba", "ce", "di", "fo", "gu", "ha", "le", "mi", "no", "pra", "ri", "sta", "tu", "ver", "ten", "sol",
        ]
        var seen: Set<String> = []
        var list = ["the", "of", "and", "to", "in", "is", "for", "with", "pain", "treatment", "not", "be", "may", "a"]
        seen.formUnion(list)
        while list.count < words {
            let word = (0..<random.number(2...4)).map { _ in syllables[random.number(0...(syllables.count - 1))] }
                .joined()
            if seen.insert(word).inserted { list.append(word) }
        }
        vocabulary = list
        self.random = random
    }

    /// A word; its rank is spread evenly over the orders of magnitude.
    mutating func word() -> String {
        var limit = vocabulary.count
        while limit > 16, random.chance(45) { limit /= 8 }
        return vocabulary[random.number(0...(max(limit, 14) - 1))]
    }

    /// A passage of so many words with numbers and punctuation.
    mutating func passage(words: Int) -> String {
        var text = ""
        for index in 0..<words {
            var word = random.chance(5) ? String(random.number(2...400)) : word()
            if index == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
            if !text.isEmpty { text += " " }
            text += word
            if index == words - 1 { text += "." } else if random.chance(8) { text += "," }
        }
        return text
    }

    /// Guidelines with sections of ten passages of thirty to ninety words.
    mutating func guidelines(editions: Int, passages: Int) -> [ReadGuideline] {
        (0..<editions).map { index in
            var sections: [ReadSection] = []
            var left = passages
            while left > 0 {
                let title = (0..<random.number(1...5)).map { _ in word() }.joined(separator: " ")
                let texts = (0..<min(10, left)).map { _ in passage(words: random.number(30...90)) }
                sections.append(
                    ReadSection(
                        path: String(sections.count + 1), number: "\(sections.count + 1)", title: title, depth: 1,
                        passages: texts))
                left -= texts.count
            }
            let chapter = (0..<3).map { _ in word() }.joined(separator: " ")
            let matter = FrontMatter(
                publisher: "MTUS", title: "Generated", chapters: ["\(chapter) \(index)"], year: 1990 + index % 35,
                isDemonstration: true)
            return ReadGuideline(matter, sections: sections)
        }
    }
}

/// Damages quotations in the ways that rationales do, and says what it did.
struct DamageGenerator {
    /// One damage, by the words without punctuation.
    enum Damage: Hashable {
        case changed(from: String, to: String)
        case dropped(String)
        case added(String)
        case elided(String)
    }

    /// A damaged quotation.
    struct Quotation {
        var text: String
        var damages: [Damage]
    }

    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func pick(_ count: Int) -> Int { random.number(0...(count - 1)) }

    /// A stretch of a passage, word for word but wrapped and set differently.
    mutating func exact(_ passage: String, words: ClosedRange<Int>) -> Quotation {
        Quotation(text: rewrapped(stretch(passage, words)), damages: [])
    }

    /// A stretch of a passage with damages at least four words apart, none of them at its ends.
    mutating func damaged(_ passage: String, words: ClosedRange<Int>, damages most: Int) -> Quotation {
        let original = stretch(passage, words)
        var result: [String] = []
        var damages: [Damage] = []
        var index = 0
        var next = 2 + random.number(0...4)
        while index < original.count {
            let word = DamageGenerator.bare(original[index])
            guard index == next, damages.count < most, index + 3 < original.count else {
                result.append(original[index])
                index += 1
                continue
            }
            switch random.number(0...5) {
            case 0:
                let other = "xylo\(word.prefix(3))q"
                result.append(other)
                damages.append(.changed(from: word, to: other))
            case 1:
                damages.append(.dropped(word))
            case 2:
                let other = DamageGenerator.bare(original[index + 1])
                if other != word {
                    result += [other, word]
                    damages += [.changed(from: word, to: other), .changed(from: other, to: word)]
                } else {
                    result += [word, other]
                }
                index += 1
            case 3 where index + 10 < original.count:
                let count = random.number(2...6)
                let left = original[index..<(index + count)].map(DamageGenerator.bare)
                result.append(["...", "\u{2026}", "[...]", ". . ."][random.number(0...3)])
                damages.append(.elided(left.joined(separator: " ")))
                index += count - 1
            case 4:
                result += [word, "zusatzwort"]
                damages.append(.added("zusatzwort"))
            default:
                let other = String(random.number(500...999))
                result.append(other)
                damages.append(.changed(from: word, to: other))
            }
            index += 1
            next = index + 4 + random.number(0...8)
        }
        return Quotation(text: rewrapped(result), damages: damages)
    }

    private mutating func stretch(_ passage: String, _ words: ClosedRange<Int>) -> [String] {
        let all = passage.split(separator: " ").map(String.init)
        let count = min(random.number(words), all.count)
        let start = random.number(0...(all.count - count))
        return Array(all[start..<(start + count)])
    }

    private mutating func rewrapped(_ words: [String]) -> String {
        var text = ""
        for word in words {
            if !text.isEmpty { text += random.chance(10) ? "\n   " : random.chance(3) ? "\u{A0}" : " " }
            text += random.chance(3) ? word.uppercased() : word
        }
        return text
    }

    /// A word without the punctuation after it.
    static func bare(_ word: String) -> String { String(word.filter { $0.isLetter || $0.isNumber }).lowercased() }
}

/// What an alignment reports, in the same words.
func reported(_ alignment: Alignment, in rationale: String, passages: [String]) -> [DamageGenerator.Damage] {
    alignment.differences.map { part in
        let to = text(rationale, part.quotation)
        let from = text(passages[part.passageIndex], part.passage)
        return switch part.kind {
        case .changed: .changed(from: DamageGenerator.bare(from), to: DamageGenerator.bare(to))
        case .dropped: .dropped(DamageGenerator.bare(from))
        case .added: .added(DamageGenerator.bare(to))
        case .elided:
            .elided(from.split(separator: " ").map { DamageGenerator.bare(String($0)) }.joined(separator: " "))
        case .same: .added("")
        }
    }
}

/// The scalars of a range.
func text(_ text: String, _ range: Range<Int>) -> String {
    let scalars = Array(text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
}
