/// Cuts running text into sentences.
package enum Sentences {
    /// Abbreviations after which a full stop ends nothing.
    private static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "vs", "no", "e.g", "i.e", "etc", "al", "fig", "sec", "approx", "st",
    ]

    /// The sentences of a text, in characters, without the space between them; together they are the whole text.
    ///
    /// A sentence ends at `.`, `!` or `?`, with the quotation marks and brackets that close it, when white space and
    /// something other than a small letter follow, and at a line break. A full stop after an abbreviation or a single
    /// letter ends nothing.
    package static func ranges(of text: String) -> [Range<Int>] {
        let characters = Array(text)
        var ranges: [Range<Int>] = []
        var start = 0
        var at = 0
        func close(_ end: Int) {
            var (first, last) = (start, end)
            while first < last, characters[first].isWhitespace { first += 1 }
            while last > first, characters[last - 1].isWhitespace { last -= 1 }
            if first < last { ranges.append(first..<last) }
        }
        while at < characters.count {
            let character = characters[at]
            at += 1
            if character.isNewline {
                close(at)
                start = at
                continue
            }
            guard ".!?".contains(character) else { continue }
            let stop = at
            while at < characters.count, "\"'”’)]»".contains(characters[at]) { at += 1 }
            guard at == characters.count || characters[at].isWhitespace else { continue }
            if character == ".", at == stop, isAbbreviation(characters[start..<at]) { continue }
            let next = characters[at...].first { !$0.isWhitespace }
            if let next, next.isLowercase { continue }
            close(at)
            start = at
        }
        close(characters.count)
        return ranges
    }

    private static func isAbbreviation(_ text: ArraySlice<Character>) -> Bool {
        let word = String(text.reversed().drop { !$0.isLetter && !$0.isNumber }.prefix { !$0.isWhitespace }.reversed())
            .drop { !$0.isLetter && !$0.isNumber }.lowercased()
        return (word.count == 1 && word.first?.isLetter == true) || abbreviations.contains(word)
    }

    /// The sentence in which a character stands, or the last one before it; nil when the text has none.
    static func around(_ offset: Int, in text: String) -> Range<Int>? {
        let ranges = ranges(of: text)
        return ranges.last { $0.lowerBound <= offset } ?? ranges.first
    }
}
