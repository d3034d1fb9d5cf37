import CaseModel

/// Guideline text that was copied without quotation marks, or "(Author, year)" with no reference.
struct QuotationUnmarked: Rule {
    let id = "quotation.unmarked"
    let usualSeverity = Severity.note

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            let text = item.rationale
            let references = text.all.filter { isReference($0, item) }
            let copied = text.sentences.compactMap { copiedHeading($0, text) }
            guard !references.isEmpty || !copied.isEmpty else { return nil }
            let evidence =
                copied.prefix(2).map { text.evidence($0) }
                + references.prefix(2).map { text.evidence($0..<($0 + 5)) }
            return Observation(
                item: item.number,
                references.isEmpty
                    ? "The passage reads like the guideline's own words, without quotation marks."
                    : "“\(text.words(references[0]..<(references[0] + 5)))” refers to a study that the letter does not name.",
                evidence)
        }
    }

    /// "(Colorado, 2002)" whose author no citation names.
    private func isReference(_ at: Int, _ item: UnderstoodItem) -> Bool {
        let text = item.rationale
        guard at + 4 < text.tokens.count, text.tokens[at].text == "(", text.tokens[at + 1].isWord,
            text.tokens[at + 1].isCapital, text.tokens[at + 1].length > 3, text.tokens[at + 2].text == ",",
            text.tokens[at + 3].length == 4, let year = text.tokens[at + 3].whole, (1950...2100).contains(year),
            text.tokens[at + 4].text == ")", !text.isQuoted(at), DateScanner.month(text.tokens[at + 1].text) == nil
        else { return false }
        return !item.reviewerGuideline.holds([text.tokens[at + 1].text], in: item.reviewerGuideline.all)
    }

    /// "According to …, lumbar block Recommended as indicated below.": the heading of a guideline in mid-sentence.
    private func copiedHeading(_ sentence: Range<Int>, _ text: SectionText) -> Range<Int>? {
        guard
            let place = text.first(
                of: [["recommended", "as"], ["recommended", "for"], ["as", "indicated", "below"]], in: sentence),
            !text.isQuoted(place.lowerBound)
        else { return nil }
        let isHeading = text.tokens[place.lowerBound].isCapital && place.lowerBound > sentence.lowerBound
        let pointsBelow = text.first(of: [["as", "indicated", "below"], ["listed", "below"]], in: sentence) != nil
        return isHeading || pointsBelow ? sentence : nil
    }
}
