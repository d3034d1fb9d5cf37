extension LetterText {
    /// Finds the spacing and the measure of the text, then marks the lines that open a paragraph.
    ///
    /// An empty line parts two paragraphs. Where a page begins it may have been lost, or have come with the page's
    /// furniture: there a paragraph opens when the line before ends a sentence and had room for the next word.
    mutating func findParagraphs() {
        findSpacing()
        findMeasure()
        for index in lines.indices { lines[index].opensParagraph = index == 0 || opensParagraph(index) }
    }

    /// Whether nothing tells two consecutive lines to be of one paragraph or of two.
    func isSoftBreak(_ line: Int) -> Bool { lines[line].opensPage || lines[line].followsFurniture }

    /// Whether a word ends a sentence: `.`, `?` or `!`, perhaps inside a closing quotation mark or bracket.
    func endsSentence(_ word: Int) -> Bool { SentenceEnd.holds(spelling(word)) }

    /// Whether the first word of the next line is joined to a word at a line's end without a space.
    ///
    /// A line is broken after a hyphen, a dash or a slash inside a word; there is no space there (`01-` `05-2017`).
    /// A hyphen that stands for a later part (`pre-` `and postoperative`) keeps it, and so does a dash on its own.
    func joins(_ word: Int, _ next: Int) -> Bool {
        LineJoin.holds(spelling(word), spelling(next))
    }

    /// Whether a line had room for the word that the next line begins with.
    func hasRoom(_ line: Int) -> Bool {
        guard measure > 0, line + 1 < lines.count else { return false }
        var next = lines[line + 1].words.lowerBound
        var length = length(ofWord: next)
        while next + 1 < lines[line + 1].words.upperBound, words[next + 1].isGlued || joins(next, next + 1) {
            next += 1
            length += self.length(ofWord: next) + 1
        }
        return (lines[line].length + 1 + length) * 10 < measure * 9
    }

    private func length(ofWord word: Int) -> Int {
        spelling(word).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// A double-spaced letter has an empty line inside its sentences, and hardly a line without one.
    private mutating func findSpacing() {
        var inside: [Int: Int] = [:]
        var close = 0
        let lengths = lines.map(\.length).sorted()
        let long = max(24, lengths[lengths.count * 3 / 4] * 3 / 5)
        for index in lines.indices.dropFirst() where !isSoftBreak(index) {
            let line = lines[index]
            if line.blanks == 0 {
                close += 1
            } else if lines[index - 1].length >= long, !endsSentence(lines[index - 1].words.upperBound - 1),
                bytes[words[lines[index - 1].words.upperBound - 1].end - 1] != 58
            {
                inside[line.blanks, default: 0] += 1
            }
        }
        guard let usual = inside.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        if usual.value >= 3, usual.value > close { spacing = usual.key }
    }

    private mutating func findMeasure() {
        var lengths: [Int] = []
        for index in lines.indices.dropLast() where lines[index + 1].blanks <= spacing {
            lengths.append(lines[index].length)
        }
        guard lengths.count >= 4 else { return }
        lengths.sort()
        measure = lengths[lengths.count / 2]
    }

    private func opensParagraph(_ index: Int) -> Bool {
        let blank = lines[index].blanks > spacing
        guard isSoftBreak(index) else { return blank }
        let last = lines[index - 1].words.upperBound - 1
        guard endsSentence(last), let first = spelling(lines[index].words.lowerBound).first, !(97...122 ~= first)
        else { return false }
        return hasRoom(index - 1) || blank && !lines[index].followsFurniture
    }
}

/// The rule by which the lines of a paragraph are joined; reader and writer share it.
enum LineJoin {
    /// Whether the second word follows the first without a space when a line ends between them.
    static func holds(_ word: some BidirectionalCollection<UInt8>, _ next: some Collection<UInt8>) -> Bool {
        guard let last = word.last else { return false }
        switch last {
        case 45:
            return !isBare(word) && !ASCII.equals(next, "and") && !ASCII.equals(next, "or")
        case 47:
            return !isBare(word)
        case 0x93, 0x94:
            let tail = Array(word.suffix(3))
            return tail.count == 3 && tail[0] == 0xE2 && tail[1] == 0x80 && !isBare(word)
        default:
            return false
        }
    }

    /// Whether a word is nothing but hyphens, dashes and slashes.
    private static func isBare(_ word: some Collection<UInt8>) -> Bool {
        word.allSatisfy { $0 == 45 || $0 == 47 || $0 == 0xE2 || $0 == 0x80 || $0 == 0x93 || $0 == 0x94 }
    }
}

/// The rule by which a word ends a sentence; reader and writer share it.
enum SentenceEnd {
    /// Whether a word ends in `.`, `?` or `!`, perhaps inside a closing quotation mark or bracket.
    static func holds(_ word: ArraySlice<UInt8>) -> Bool {
        var word = word
        while let last = word.last {
            if last == 34 || last == 39 || last == 41 || last == 93 {
                word.removeLast()
            } else if last == 0x9D || last == 0x99, word.suffix(3).starts(with: [0xE2, 0x80]) {
                word.removeLast(3)
            } else {
                break
            }
        }
        return word.last == 46 || word.last == 63 || word.last == 33
    }
}
