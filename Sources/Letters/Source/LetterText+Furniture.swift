extension LetterText {
    /// Takes running titles and page numbers out of the words and lines.
    ///
    /// Three kinds are known. A running title (`Final Determination Letter for IMR Case Number …`) is furniture
    /// wherever it stands alone on a line. A page number is furniture at the edge of a page, when empty lines, its
    /// indentation or its value set it apart from the text; without form feeds, when it interrupts a sentence. `p. 3` and
    /// `3/7` may as well be the end of a citation or a strength, so more must speak for them. Any other line is
    /// furniture when it stands apart, or in a block that does, at the same edge of every page but one, of two pages
    /// both; and one with the letter's own case number when it stands apart on a page behind the first.
    mutating func removeFurniture() {
        var isFurniture = Array(repeating: false, count: lines.count)
        for index in lines.indices where isRunningTitle(index) { isFurniture[index] = true }
        let pages = pageRanges()
        for edge in [Edge.top, .bottom] {
            // Title and number may stand above one another, and a title may have several lines: look again.
            for _ in 0..<4 { markEdge(edge, pages, &isFurniture) }
        }
        for index in lines.indices where !isFurniture[index] && interruptsSentence(index, isFurniture) {
            isFurniture[index] = true
        }
        if isFurniture.contains(true) { takeOut(isFurniture) }
    }

    private enum Edge { case top, bottom }

    /// The lines of each page that has any.
    private func pageRanges() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in lines.indices.dropFirst() where lines[index].opensPage {
            result.append(start..<index)
            start = index
        }
        if start < lines.count { result.append(start..<lines.count) }
        return result
    }

    private func markEdge(_ edge: Edge, _ pages: [Range<Int>], _ isFurniture: inout [Bool]) {
        var candidates: [(line: Int, page: Int)] = []
        for (page, range) in pages.enumerated() {
            let line = edge == .top ? range.first { !isFurniture[$0] } : range.last { !isFurniture[$0] }
            guard let line, range.filter({ !isFurniture[$0] }).count > 1 || pageNumber(line) != nil else { continue }
            candidates.append((line, page))
        }
        var sightings: [[UInt8]: Int] = [:]
        for (line, page) in candidates {
            let apart = standsApart(line, edge)
            let besideTitle =
                isFurniture.indices.contains(line + 1) && isFurniture[line + 1]
                || line > 0 && isFurniture[line - 1]
            if let number = pageNumber(line), pages.count > 1 || besideTitle {
                let isPlausible = number.value == page + 1 || number.value == page
                let isDistant = apart || besideTitle || isPlausible && lines[line].indent > 20
                switch number.form {
                case .named: isFurniture[line] = true
                case .bare: isFurniture[line] = isDistant || isPlausible
                case .abbreviated: isFurniture[line] = isDistant
                case .pair(let last): isFurniture[line] = isDistant && isPlausible && last == pages.count
                }
            } else if page > 0, apart, holdsNumber(line, alsoOn: pages[0]), canBeRunningLine(line) {
                isFurniture[line] = true
            } else if standsInBlock(line, edge), canBeRunningLine(line) {
                sightings[key(line), default: 0] += 1
            }
        }
        guard pages.count > 1 else { return }
        for (line, _) in candidates where !isFurniture[line] && standsInBlock(line, edge) && canBeRunningLine(line) {
            if sightings[key(line), default: 0] >= max(2, pages.count - 1) { isFurniture[line] = true }
        }
    }

    /// Whether a line is one of at most four that empty lines set apart from the text of their page.
    private func standsInBlock(_ line: Int, _ edge: Edge) -> Bool {
        switch edge {
        case .bottom: return (max(0, line - 3)...line).contains { lines[$0].blanks > 0 && !lines[$0].opensPage }
        case .top:
            let after = (line + 1)..<min(lines.count, line + 5)
            guard let gap = after.first(where: { lines[$0].blanks > 0 || lines[$0].opensPage }) else { return false }
            return !lines[gap].opensPage
        }
    }

    /// Whether a word of a line has the form of a case number, `CM17-0020243`, and stands among some lines, too: the
    /// header's own number and not that of another review.
    private func holdsNumber(_ line: Int, alsoOn others: Range<Int>) -> Bool {
        guard let number = lines[line].words.lazy.compactMap({ caseNumber($0) }).first else { return false }
        return others.contains { lines[$0].words.contains { caseNumber($0)?.elementsEqual(number) == true } }
    }

    private func caseNumber(_ word: Int) -> ArraySlice<UInt8>? {
        let spelling = ASCII.trimmed(spelling(word), of: "()#,")
        let isNumber =
            spelling.count >= 10 && spelling.prefix(2).allSatisfy(ASCII.isCapital)
            && spelling.dropFirst(2).prefix(2).allSatisfy(ASCII.isDigit) && spelling.dropFirst(4).first == 45
            && spelling.dropFirst(5).allSatisfy(ASCII.isDigit)
        return isNumber ? spelling : nil
    }

    /// Whether empty lines set a line apart from the text of its page.
    private func standsApart(_ line: Int, _ edge: Edge) -> Bool {
        switch edge {
        case .bottom: lines[line].blanks > 0
        case .top: line + 1 < lines.count && !lines[line + 1].opensPage && lines[line + 1].blanks > 0
        }
    }

    private func isRunningTitle(_ line: Int) -> Bool {
        let words = lines[line].words
        guard words.count >= 6, words.count <= 14, ASCII.equals(spelling(words.lowerBound), "final") else {
            return false
        }
        let all = bytes[self.words[words.lowerBound].start..<self.words[words.upperBound - 1].end]
        return ASCII.begins(all, with: "final determination letter") && ASCII.find("case number", in: all) != nil
    }

    /// How a page number is written: with the word or its total, alone, as `p. 3`, or as `3/7`.
    private enum NumberForm {
        case named, bare, abbreviated
        case pair(last: Int)
    }

    /// The number when a line is nothing but a page number: `3`, `- 3 -`, `Page 3`, `Page 3 of 7`, `3 | Page`, `p. 3`, `3/7`;
    /// also when the case number stands before it, as in `CM17-0003890 · page 3 of 7`.
    private func pageNumber(_ line: Int) -> (value: Int, form: NumberForm)? {
        var words = lines[line].words
        if let dot = words.dropLast(4).last, words.count <= 9, spelling(dot).elementsEqual("·".utf8) {
            words = (dot + 1)..<words.upperBound
        }
        guard words.count <= 5 else { return nil }
        var numbers: [Int] = []
        var name: NumberForm?
        for word in words {
            let spelling = ASCII.trimmed(spelling(word), of: "-|():")
            if spelling.isEmpty { continue }
            let pair = spelling.split(separator: 47)
            if words.count == 1, pair.count == 2, pair.allSatisfy({ $0.count <= 2 && $0.allSatisfy(ASCII.isDigit) }),
                let value = Int(String(utf8: pair[0])), let last = Int(String(utf8: pair[1])), value <= last
            {
                return (value, .pair(last: last))
            }
            if spelling.count <= 4, spelling.allSatisfy(ASCII.isDigit), let value = Int(String(utf8: spelling)) {
                numbers.append(value)
            } else if ASCII.equals(spelling, "page") {
                name = .named
            } else if numbers.isEmpty, ["pg.", "pg", "p."].contains(where: { ASCII.equals(spelling, $0) }) {
                // The end of a citation in parentheses is none: `p. 12)`.
                guard !words.contains(where: { self.spelling($0).contains(41) }) else { return nil }
                name = .abbreviated
            } else if !ASCII.equals(spelling, "of") || numbers.isEmpty {
                return nil
            }
        }
        guard let value = numbers.first,
            numbers.count <= (name == nil ? 1 : 2) || numbers.count == 2 && words.count == 3,
            name != nil || value < 200
        else { return nil }
        return (value, name ?? (numbers.count == 2 ? .named : .bare))
    }

    /// Whether a line may be a running title of unknown wording: no sentence, no decision, no label.
    private func canBeRunningLine(_ line: Int) -> Bool {
        let words = lines[line].words
        guard words.count >= 2 || isInCapitals(words.lowerBound), !endsSentence(words.upperBound - 1),
            DecisionWord(spelling(words.upperBound - 1)) == nil
        else { return false }
        return spelling(words.lowerBound).first.map { ASCII.isCapital($0) || ASCII.isDigit($0) } == true
            && !words.contains { ASCII.ends(spelling($0), with: ":") }
    }

    /// Whether a word is one of several capitals.
    private func isInCapitals(_ word: Int) -> Bool {
        spelling(word).count > 5 && spelling(word).allSatisfy(ASCII.isCapital)
    }

    /// The words of a line with every number as `#`.
    private func key(_ line: Int) -> [UInt8] {
        var key: [UInt8] = []
        for byte in lines[line].words.flatMap({ spelling($0) + [32] }) {
            if !ASCII.isDigit(byte) { key.append(ASCII.lower(byte)) } else if key.last != 35 { key.append(35) }
        }
        return key
    }

    /// Whether a bare number between empty lines parts two lines of one sentence.
    private func interruptsSentence(_ line: Int, _ isFurniture: [Bool]) -> Bool {
        guard lines[line].words.count <= 3, line > 0, line + 1 < lines.count, lines[line].blanks > 0,
            lines[line + 1].blanks > 0 || lines[line + 1].opensPage, pageNumber(line) != nil,
            let before = (0..<line).last(where: { !isFurniture[$0] })
        else { return false }
        let next = spelling(lines[line + 1].words.lowerBound)
        return lines[before].length >= 60 && !endsSentence(lines[before].words.upperBound - 1)
            && next.first.map { $0 >= 97 && $0 <= 122 } == true
    }

    private mutating func takeOut(_ isFurniture: [Bool]) {
        var (keptWords, keptLines) = ([SourceWord](), [SourceLine]())
        var (opensPage, followsFurniture, blanks) = (false, false, 0)
        for (index, line) in lines.enumerated() {
            if isFurniture[index] {
                furniture += words[line.words].map {
                    WordPlace(offset: 0, length: 0, bytes: $0.start..<$0.end, line: line.number)
                }
                opensPage = opensPage || line.opensPage
                followsFurniture = true
                blanks += line.blanks
                continue
            }
            var kept = line
            let first = keptWords.count
            for var word in words[line.words] {
                word.line = keptLines.count
                keptWords.append(word)
            }
            kept.words = first..<keptWords.count
            kept.opensPage = line.opensPage || opensPage
            kept.followsFurniture = followsFurniture
            kept.blanks += blanks
            keptLines.append(kept)
            (opensPage, followsFurniture, blanks) = (false, false, 0)
        }
        (words, lines) = (keptWords, keptLines)
    }
}
