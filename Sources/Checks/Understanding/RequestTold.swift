import CaseModel

/// Where a summary tells that an item was requested, with its numbers.
///
/// Recognized are sentences with "request", "requested", "RFA" or "authorization" that tell no decision and name the
/// item by its telling word, the first long word of its head that is neither general nor a part of the body ("physical",
/// "acupuncture", the name of a drug). What is read is the stretch around that word between commas, semicolons and an
/// "and" that no number follows. It gives up on items whose telling word another item of the letter has too, and on
/// sentences about an earlier request ("previously requested").
enum RequestTold {
    static func all(of item: UnderstoodItem, among letter: UnderstoodLetter) -> [Range<Int>] {
        guard let word = word(of: item, among: letter) else { return [] }
        let text = letter.summary
        return text.sentences.compactMap { sentence in
            guard !letter.reviewSentences.contains(sentence), text.holds(requests, in: sentence),
                !text.holds(others, in: sentence), !text.holds(DateRoles.decisions, in: sentence),
                let request = sentence.first(where: { requests.contains(text.tokens[$0].text) }),
                let at = (request..<sentence.upperBound).first(where: { text.tokens[$0].text == word }),
                !text.isQuoted(at)
            else { return nil }
            return stretch(around: at, in: (request + 1)..<sentence.upperBound, text)
        }
    }

    private static func stretch(around at: Int, in sentence: Range<Int>, _ text: SectionText) -> Range<Int> {
        var (start, end) = (at, at + 1)
        while start > sentence.lowerBound, !isBound(start - 1, text) { start -= 1 }
        while end < sentence.upperBound, !isBound(end, text) { end += 1 }
        return start..<end
    }

    private static func isBound(_ at: Int, _ text: SectionText) -> Bool {
        let word = text.tokens[at].text
        return word == "," || word == ";" || word == "." || word == "and" || word == "with" || word == ":"
            || word == "for" && at + 1 < text.tokens.count
                && text.tokens[at + 1].text == "authorization"
    }

    private static func word(of item: UnderstoodItem, among letter: UnderstoodLetter) -> String? {
        guard let word = tellingWord(of: item) else { return nil }
        let isShared = letter.items.contains { other in
            other.number != item.number && other.head.holds([word], in: other.head.all)
        }
        return isShared ? nil : word
    }

    /// The word that tells an item from others of its letter; nil when its head begins with none.
    static func tellingWord(of item: UnderstoodItem) -> String? {
        item.head.tokens.prefix(8).first { token in
            token.isWord && token.length > 4 && !general.contains(token.text)
                && NumberWords.plain(0, 1, in: SectionText(token.text, .head)) == nil
        }?.text
    }

    /// The stretches around a word in a range.
    static func stretches(of word: String, in range: Range<Int>, _ text: SectionText) -> [Range<Int>] {
        range.filter { text.tokens[$0].text == word }.map { stretch(around: $0, in: range, text) }
    }

    private static let requests: Set<String> = ["request", "requests", "requested", "rfa", "authorization"]
    private static let others: Set<String> = [
        "previously", "previous", "prior", "earlier", "completed", "received", "attended", "initial", "another",
    ]
    private static let general: Set<String> = [
        "right", "left", "bilateral", "additional", "lumbar", "cervical", "thoracic", "shoulder", "elbow", "wrist",
        "ankle", "spine", "associated", "surgical", "service", "request", "sessions", "session", "visits", "visit",
        "times", "weeks", "months", "month", "retrospective", "therapy", "treatment", "outpatient", "single",
        "container", "supply", "three", "seven", "eight",
    ]
}
