/// A date, an amount or a part of the body that a text names.
///
/// They are found by the recognizers of the check, and where these give up nothing is told. A date is none of the
/// amounts; a side goes with its part of the body.
package struct TextMention: Hashable, Sendable {
    /// What is named.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// A day, a month or a year.
        case date
        /// A strength, a quantity, a frequency or a duration.
        case amount
        /// A part of the body, with its side where one is named, or a level of the spine.
        case bodyPart
    }

    /// What it is.
    package let kind: Kind
    /// Where it stands, in characters of the text.
    package let range: Range<Int>

    /// What a text names, from left to right, none over another.
    package static func all(in text: String) -> [TextMention] {
        let section = SectionText(text, .summary)
        var taken: [Range<Int>] = []
        var found: [(kind: Kind, tokens: Range<Int>)] = []
        func take(_ kind: Kind, _ ranges: [Range<Int>]) {
            for range in ranges where !range.isEmpty && !taken.contains(where: { $0.overlaps(range) }) {
                taken.append(range)
                found.append((kind, range))
            }
        }
        take(.date, DateScanner.dates(in: section).map(\.tokens))
        // What a frequency and a duration come to covers both, so the longer comes first.
        take(
            .amount,
            AmountScanner.amounts(in: section).map(\.tokens).sorted {
                ($0.count, $1.lowerBound) > ($1.count, $0.lowerBound)
            })
        take(.bodyPart, SidedPart.all(in: section, section.all).map(\.tokens))
        take(.bodyPart, Anatomy.bodies(in: section, section.all).filter { !$0.regions.isEmpty }.map(\.tokens))
        let places = CharacterPlaces(text)
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { kind, tokens in
            let (start, end) = (section.tokens[tokens.lowerBound].start, section.tokens[tokens.upperBound - 1].end)
            return TextMention(kind: kind, range: places[start]..<(places[end - 1] + 1))
        }
    }
}

/// The way from the scalars of a text to its characters.
private struct CharacterPlaces {
    /// The character of each scalar; nil where every character is one scalar.
    private let characters: [Int]?

    init(_ text: String) {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
        characters =
            isPlain ? nil : text.enumerated().flatMap { index, one in one.unicodeScalars.map { _ in index } }
    }

    subscript(scalar: Int) -> Int { characters.map { $0[scalar] } ?? scalar }
}
