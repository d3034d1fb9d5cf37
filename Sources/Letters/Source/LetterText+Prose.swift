extension LetterText {
    /// The prose of a run of words, with the place of each word in it.
    func prose(_ range: Range<Int>) -> (text: String, places: [WordPlace]) {
        var prose: [UInt8] = []
        var places: [WordPlace] = []
        places.reserveCapacity(range.count)
        var offset = 0
        for index in range {
            let word = words[index]
            if index > range.lowerBound, !word.isGlued {
                if word.line != words[index - 1].line, lines[word.line].opensParagraph {
                    prose.append(contentsOf: [10, 10])
                    offset += 2
                } else if word.line == words[index - 1].line || !joins(index - 1, index) {
                    prose.append(32)
                    offset += 1
                }
            }
            let spelling = bytes[word.start..<word.end]
            prose.append(contentsOf: spelling)
            let length = spelling.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
            places.append(
                WordPlace(
                    offset: offset, length: length, bytes: word.start..<word.end, line: lines[word.line].number))
            offset += length
        }
        return (String(decoding: prose, as: UTF8.self), places)
    }

    /// The line after the last line that a run of words touches, and the first.
    func lines(ofWords range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return words[range.lowerBound].line..<(words[range.upperBound - 1].line + 1)
    }
}
