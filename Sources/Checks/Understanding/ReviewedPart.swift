/// The part of a sentence about utilization review that is about one item.
///
/// In a letter of one item it is the sentence from its first word of decision or "request" on. Among several items it
/// is what stands between the item's own first telling word and the first one of another item; it gives up when that
/// word is not in the sentence, or is not the item's alone.
enum ReviewedPart {
    static func find(_ item: UnderstoodItem, among letter: UnderstoodLetter, in sentence: Range<Int>) -> Range<Int>? {
        let text = letter.summary
        // What utilization review gave as its reason is no item.
        var end = sentence.lowerBound
        while end < sentence.upperBound, !reasons.contains(text.tokens[end].text) { end += 1 }
        guard
            let start = (sentence.lowerBound..<end).first(where: {
                text.tokens[$0].text.hasPrefix("request") || text.tokens[$0].text == "certified"
                    || text.tokens[$0].text == "denied"
            })
        else { return nil }
        let part = start..<end
        if text.first(of: [["to", "allow"], ["modified"], ["partially"]], in: sentence) != nil, item.split == nil {
            return nil
        }
        guard letter.items.count > 1 else { return part }
        guard let key = key(of: item, among: letter), let at = part.first(where: { text.tokens[$0].text == key }) else {
            return nil
        }
        var last = at + 1
        while last < end, text.tokens[last].text != "and", text.tokens[last].text != ";" {
            if text.tokens[last].text == ",", last + 1 < end, !text.tokens[last + 1].isNumber { break }
            last += 1
        }
        return at..<last
    }

    /// A sentence up to the reasons that it gives.
    static func decision(_ sentence: Range<Int>, in text: SectionText) -> Range<Int> {
        sentence.lowerBound..<(sentence.first { reasons.contains(text.tokens[$0].text) } ?? sentence.upperBound)
    }

    /// The first word of an item that no other item has.
    private static func key(of item: UnderstoodItem, among letter: UnderstoodLetter) -> String? {
        for token in item.head.tokens.prefix(6)
        where token.isWord && !general.contains(token.text)
            && (token.length > 4 || RequestTold.isAbbreviation(token, in: item.head))
        {
            let others = letter.items.filter { $0.number != item.number }
            if !others.contains(where: { $0.head.holds([token.text], in: $0.head.all) }) { return token.text }
            return nil
        }
        return nil
    }

    private static let reasons: Set<String> = [
        "due", "because", "noting", "as", "citing", "since", "reason", "given", "lack", "based", "stating",
    ]
    private static let general: Set<String> = [
        "right", "left", "therapy", "physical", "associated", "surgical", "service",
    ]
}
