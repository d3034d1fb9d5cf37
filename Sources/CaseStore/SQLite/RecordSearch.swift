/// Looks for words on pages of records.
struct RecordSearch {
    /// What must stand on the lines: parts that follow each other word for word, each folded, with a space before every
    /// word. All words of a part but the last are whole; the last is the beginning of a word.
    private let terms: [[[UInt8]]]

    /// Takes words as typed, phrases in straight or curly quotation marks; nil when there is nothing to look for.
    ///
    /// A phrase that is not closed goes to the end.
    init?(_ words: String) {
        var terms: [[[UInt8]]] = []
        let pieces = words.split(omittingEmptySubsequences: false) { "\"“”„".contains($0) }
        for (index, piece) in pieces.enumerated() {
            let parts = piece.split(whereSeparator: \.isWhitespace).map { FoldedPage.words($0) }.filter { !$0.isEmpty }
            // Every second piece stands within quotation marks.
            if index % 2 == 0 { terms += parts.map { [$0] } } else if !parts.isEmpty { terms.append(parts) }
        }
        guard !terms.isEmpty else { return nil }
        self.terms = terms
    }

    /// The lines of a page, from 1, at which all the words stand, on the line or on it and the next one with words.
    ///
    /// Of two lines of which one has all the words alone, only that one counts.
    func lines(of page: FoldedPage) -> [Int] {
        page.bytes.withUnsafeBufferPointer { bytes in
            guard hasAll(bytes[...]) else { return [] }
            let starts = page.starts
            let lines = (0..<(starts.count - 1)).filter { starts[$0] < starts[$0 + 1] }
            var found: [Int] = []
            var alone = lines.first.map { hasAll(bytes[starts[$0]..<starts[$0 + 1]]) } ?? false
            for (line, next) in zip(lines, lines.dropFirst()) {
                let nextAlone = hasAll(bytes[starts[next]..<starts[next + 1]])
                // Lines without words take no room, so these two stand together.
                if alone || (!nextAlone && hasAll(bytes[starts[line]..<starts[next + 1]])) { found.append(line + 1) }
                alone = nextAlone
            }
            if alone, let last = lines.last { found.append(last + 1) }
            return found
        }
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private func hasAll(_ text: Bytes) -> Bool {
        terms.allSatisfy { term in
            var place = text.startIndex
            while let start = RecordSearch.place(of: term[0], in: text, from: place) {
                if RecordSearch.follows(term.dropFirst(), in: text, from: start + term[0].count) { return true }
                place = start + 1
            }
            return false
        }
    }

    /// Where a part stands next.
    private static func place(of part: [UInt8], in text: Bytes, from start: Int) -> Int? {
        var place = start
        while place + part.count <= text.endIndex {
            if text[place] == part[0], stands(part, in: text, at: place) { return place }
            place += 1
        }
        return nil
    }

    /// Whether the parts are the beginnings of the words that come next.
    private static func follows(_ parts: ArraySlice<[UInt8]>, in text: Bytes, from start: Int) -> Bool {
        var place = start
        for part in parts {
            while place < text.endIndex, text[place] != UInt8(ascii: " ") { place += 1 }
            guard stands(part, in: text, at: place) else { return false }
            place += part.count
        }
        return true
    }

    private static func stands(_ part: [UInt8], in text: Bytes, at place: Int) -> Bool {
        guard place + part.count <= text.endIndex else { return false }
        for offset in part.indices where text[place + offset] != part[offset] { return false }
        return true
    }
}
