internal import CaseModel

/// Takes the requested treatment of a notice apart into what was requested.
///
/// It is one item unless it clearly lists several: numbered from 1 on (`1. … 2. …`, `1) … 2) …`), or line by line. It
/// gives up, and leaves the text whole, where numbers have gaps and where a line reads on into the next.
enum RequestedItems {
    /// The items, each on one line; none of a text without words.
    static func items(of text: String) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline).map { flat(String($0)) }.filter { !$0.isEmpty }
        let whole = lines.joined(separator: " ")
        if let numbered = numbered(whole) { return numbered }
        if lines.count > 1, isList(lines) { return lines.map(withoutBullet).filter { !$0.isEmpty } }
        return whole.isEmpty ? [] : [whole]
    }

    /// The parts between the numbers 1, 2, 3 …; nil unless there are at least two, and nothing but a lead-in that ends
    /// with a colon stands before the first.
    private static func numbered(_ text: String) -> [String]? {
        var parts: [Substring] = []
        var rest = text[...]
        guard let first = marker(1, in: rest) else { return nil }
        let before = rest[..<first.lowerBound].drop(while: \.isWhitespace)
        guard before.isEmpty || before.last(where: { !$0.isWhitespace }) == ":" else { return nil }
        rest = rest[first.upperBound...]
        var number = 2
        while let next = marker(number, in: rest) {
            parts.append(rest[..<next.lowerBound])
            rest = rest[next.upperBound...]
            number += 1
        }
        parts.append(rest)
        let items = parts.map { part in
            let flat = flat(String(part))
            return flat.last == ";" || flat.last == "," ? String(flat.dropLast()) : flat
        }
        return items.count > 1 && !items.contains("") ? items : nil
    }

    /// Where `2.`, `2)` or `(2)` stands as a word of its own.
    private static func marker(_ number: Int, in text: Substring) -> Range<Substring.Index>? {
        let digits = String(number)
        var at = text.startIndex
        while let found = text[at...].firstRange(of: digits) {
            at = found.upperBound
            var start = found.lowerBound
            var isInParentheses = false
            if start > text.startIndex, text[text.index(before: start)] == "(" {
                start = text.index(before: start)
                isInParentheses = true
            }
            let isAtWordStart = start == text.startIndex || text[text.index(before: start)].isWhitespace
            guard isAtWordStart, at < text.endIndex, isInParentheses ? text[at] == ")" : ".)".contains(text[at]) else {
                continue
            }
            let end = text.index(after: at)
            // `1.5 mg` is an amount.
            guard end < text.endIndex, text[end].isWhitespace else { continue }
            return start..<end
        }
        return nil
    }

    /// Whether each line stands for itself: it begins like one and does not read on into the next.
    private static func isList(_ lines: [String]) -> Bool {
        let isBulleted = lines.allSatisfy { withoutBullet($0) != $0 }
        if isBulleted { return true }
        let readsOn = ["and", "or", "of", "with", "for", "the", "to", "a", "an", "in", "on", "at", "by", "x", "per"]
        return lines.allSatisfy { line in
            guard let first = line.first, first.isUppercase || first.isNumber else { return false }
            // A line of nothing but levels or amounts belongs to the one before.
            guard line.split(whereSeparator: { !$0.isLetter }).contains(where: { $0.count >= 4 }) else { return false }
            let lastWord = line.split(separator: " ").last.map { $0.lowercased() } ?? ""
            return !",-–/(".contains(line.last ?? " ") && !readsOn.contains(lastWord)
        }
    }

    private static func withoutBullet(_ line: String) -> String {
        guard let first = line.first, "-–•*·".contains(first), line.dropFirst().first == " " else { return line }
        return flat(String(line.dropFirst()))
    }

    /// One space between words.
    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
