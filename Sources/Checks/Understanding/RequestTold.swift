import CaseModel

/// Where a summary tells that an item was requested, with its numbers.
///
/// Recognized are sentences with "request", "requested", "RFA" or "authorization" that tell no decision and name the
/// item by its telling word, the first word of its head that is long, in capitals or its opening, and neither general nor a
/// part of the body ("physical", "MRI", the name of a drug). What is read is the stretch around that word between commas, semicolons and an
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
        while end < sentence.upperBound {
            if let more = furtherPlace(end, sentence, text) {
                end = more
            } else if isBound(end, text) {
                break
            } else {
                end += 1
            }
        }
        return start..<end
    }

    /// Where a list of parts of the body goes on to behind a comma or an "and": "left hip, lower leg and knee".
    ///
    /// What names a thing after the part, "left hip, knee brace", is another item.
    private static func furtherPlace(_ at: Int, _ sentence: Range<Int>, _ text: SectionText) -> Int? {
        guard text.tokens[at].text == "," || text.tokens[at].text == "and" else { return nil }
        var next = at + 1
        if next < sentence.upperBound, text.tokens[next].text == "and" { next += 1 }
        let start = next
        while next < sentence.upperBound {
            let rest = next..<min(sentence.upperBound, next + 2)
            if let body = Anatomy.bodies(in: text, rest).first, body.tokens.lowerBound == next {
                next = body.tokens.upperBound
            } else if Anatomy.sides(in: text, next..<(next + 1)).first != nil {
                next += 1
            } else {
                break
            }
        }
        guard next > start, !Anatomy.bodies(in: text, start..<next).isEmpty else { return nil }
        let isEnd = next == sentence.upperBound || isBound(next, text) || placeEnds.contains(text.tokens[next].text)
        return isEnd ? next : nil
    }

    private static let placeEnds: Set<String> = ["(", "dos", "for", "due", "on", "by", "as", "was", "were", "at"]

    private static func isBound(_ at: Int, _ text: SectionText) -> Bool {
        let word = text.tokens[at].text
        return word == "," || word == ";" || word == "." || word == "and" || word == "with" || word == ":"
            || word == "for" && at + 1 < text.tokens.count
                && text.tokens[at + 1].text == "authorization"
    }

    /// The telling word of an item when no other item has it.
    static func word(of item: UnderstoodItem, among letter: UnderstoodLetter) -> String? {
        guard let word = tellingWord(of: item) else { return nil }
        let isShared = letter.items.contains { other in
            other.number != item.number && other.head.holds([word], in: other.head.all)
        }
        return isShared ? nil : word
    }

    /// The word that tells an item from others of its letter; nil when its head begins with none.
    ///
    /// A long word, an abbreviation in capitals ("MRI"), or a short word that opens the head ("Soma").
    static func tellingWord(of item: UnderstoodItem) -> String? {
        let head = item.head
        return head.all.prefix(8).first { at in
            let token = head.tokens[at]
            guard token.isWord, !general.contains(token.text), Anatomy.level(token) == nil,
                NumberWords.plain(at, at + 1, in: head) == nil
            else { return false }
            let isOpening = at == 0 && token.length > 2 && Anatomy.regions(in: head, at..<(at + 1)).isEmpty
            return token.length > 4 || isOpening || isAbbreviation(token, in: head)
        }.map { head.tokens[$0].text }
    }

    /// Whether a word is written in capitals only.
    static func isAbbreviation(_ token: Token, in text: SectionText) -> Bool {
        (2...5).contains(token.length)
            && text.scalars[token.start..<token.end].allSatisfy { (65...90).contains($0.value) }
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
        "container", "supply", "without", "under", "after", "before", "portable", "total", "post", "pre", "the", "for",
        "one", "two", "and", "with", "new", "per", "imr", "ur",
    ]
}
