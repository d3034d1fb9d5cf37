public import CaseModel

/// Reads the citations out of a guideline line.
///
///     line      = { clause }
///     clause    = "Decision based on" ( schedule / other )
///     schedule  = "MTUS" chapter year ["Guidelines"] [", Section(s):" sections] { ", and" chapter year … } "."
///     other     = "Non-MTUS" ["Citation"] source { "and Other Medical Treatment Guidelines" source } "."
///     source    = publisher [sep chapter] { sep section }      sep = "," / ";" / ":" / " - " / "/"
///
/// Rules beside the grammar:
/// - A line without a clause that says that nothing was cited, or only that the basis lies outside the schedule,
///   cites nothing. Any other line without a clause is read as one source.
/// - `MTUS` is the source of the schedule, and a chapter ends at its year. Where the year is missing it ends at
///   "Guidelines", "Complaints" or "Disorders", and what follows is a section.
/// - Sections are parted by commas and semicolons outside brackets. Some titles hold a comma: a piece that begins with
///   a small letter, an "&" or an "and" belongs to the piece before it ("Opioids, criteria for use"), and so does one
///   without a number after a numbered one ("3.3.1.1 Screening, Prior to Treatment").
/// - A publisher is as worded: "Official Disability Guidelines", "ODG" or "ACOEM" with what belongs to the name; an
///   address on the web by itself; otherwise the words before the first separator. Where a publisher is named again
///   after a separator, another citation begins.
/// - The year of another source is a piece of four digits, or four digits in brackets at the end of a piece, or the
///   year of "(updated 11/23/16)". Pieces that only tell the edition or the medium are no chapter.
public enum CitationGrammar {
    /// The most bytes of a line that are read: many times what a guideline line has.
    static let limit = 16_384

    /// The citations of a guideline line, in order; empty when it cites nothing.
    public static func parse(_ line: String) -> [Citation] {
        let bytes = Array(line.utf8.prefix(limit))
        let clauses = clauses(bytes[...])
        if clauses.isEmpty {
            let text = ASCII.trimmed(bytes[...], of: " .")
            let citesNothing =
                text.isEmpty || ASCII.find("did not cite", in: text) != nil
                || ASCII.find("outside of the mtus", in: text) != nil
            return citesNothing ? [] : clause(text)
        }
        return clauses.flatMap(clause)
    }

    /// What stands after each "Decision based on".
    private static func clauses(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var found = ASCII.find("decision based on ", in: text)
        while let start = found {
            found = ASCII.find("decision based on ", in: text, from: start.upperBound)
            result.append(ASCII.trimmed(text[start.upperBound..<(found?.lowerBound ?? text.endIndex)], of: " ."))
        }
        return result.filter { !$0.isEmpty }
    }

    private static func clause(_ text: ArraySlice<UInt8>) -> [Citation] {
        if ASCII.begins(text, with: "mtus ") { return ScheduleClause.parse(text.dropFirst(5)) }
        if ASCII.equals(text, "mtus") { return [Citation(source: "MTUS")] }
        var body = text
        for opening in ["non-mtus", " citation", ":"] as [StaticString] where ASCII.begins(body, with: opening) {
            body = body.dropFirst(opening.utf8CodeUnitCount)
        }
        return SourceClause.parse(ASCII.trimmed(body, of: " .,;"))
    }
}

/// Splits the words of a citation into pieces.
enum CitationPieces {
    /// The pieces between separators that stand outside brackets and quotation marks.
    static func split(_ text: ArraySlice<UInt8>, at isSeparator: (Int) -> Int) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var (depth, start, at) = (0, text.startIndex, text.startIndex)
        while at < text.endIndex {
            if text[at] == 40 || text[at] == 91 { depth += 1 }
            if text[at] == 41 || text[at] == 93 { depth = max(0, depth - 1) }
            let width = depth == 0 ? isSeparator(at) : 0
            if width > 0 {
                pieces.append(ASCII.trimmed(text[start..<at]))
                start = at + width
                at = start
            } else {
                at += 1
            }
        }
        pieces.append(ASCII.trimmed(text[start...]))
        return pieces.filter { !$0.isEmpty }
    }

    /// Puts together again what a comma inside a title took apart.
    static func joined(_ pieces: [ArraySlice<UInt8>], in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        for piece in pieces {
            if let last = result.last, continues(piece, last) {
                result[result.count - 1] = text[last.startIndex..<piece.endIndex]
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private static func continues(_ piece: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>) -> Bool {
        guard let first = piece.first else { return false }
        if first >= 97 && first <= 122 || first == 38 { return true }
        if isNumbered(last) { return !ASCII.isDigit(first) }
        // Titles of the schedule whose second part begins with a capital.
        if ASCII.equals(last, "forearm") || ASCII.equals(last, "hand") { return ASCII.begins(piece, with: "wrist") }
        return ASCII.equals(last, "nsaids") && ASCII.begins(piece, with: "gi symptoms")
            || ASCII.equals(last, "low back") && ASCII.begins(piece, with: "lumbar")
    }

    /// Whether a piece begins with the number of a section, "3.3.4" or "3.".
    private static func isNumbered(_ piece: ArraySlice<UInt8>) -> Bool {
        let number = piece.prefix { ASCII.isDigit($0) || $0 == 46 }
        return number.first.map(ASCII.isDigit) == true && number.contains(46)
    }

    /// The year that four digits spell, 1900 to 2099.
    static func year(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count == 4, text.allSatisfy(ASCII.isDigit), let year = Int(String(utf8: text)),
            (1900...2099).contains(year)
        else { return nil }
        return year
    }
}
