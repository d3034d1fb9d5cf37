/// Finds where the head of an item begins in the text between the last label of the item before it and its decision.
///
/// A head begins a line. As a rule an empty line stands before it, and the last paragraph before the decision is the
/// head. Where a page ended, that empty line may be lost. Then the head begins at the last line that follows a line
/// which ends a sentence, best one that had room for more; the head of a split request has several sentences, so it
/// begins where its own form says.
struct HeadFinder {
    let text: LetterText

    /// The first word of the head whose decision word is given; `after` is the first word it may be.
    func head(decision: Int, after: Int) -> Int {
        guard after < decision else { return decision }
        let top = text.words[after].line
        var last = text.words[decision].line
        // The decision may stand on a line of its own, even after an empty line.
        if text.lines[last].words.lowerBound == decision, last > top { last -= 1 }
        var block = last
        while block > top, !text.lines[block].opensParagraph { block -= 1 }
        block = wholeSplitRequest(block, top, decision)
        let isBelow = block > top || text.lines[block].words.lowerBound == after
        let isWhole = isBelow && text.lines[block].opensParagraph && !text.isSoftBreak(block)
        let line = begin(block, last, decision, isWhole: isWhole, top: top, after: after)
        return max(after, text.lines[line].words.lowerBound)
    }

    /// The paragraph's first line, or an earlier one when the paragraph holds only the end of a split request.
    private func wholeSplitRequest(_ block: Int, _ top: Int, _ decision: Int) -> Int {
        guard block > top else { return block }
        let words = text.lines[block].words.lowerBound..<decision
        guard
            let end = phrase(["portion", "of", "the", "original", "request"], in: words)
                ?? phrase(["the", "original", "request,"], in: words),
            phrase(["the", "original", "request."], in: words.lowerBound..<end) == nil
        else { return block }
        var earlier = block
        var paragraphs = 0
        while earlier > top, paragraphs < 3 {
            earlier -= 1
            if text.lines[earlier].opensParagraph || earlier == top {
                paragraphs += 1
                let words = text.lines[earlier].words.lowerBound..<decision
                if phrase(["the", "original", "request."], in: words) != nil { return earlier }
            }
        }
        return block
    }

    /// The line on which the head begins among the lines of its block.
    private func begin(_ block: Int, _ last: Int, _ decision: Int, isWhole: Bool, top: Int, after: Int) -> Int {
        // A head has some lines, not hundreds: what stands further up is rationale.
        let floor = max(block, last - 40)
        var candidates: [Int] = []
        for line in stride(from: last, to: floor, by: -1) where mayBegin(line, after: after) {
            if isWhole, !(text.hasRoom(line - 1) || text.isSoftBreak(line) && text.hasRoom(line - 1)) { continue }
            candidates.append(line)
        }
        let isFree = block > top || text.lines[block].words.lowerBound >= after
        if let split = splitRequest(candidates + (isFree ? [block] : []), decision) { return split }
        if isWhole || isFree && candidates.isEmpty { return candidates.first ?? block }
        if let roomy = candidates.first(where: { text.hasRoom($0 - 1) }), candidates.first == roomy || last - roomy < 6
        {
            return roomy
        }
        if let first = candidates.first { return first }
        // The rationale lacks its full stop: a line that ended early is the only mark left.
        for line in stride(from: last, to: floor, by: -1) where text.hasRoom(line - 1) { return line }
        return last
    }

    private func mayBegin(_ line: Int, after: Int) -> Bool {
        let first = text.lines[line].words.lowerBound
        guard first >= after else { return false }
        return first == after || text.endsSentence(first - 1) || text.lines[line].opensParagraph
    }

    /// The nearest line from which the text up to the decision is a split request and nothing else.
    private func splitRequest(_ candidates: [Int], _ decision: Int) -> Int? {
        guard let top = candidates.last,
            phrase(["original", "request."], in: text.lines[top].words.lowerBound..<decision) != nil
        else { return nil }
        for line in candidates {
            let words = text.lines[line].words.lowerBound..<decision
            guard words.count < 400, phrase(["original", "request."], in: words) != nil else { continue }
            if AmountsGrammar.isSplitRequest(text.prose(words).text) { return line }
        }
        return nil
    }

    /// The first word of the last occurrence of words in a run.
    private func phrase(_ wanted: [StaticString], in words: Range<Int>) -> Int? {
        guard words.count >= wanted.count else { return nil }
        for start in (words.lowerBound...(words.upperBound - wanted.count)).reversed()
        where text.word(start, reads: wanted[0]) {
            if wanted.indices.allSatisfy({ text.word(start + $0, reads: wanted[$0]) }) { return start }
        }
        return nil
    }
}
