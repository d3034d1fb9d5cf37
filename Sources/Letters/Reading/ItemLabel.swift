/// A label of an item at the start of a line.
struct ItemLabel {
    /// Which of the three labels it is.
    enum Kind: Hashable { case claimsAdministrator, reviewer, rationale }

    var kind: Kind
    /// The line it begins.
    var line: Int
    /// Its words.
    var words: Range<Int>
}

/// Finds the labels of items, learning how the organization names itself in its own.
struct LabelFinder {
    let text: LetterText
    /// The words before "guideline:" in the reviewer's label, as the first one spells them.
    private(set) var reviewerLabel: Range<Int>?

    init(_ text: LetterText, lines: Range<Int>) {
        self.text = text
        reviewerLabel =
            learn(lines, onlyAfterAdministrator: true, onlyParagraphs: true)
            ?? learn(lines, onlyAfterAdministrator: true, onlyParagraphs: false)
            ?? learn(lines, onlyAfterAdministrator: false, onlyParagraphs: false)
    }

    /// The labels of a run of lines, in order.
    func labels(_ lines: Range<Int>) -> [ItemLabel] {
        lines.compactMap { line in
            let first = text.lines[line].words.lowerBound
            if let words = administrator(first) {
                return ItemLabel(kind: .claimsAdministrator, line: line, words: words)
            }
            if let words = rationale(first) { return ItemLabel(kind: .rationale, line: line, words: words) }
            if let words = reviewer(first) { return ItemLabel(kind: .reviewer, line: line, words: words) }
            return nil
        }
    }

    private func administrator(_ first: Int) -> Range<Int>? {
        guard text.word(first, reads: "claims"), text.word(first + 1, reads: "administrator"),
            let end = endOfGuideline(first + 2)
        else { return nil }
        return first..<end
    }

    private func rationale(_ first: Int) -> Range<Int>? {
        guard text.word(first, reads: "decision") else { return nil }
        if text.word(first + 1, reads: "rationale:") { return first..<(first + 2) }
        guard text.word(first + 1, reads: "rationale"), text.word(first + 2, reads: ":") else { return nil }
        return first..<(first + 3)
    }

    private func reviewer(_ first: Int) -> Range<Int>? {
        guard let label = reviewerLabel else { return nil }
        guard let end = endOfGuideline(first + label.count) else { return nil }
        for (offset, word) in label.enumerated()
        where !text.spelling(first + offset).elementsEqual(
            text.spelling(word), by: { ASCII.lower($0) == ASCII.lower($1) })
        {
            return nil
        }
        return first..<end
    }

    /// The word after "guideline:" at a place, whose colon may stand apart; nil when it does not stand there.
    private func endOfGuideline(_ word: Int) -> Int? {
        if text.word(word, reads: "guideline:") || text.word(word, reads: "guidelines:") { return word + 1 }
        let isNamed = text.word(word, reads: "guideline") || text.word(word, reads: "guidelines")
        return isNamed && text.word(word + 1, reads: ":") ? word + 2 : nil
    }

    /// The reviewer's label of the first item that has one: the words before "guideline:" at the start of a line that
    /// stands before the rationale.
    private func learn(_ lines: Range<Int>, onlyAfterAdministrator: Bool, onlyParagraphs: Bool) -> Range<Int>? {
        var mayStandHere = !onlyAfterAdministrator
        for line in lines {
            let words = text.lines[line].words
            let first = words.lowerBound
            if administrator(first) != nil {
                mayStandHere = true
            } else if rationale(first) != nil {
                mayStandHere = !onlyAfterAdministrator
            } else if mayStandHere, onlyParagraphs ? text.lines[line].opensParagraph : mayStand(line) {
                for word in words.dropFirst().prefix(8) where endOfGuideline(word) != nil { return first..<word }
            }
        }
        return nil
    }

    /// Whether a line may begin with a label: a paragraph or a page begins there, the line before had room for more, or
    /// its last word ends a sentence, a decision or a label.
    func mayStand(_ line: Int) -> Bool {
        guard line > 0, !text.lines[line].opensParagraph, !text.isSoftBreak(line), !text.hasRoom(line - 1) else {
            return true
        }
        let last = text.words[text.lines[line].words.lowerBound - 1]
        return text.endsSentence(text.lines[line].words.lowerBound - 1)
            || LabelFinder.ends(text.bytes[last.start..<last.end])
    }

    /// Whether a word ends a decision or a label.
    static func ends(_ word: ArraySlice<UInt8>) -> Bool { word.last == 58 || DecisionWord(word) != nil }
}
