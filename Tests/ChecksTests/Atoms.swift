/// A word, a number or a mark of a text, cut by the tests' own rule: what is damaged is found without any of the
/// recognizers that the check itself uses.
struct Atom: Sendable {
    /// In small letters.
    let text: String
    let range: Range<String.Index>
    /// Whether white space stands before it.
    let isSpaced: Bool

    var isNumber: Bool { text.first.map { $0 >= "0" && $0 <= "9" } ?? false }
    var isWord: Bool { text.first?.isLetter ?? false }

    /// A word begins with a letter and goes on with letters and digits (`L4`), but for a sign of multiplication (`x8`);
    /// a number is digits with a decimal point.
    static func cut(_ text: String) -> [Atom] {
        var result: [Atom] = []
        var at = text.startIndex
        var isSpaced = true
        while at < text.endIndex {
            if text[at].isWhitespace {
                (at, isSpaced) = (text.index(after: at), true)
                continue
            }
            let end = end(of: text, at)
            result.append(Atom(text: text[at..<end].lowercased(), range: at..<end, isSpaced: isSpaced))
            (at, isSpaced) = (end, false)
        }
        return result
    }

    private static func end(of text: String, _ start: String.Index) -> String.Index {
        var at = text.index(after: start)
        func isDigit(_ index: String.Index) -> Bool {
            index < text.endIndex && text[index].isASCII && text[index].isNumber
        }
        if isDigit(start) {
            while isDigit(at) || at < text.endIndex && text[at] == "." && isDigit(text.index(after: at)) {
                at = text.index(after: at)
            }
        } else if text[start].isLetter {
            if text[start] == "x" || text[start] == "X", isDigit(at) { return at }
            while at < text.endIndex, text[at].isLetter || isDigit(at) { at = text.index(after: at) }
        }
        return at
    }
}

/// A part of a form that words may have.
enum Piece: Sendable {
    /// Digits, or a number in words.
    case number
    case digits
    /// One of some words or marks.
    case one(Set<String>)
    /// Up to so many words.
    case few(Int)
    /// A number in brackets, or nothing.
    case bracketed
    /// No white space before what follows.
    case tight
}

/// A form that words may have, with one number or word in it that is damaged.
struct Form: Sendable {
    let name: String
    let pieces: [Piece]
    /// Which piece is damaged.
    let hot: Int
    /// Marks that do not stand right before it.
    var after: Set<String> = ["/", "-", ".", "#"]

    /// Where a text has the form: its words without spaces, and the place that is damaged.
    func places(in text: String) -> [(words: String, place: Range<String.Index>)] {
        let atoms = Atom.cut(text)
        return atoms.indices.compactMap { start in
            if start > 0, !atoms[start].isSpaced, after.contains(atoms[start - 1].text) || atoms[start - 1].isNumber {
                return nil
            }
            guard let ends = match(0, start, atoms), let last = ends.last, last > start else { return nil }
            let (first, end) = (hot == 0 ? start : ends[hot - 1], ends[hot])
            guard first < end else { return nil }
            return (
                atoms[start..<last].map(\.text).joined(),
                atoms[first].range.lowerBound..<atoms[end - 1].range.upperBound
            )
        }
    }

    /// Where each piece from one on ends when they stand from an atom on.
    private func match(_ piece: Int, _ at: Int, _ atoms: [Atom]) -> [Int]? {
        guard piece < pieces.count else { return [] }
        for end in ends(pieces[piece], at, atoms) {
            if let rest = match(piece + 1, end, atoms) { return [end] + rest }
        }
        return nil
    }

    private func ends(_ piece: Piece, _ at: Int, _ atoms: [Atom]) -> [Int] {
        let atom = at < atoms.count ? atoms[at] : nil
        switch piece {
        case .number: return Form.number(at, atoms).map { [$0] } ?? []
        case .digits: return atom?.isNumber == true ? [at + 1] : []
        case .one(let words): return atom.map { words.contains($0.text) } == true ? [at + 1] : []
        case .tight: return atom?.isSpaced == false ? [at] : []
        case .few(let most):
            var ends = [at]
            while ends.count <= most, let last = ends.last, last < atoms.count, atoms[last].isWord {
                ends.append(last + 1)
            }
            return ends
        case .bracketed:
            guard at + 2 < atoms.count, atoms[at].text == "(", atoms[at + 1].isNumber, atoms[at + 2].text == ")" else {
                return [at]
            }
            return [at + 3]
        }
    }

    private static func number(_ at: Int, _ atoms: [Atom]) -> Int? {
        guard at < atoms.count else { return nil }
        if atoms[at].isNumber || counting.contains(atoms[at].text) { return at + 1 }
        guard atoms[at].text == "twenty", at + 2 < atoms.count, atoms[at + 1].text == "-" else { return nil }
        return counting.contains(atoms[at + 2].text) ? at + 3 : nil
    }

    static let counting = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    /// Another number written in the same way: two is three, 60 is 90, 0.5 is 1.
    static func another(_ words: String, _ random: inout SeededNumbers) -> String {
        if let index = counting.firstIndex(of: words.lowercased()) {
            return counting[index < 2 || index < 12 && Bool.random(using: &random) ? index + 1 : index - 1]
        }
        guard let value = Double(words) else { return "seven" }
        guard value == value.rounded(), value >= 1 else { return String(value * 2) }
        let number = Int(value)
        let others =
            number < 10 ? [number + 1, number + 2] : [number + number / 2, number * 2, number - 1, number + 4]
        return String(others.randomElement(using: &random) ?? number + 1)
    }
}
