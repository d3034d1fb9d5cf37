import CaseModel

/// Reads the clause that cites evidence outside of the schedule; see ``CitationGrammar``.
enum SourceClause {
    /// The citations of the words after "Non-MTUS Citation".
    static func parse(_ text: ArraySlice<UInt8>) -> [Citation] {
        var result: [Citation] = []
        var rest = text
        while !rest.isEmpty {
            let cut = ASCII.find(" and other medical treatment guidelines", in: rest)
            var part = rest[..<(cut?.lowerBound ?? rest.endIndex)]
            rest = cut.map { ASCII.trimmed(rest[$0.upperBound...], of: " :,;.") } ?? []
            for opening in openings where ASCII.begins(part, with: opening) {
                part = part.dropFirst(opening.utf8CodeUnitCount)
            }
            result += sources(ASCII.trimmed(part, of: " :,;."))
        }
        return result
    }

    private static let openings: [StaticString] = [
        "other medical treatment guidelines or medical evidence:", "other medical treatment guidelines",
    ]

    /// The sources of one part: web addresses each by itself, publishers each with what follows its name.
    private static func sources(_ text: ArraySlice<UInt8>) -> [Citation] {
        guard !text.isEmpty else { return [] }
        if isAddress(text) { return addresses(text) }
        guard publisher(text) != nil else { return [unknownSource(text)].compactMap { $0 } }
        var result: [Citation] = []
        var rest = text
        while let publisher = publisher(rest) {
            let joint = nextPublisher(rest, after: publisher.endIndex)
            result.append(citation(publisher, rest[publisher.endIndex..<(joint?.lowerBound ?? rest.endIndex)]))
            guard let joint else { break }
            rest = rest[joint.upperBound...]
        }
        return result
    }

    /// A source whose name comes first, or a known publisher that comes last: "Shoulder, Physical Therapy, ODG Preface".
    private static func unknownSource(_ text: ArraySlice<UInt8>) -> Citation? {
        let pieces = CitationPieces.split(text) { separator(text, $0, isFirst: false) }
        guard let first = pieces.first else { return nil }
        guard let named = pieces.dropFirst().first(where: { publisher($0) != nil }), let publisher = publisher(named)
        else { return citation(first, text[first.endIndex...]) }
        var merged = citation(publisher, ASCII.trimmed(text[..<named.startIndex], of: " ,;"))
        let tail = citation(publisher, text[publisher.endIndex...])
        merged.sections += [tail.chapter].compactMap { $0 } + tail.sections
        merged.year = merged.year ?? tail.year
        return merged
    }

    private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        ASCII.begins(text, with: "http://") || ASCII.begins(text, with: "https://") || ASCII.begins(text, with: "www.")
    }

    private static func addresses(_ text: ArraySlice<UInt8>) -> [Citation] {
        var starts = [text.startIndex]
        for at in text.indices.dropFirst() where text[at - 1] == 32 && isAddress(text[at...]) { starts.append(at) }
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : text.endIndex
            return Citation(source: String(utf8: ASCII.trimmed(text[starts[index]..<end], of: " ,;.")))
        }
    }

    /// The name of a publisher of guidelines at the start of a text, with its abbreviation; nil for any other start.
    private static func publisher(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for name in ["official disability guidelines", "odg guidelines", "odg", "acoem guidelines", "acoem"]
            as [StaticString] where ASCII.begins(text, with: name)
        {
            var end = text.startIndex + name.utf8CodeUnitCount
            if end < text.endIndex, ASCII.isLetter(text[end]) { continue }
            for abbreviation in [" (odg)", " (acoem)"] as [StaticString]
            where ASCII.begins(text[end...], with: abbreviation) {
                end += abbreviation.utf8CodeUnitCount
            }
            return text[text.startIndex..<end]
        }
        return nil
    }

    /// The separator or "and" outside brackets after which a publisher is named.
    private static func nextPublisher(_ text: ArraySlice<UInt8>, after start: Int) -> Range<Int>? {
        var (depth, at) = (0, start)
        while at < text.endIndex {
            if text[at] == 40 { depth += 1 }
            if text[at] == 41 { depth = max(0, depth - 1) }
            if depth == 0, text[at] == 44 || text[at] == 59 || text[at] == 32 {
                for joint in [", ", "; ", " and the ", " and "] as [StaticString]
                where ASCII.begins(text[at...], with: joint) {
                    let next = at + joint.utf8CodeUnitCount
                    if publisher(text[next...]) != nil { return at..<next }
                }
            }
            at += 1
        }
        return nil
    }

    /// The citation of a source whose chapter, year and sections follow its name.
    private static func citation(_ source: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Citation {
        var citation = Citation(source: String(utf8: source))
        let body = ASCII.trimmed(rest, of: " ,;:.-/")
        var isFirst = true
        let pieces = CitationPieces.split(body) { at in
            let width = separator(body, at, isFirst: isFirst)
            if width > 0 { isFirst = false }
            return width
        }
        for piece in joined(pieces, in: body) {
            var piece = piece
            if let year = CitationPieces.year(piece) {
                citation.year = citation.year ?? year
                continue
            }
            if ASCII.ends(piece, with: " edition") || ASCII.ends(piece, with: "web version") { continue }
            if let (shorter, year) = bracketedYear(piece) {
                citation.year = citation.year ?? year
                piece = shorter
            }
            if piece.isEmpty { continue }
            let words = String(utf8: piece)
            if citation.chapter == nil { citation.chapter = words } else { citation.sections.append(words) }
        }
        return citation
    }

    /// Titles as other publishers write them: "Forearm, Wrist and Hand", "Low Back, Lumbar & Thoracic".
    private static func joined(_ pieces: [ArraySlice<UInt8>], in body: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard let first = pieces.first else { return [] }
        var (title, rest) = (first, pieces.dropFirst())
        while let next = rest.first, isTitle(title, continuedBy: next) {
            title = body[title.startIndex..<next.endIndex]
            rest = rest.dropFirst()
        }
        return [title] + rest
    }

    private static func isTitle(_ title: ArraySlice<UInt8>, continuedBy next: ArraySlice<UInt8>) -> Bool {
        if ASCII.begins(title, with: "low back") { return ASCII.begins(next, with: "lumbar") }
        guard ASCII.begins(title, with: "forearm") else { return false }
        return ASCII.begins(next, with: "wrist") || ASCII.begins(next, with: "and hand") || next.first == 38
    }

    /// A piece without the brackets at its end that tell its year: "(2016)", "(updated 11/23/16)".
    private static func bracketedYear(_ piece: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int)? {
        guard piece.last == 41, let open = piece.lastIndex(of: 40) else { return nil }
        let inner = piece[(open + 1)..<(piece.endIndex - 1)]
        let shorter = ASCII.trimmed(piece[..<open], of: " ,")
        if let year = CitationPieces.year(inner) { return (shorter, year) }
        guard ASCII.begins(inner, with: "updated"), let slash = inner.lastIndex(of: 47) else { return nil }
        let digits = inner[(slash + 1)...]
        if let year = CitationPieces.year(digits) { return (shorter, year) }
        guard digits.count == 2, digits.allSatisfy(ASCII.isDigit), let year = Int(String(utf8: digits)) else {
            return nil
        }
        return (shorter, 2000 + year)
    }

    /// How wide the separator at a place is; 0 when there is none. A slash parts only the chapter from what follows.
    private static func separator(_ text: ArraySlice<UInt8>, _ at: Int, isFirst: Bool) -> Int {
        switch text[at] {
        case 44, 59:
            return 1
        case 58:
            return at + 1 < text.endIndex && text[at + 1] == 32 ? 1 : 0
        case 32:
            let rest = text[(at + 1)...]
            if ASCII.begins(rest, with: "- ") { return 3 }
            return rest.starts(with: [0xE2, 0x80, 0x93, 32]) ? 5 : 0
        case 47:
            let next = ASCII.trimmed(text[(at + 1)...]).prefix(4)
            let isWord = next.count >= 3 && next.prefix(3).allSatisfy(ASCII.isLetter)
            return isFirst && (isWord || at + 1 < text.endIndex && text[at + 1] == 32) ? 1 : 0
        default:
            return 0
        }
    }
}
