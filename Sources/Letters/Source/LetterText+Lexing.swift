extension LetterText {
    /// Splits the source into lines and words; refuses what is no text.
    ///
    /// A line ends at LF, CR or CR LF; a form feed ends a line too and begins a page, yet counts no line. White space
    /// is what ``Prose`` takes for it. A byte order mark at the start is skipped.
    mutating func lex() throws(LetterError) {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 1
        var state = LineState()
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 10, 13:
                close(&state, number: number)
                state.endLine()
                number += 1
                at += byte == 13 && at + 1 < bytes.count && bytes[at + 1] == 10 ? 2 : 1
            case 12:
                close(&state, number: number)
                state.beginPage()
                at += 1
            case 0..<9, 14..<32, 127:
                throw .notText(line: number)
            default:
                let width = whiteSpace(at)
                if width > 0 {
                    state.column += byte == 9 ? 8 - state.column % 8 : 1
                    at += width
                } else {
                    at = word(at, &state)
                }
            }
        }
        close(&state, number: number)
        guard !words.isEmpty else { throw .empty }
    }

    /// How many bytes of white space, other than a line or page end, one character at a place takes; 0 for none.
    private func whiteSpace(_ at: Int) -> Int {
        switch bytes[at] {
        case 32, 9, 11: 1
        case 0xC2 where at + 1 < bytes.count && (bytes[at + 1] == 0xA0 || bytes[at + 1] == 0x85): 2
        case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8: 3
        default: 0
        }
    }

    /// Takes in the word at a place and gives the place after it.
    private mutating func word(_ start: Int, _ state: inout LineState) -> Int {
        var end = start
        var scalars = 0
        while end < bytes.count {
            let byte = bytes[end]
            if byte == 32 || (byte >= 9 && byte <= 13) || byte < 9 { break }
            if (byte == 0xC2 || byte == 0xE2) && whiteSpace(end) > 0 { break }
            if byte & 0xC0 != 0x80 { scalars += 1 }
            end += 1
        }
        if state.firstWord == nil {
            state.firstWord = words.count
            state.indent = state.column
        }
        let line = lines.count
        if let cut = seam(start..<end) {
            words.append(SourceWord(start: start, end: cut, line: line, isGlued: false))
            words.append(SourceWord(start: cut, end: end, line: line, isGlued: true))
        } else {
            words.append(SourceWord(start: start, end: end, line: line, isGlued: false))
        }
        state.column += scalars
        state.end = state.column
        return end
    }

    /// Where a word falls in two because the form's colon lacks its space: `guideline:Decision`, `spine:Upheld`.
    private func seam(_ word: Range<Int>) -> Int? {
        guard let colon = bytes[word].lastIndex(of: 58), colon + 1 < word.upperBound else { return nil }
        let (before, after) = (bytes[word.lowerBound...colon], bytes[(colon + 1)..<word.upperBound])
        // A header's label has its value behind it: `Number:CM17-…`, `Date:01/05/2017`.
        let isField =
            LetterText.fieldEnds.contains { ASCII.equals(before, $0) }
            && after.first.map { ASCII.isDigit($0) || ASCII.isCapital($0) } == true
        let isLabel =
            isField || ASCII.ends(before, with: "guideline:") || ASCII.ends(before, with: "rationale:")
            || ASCII.ends(before, with: "licensure:") || ASCII.ends(before, with: "specialty:")
        return isLabel || DecisionWord(after) != nil ? colon + 1 : nil
    }

    /// The last words of the header's labels.
    private static let fieldEnds: [StaticString] = [
        "number:", "assigned:", "injury:", "date:", "priority:", "received:",
    ]

    private mutating func close(_ state: inout LineState, number: Int) {
        guard let first = state.firstWord else { return }
        lines.append(
            SourceLine(
                number: number, words: first..<words.count, length: state.end - state.indent, indent: state.indent,
                blanks: max(0, state.ends - 1), page: state.page, opensPage: state.opensPage))
        state = LineState(page: state.page)
    }

    /// What is known of the line being read.
    private struct LineState {
        var firstWord: Int?
        var column = 0
        var indent = 0
        var end = 0
        /// Line ends since the last line that held words.
        var ends = 0
        var page = 0
        var opensPage = false
        /// Whether a form feed stands in the line: without words it is no empty line all the same.
        var holdsPageEnd = false

        init(page: Int = 0) { self.page = page }

        mutating func endLine() {
            if !holdsPageEnd { ends += 1 }
            holdsPageEnd = false
            column = 0
        }

        mutating func beginPage() {
            page += 1
            opensPage = true
            holdsPageEnd = true
            column = 0
        }
    }
}
