import CaseModel

/// Reads the clause that cites the Medical Treatment Utilization Schedule; see ``CitationGrammar``.
enum ScheduleClause {
    /// The citations of the words after "MTUS".
    static func parse(_ text: ArraySlice<UInt8>) -> [Citation] {
        var result: [Citation] = []
        var rest = ASCII.trimmed(text, of: " .,;")
        while !rest.isEmpty {
            guard let chapter = chapterAndYear(rest) else {
                result.append(withoutYear(rest))
                break
            }
            var body = ASCII.trimmed(rest[chapter.end...])
            if ASCII.begins(body, with: "guidelines") { body = ASCII.trimmed(body.dropFirst(10)) }
            let next = nextChapter(in: body)
            result.append(
                Citation(
                    source: "MTUS", chapter: String(utf8: chapter.title), year: chapter.year,
                    sections: sections(body[..<(next?.lowerBound ?? body.endIndex)])))
            rest = next.map { body[$0.upperBound...] } ?? []
        }
        return result
    }

    /// The title before the first year, the year, and the place after it.
    private static func chapterAndYear(
        _ text: ArraySlice<UInt8>
    ) -> (title: ArraySlice<UInt8>, year: Int, end: Int)? {
        // The title of a chapter comes before its sections.
        let limit = ASCII.find("section", in: text)?.lowerBound ?? text.endIndex
        guard let place = yearPlace(text[..<limit], from: text.startIndex), place > text.startIndex,
            let year = CitationPieces.year(text[place..<(place + 4)])
        else { return nil }
        let title = ASCII.trimmed(text[..<place], of: " ,")
        return title.isEmpty ? nil : (title, year, place + 4)
    }

    /// Where a year stands by itself at or after a place.
    private static func yearPlace(_ text: ArraySlice<UInt8>, from: Int) -> Int? {
        var at = from
        while at + 4 <= text.endIndex {
            if text[at] == 49 || text[at] == 50, at == text.startIndex || text[at - 1] == 32,
                CitationPieces.year(text[at..<(at + 4)]) != nil, at + 4 == text.endIndex || !isInside(text[at + 4])
            {
                return at
            }
            at += 1
        }
        return nil
    }

    private static func isInside(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || ASCII.isLetter(byte) || byte == 45 || byte == 47
    }

    /// The separator before the next chapter: an "and" outside brackets from which a title runs up to a year.
    ///
    /// A title of the schedule may hold a comma and an "and" itself (`Forearm, Wrist, and Hand Complaints 2004`), and
    /// so may the sections before it: the last "and" before the year counts, unless those words stand before it.
    private static func nextChapter(in body: ArraySlice<UInt8>) -> Range<Int>? {
        var candidates: [Range<Int>] = []
        var (depth, at) = (0, body.startIndex)
        while at < body.endIndex {
            if body[at] == 40 { depth += 1 }
            if body[at] == 41 { depth = max(0, depth - 1) }
            if depth == 0, body[at] == 44 || body[at] == 59, ASCII.begins(body[(at + 1)...], with: " and ") {
                candidates.append(at..<(at + 6))
                at += 6
                continue
            }
            if depth == 0, !candidates.isEmpty, ASCII.isDigit(body[at]), body[at - 1] == 32, at + 4 <= body.endIndex,
                CitationPieces.year(body[at..<(at + 4)]) != nil, isChapterEnd(body[(at + 4)...])
            {
                let whole = candidates.last { isTitleWithComma(body[$0.upperBound..<at]) }
                let last = candidates.last { !body[$0.upperBound..<at].contains(58) }
                return whole ?? last
            }
            at += 1
        }
        return nil
    }

    private static func isChapterEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let next = rest.first else { return true }
        return next == 44 || next == 59 || next == 46 || ASCII.begins(rest, with: " guidelines")
            || ASCII.begins(rest, with: " section")
    }

    private static func isTitleWithComma(_ title: ArraySlice<UInt8>) -> Bool {
        ASCII.begins(title, with: "forearm, wrist") || ASCII.begins(title, with: "hand, wrist")
            || ASCII.begins(title, with: "cornerstones of disability")
    }

    /// The sections after a chapter's year.
    private static func sections(_ text: ArraySlice<UInt8>) -> [String] {
        var body = ASCII.trimmed(text, of: " ,;.")
        if ASCII.begins(body, with: "section"), let colon = body.prefix(14).firstIndex(of: 58) {
            body = body[(colon + 1)...]
        }
        body = ASCII.trimmed(body, of: " ,;.")
        let pieces = CitationPieces.split(body) { body[$0] == 44 || body[$0] == 59 ? 1 : 0 }
        return CitationPieces.joined(pieces, in: body).map { String(utf8: $0) }
    }

    /// A citation without a year: the title ends with the word that titles of the schedule end with.
    private static func withoutYear(_ text: ArraySlice<UInt8>) -> Citation {
        let mark = ASCII.find("section(s)", in: text)?.lowerBound
        var end = mark ?? text.endIndex
        if mark == nil {
            for word in ["guidelines", "guideline", "complaints", "disorders"] as [StaticString] {
                if let found = ASCII.find(word, in: text) {
                    end = found.upperBound
                    break
                }
            }
        }
        let title = ASCII.trimmed(text[..<end], of: " ,;:")
        return Citation(
            source: "MTUS", chapter: title.isEmpty ? nil : String(utf8: title), sections: sections(text[end...]))
    }
}
