/// The item as a conclusion restates it.
///
/// It stands in the sentence of the conclusion: after "request for", "requested", "the remaining IMR eligible portion
/// of the original request," or from the sentence's start, up to the verb of the conclusion. A quotation inside is part
/// of it ("the request for "MRI of the right hip" is"). A sentence that retells a split request restates only what
/// follows its last "request,". It gives up when nothing but "the request" or "this" stands there.
enum Restatement {
    /// The places where a rationale restates its item: every concluding sentence, and "the request is for".
    static func all(_ conclusion: Conclusion?, in text: SectionText) -> [Range<Int>] {
        var result = (conclusion?.sentences ?? []).compactMap { find($0, in: text) }
        for sentence in text.sentences {
            guard let opening = text.first(of: openings, in: sentence), !text.isQuoted(opening.lowerBound) else {
                continue
            }
            let range = cut(opening.upperBound..<sentence.upperBound, in: text)
            if !range.isEmpty { result.append(range) }
        }
        return result
    }

    private static let openings = [
        ["request", "is", "for"], ["is", "a", "request", "for"], ["request", "was", "for"],
    ]

    private static func find(_ sentence: Range<Int>, in text: SectionText) -> Range<Int>? {
        guard
            let (_, words) = ConclusionScanner(text: text).strong(sentence)
                ?? ConclusionScanner(text: text).weak(sentence)
        else { return nil }
        let end = words.lowerBound
        guard sentence.lowerBound < end else { return nil }
        var start = sentence.lowerBound
        for at in sentence.lowerBound..<end {
            let word = text.tokens[at].text
            if word == "request" || word == "requests" || word == "requested" {
                start = at + 1
                if start < end, ["for", ",", "of", ":", "from"].contains(text.tokens[start].text) { start += 1 }
            } else if starts.contains(word), !names(at, in: text) {
                start = max(start, at + 1)
            }
        }
        while start < end, articles.contains(text.tokens[start].text) { start += 1 }
        let range = cut(start..<max(start, end), in: text)
        return range.isEmpty ? nil : range
    }

    /// Whether "above" is of the item itself: "an above-knee prosthesis".
    private static func names(_ above: Int, in text: SectionText) -> Bool {
        ["-", "knee", "elbow", "ankle"].contains { text.reads([$0], at: above + 1) }
    }

    /// The range up to the words that begin a reason.
    private static func cut(_ range: Range<Int>, in text: SectionText) -> Range<Int> {
        let end =
            range.first { at in
                guard reasons.contains(text.tokens[at].text) else { return false }
                // "MRI without contrast" names the item.
                return !(text.tokens[at].text == "without" && text.reads(["contrast"], at: at + 1))
            } ?? range.upperBound
        return range.lowerBound..<end
    }

    private static let starts: Set<String> = [
        "therefore", "above", "such", "case", "guidelines", "reasons", "improvement",
    ]
    private static let articles: Set<String> = ["for", ",", "the", "a", "an", ":", "\"", "of", "that", "additional"]
    private static let reasons: Set<String> = [
        "because", "due", "since", "which", "as", "given", "based", "after", "without", "who", "following", "when",
        "but",
        "while", "although", "though",
    ]
}
