import CaseModel

/// Reads what stands under the first heading: the organization's methodology and the reviewer's credentials.
struct CredentialsReader {
    let text: LetterText

    /// The paragraphs before the credentials.
    private(set) var methodology: Range<Int>
    /// The sentence before the credentials; empty when there is none.
    private(set) var leadIn: Range<Int>
    /// The two labels.
    private(set) var labels: [Range<Int>] = []
    private(set) var licensure: Range<Int>?
    private(set) var specialties: Range<Int>?

    /// Reads the words between the first heading and the second.
    init(_ text: LetterText, _ range: Range<Int>) {
        self.text = text
        (methodology, leadIn) = (range, range.upperBound..<range.upperBound)
        let state = label(in: range, ending: "licensure", beginning: "state")
        let specialty = label(in: range, ending: "specialty", beginning: "certification")
        let found = [state, specialty].compactMap { $0 }.sorted { $0.lowerBound < $1.lowerBound }
        guard let first = found.first else { return }
        labels = found
        for (index, label) in found.enumerated() {
            let end = index + 1 < found.count ? found[index + 1].lowerBound : range.upperBound
            if label == state { licensure = label.upperBound..<end } else { specialties = label.upperBound..<end }
        }
        leadIn = leadIn(before: first.lowerBound, from: range.lowerBound)
        methodology = range.lowerBound..<leadIn.lowerBound
    }

    /// The values of a list whose entries are parted by commas.
    func entries(_ range: Range<Int>?) -> [String] {
        guard let range else { return [] }
        return text.prose(range).text.utf8.split(separator: 44).map {
            Prose.normalized(String(decoding: $0, as: UTF8.self))
        }.filter { !$0.isEmpty }
    }

    /// The last label at the start of a line whose last word ends so and has a colon.
    private func label(in range: Range<Int>, ending: StaticString, beginning: StaticString) -> Range<Int>? {
        for word in range.reversed() {
            let spelling = text.spelling(word)
            guard spelling.last == 58, ASCII.ends(spelling.dropLast(), with: ending) else { continue }
            for start in stride(from: word, through: max(range.lowerBound, word - 3), by: -1)
            where ASCII.begins(text.spelling(start), with: beginning) {
                if isLineStart(start) { return start..<(word + 1) }
                if start > range.lowerBound, isLineStart(start - 1), isBullet(start - 1) {
                    return (start - 1)..<(word + 1)
                }
            }
        }
        return nil
    }

    /// Whether a word is a mark before an entry of a list.
    private func isBullet(_ word: Int) -> Bool {
        !text.spelling(word).contains { ASCII.isLetter($0) || ASCII.isDigit($0) }
            && text.words[word].end - text.words[word].start <= 3
    }

    private func isLineStart(_ word: Int) -> Bool {
        text.lines[text.words[word].line].words.lowerBound == word
    }

    /// The sentence that names the credentials: from its paragraph's start, or after the last line's full stop.
    private func leadIn(before label: Int, from first: Int) -> Range<Int> {
        guard label > first, text.spelling(label - 1).last == 58 else { return label..<label }
        var line = text.words[label - 1].line
        let top = text.words[first].line
        while line > top, !text.lines[line].opensParagraph,
            !text.endsSentence(text.lines[line].words.lowerBound - 1)
        {
            line -= 1
        }
        let start = max(first, text.lines[line].words.lowerBound)
        let names = (start..<label).contains { ASCII.begins(text.spelling($0), with: "credentials") }
        return names ? start..<label : label..<label
    }
}

/// The organization that a methodology names: the subject of “… sent the complete case file …”.
enum OrganizationName {
    /// The name, or an empty text when no sentence has that form.
    static func find(in methodology: String) -> String {
        let bytes = Array(methodology.utf8)
        guard let verb = ASCII.find(" sent the complete case file", in: bytes[...]) else { return "" }
        // A name may hold a full stop ("St. Anne Review"): near the start of its paragraph it is all there is.
        let paragraph = (bytes[..<verb.lowerBound].lastIndex(of: 10) ?? -1) + 1
        var start = verb.lowerBound
        if start - paragraph <= 100 {
            start = paragraph
        } else {
            while start > paragraph, !(bytes[start - 1] == 32 && start > 1 && bytes[start - 2] == 46) { start -= 1 }
        }
        return String(utf8: bytes[start..<verb.lowerBound])
    }
}
