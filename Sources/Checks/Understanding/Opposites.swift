/// What two places say in opposite words of one thing: with or without contrast, above or below the knee.
///
/// The word stands within three words before what it is of. A place that has both, or neither, differs from none.
enum Opposites {
    /// The first thing of which two places say the opposite, with the words of each.
    static func find(
        _ a: SectionText, _ first: Range<Int>, _ b: SectionText, _ second: Range<Int>
    ) -> (Range<Int>, Range<Int>)? {
        for (nouns, sides) in table {
            guard let mine = told(nouns, sides, a, first), let yours = told(nouns, sides, b, second),
                mine.side != yours.side
            else { continue }
            return (mine.place, yours.place)
        }
        return nil
    }

    /// On which side of a pair a place stands; nil where it says neither or both.
    private static func told(
        _ nouns: Set<String>, _ sides: [Set<String>], _ text: SectionText, _ range: Range<Int>
    ) -> (side: Int, place: Range<Int>)? {
        var found: (side: Int, place: Range<Int>)?
        for at in range where nouns.contains(text.tokens[at].text) {
            for word in max(range.lowerBound, at - 3)..<at {
                guard let side = sides.firstIndex(where: { $0.contains(text.tokens[word].text) }) else { continue }
                if let found, found.side != side { return nil }
                found = (side, word..<(at + 1))
            }
        }
        return found
    }

    private static let table: [(Set<String>, [Set<String>])] = [
        (["contrast", "gadolinium"], [["with"], ["without", "non", "no"]]),
        (["knee", "elbow"], [["above"], ["below"]]),
        (["release"], [["extended", "sustained", "controlled"], ["immediate"]]),
    ]
}
