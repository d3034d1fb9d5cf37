internal import Foundation

/// A name as it is compared: case, spaces, punctuation, accents, titles and legal forms do not count.
///
/// `ACME Builders, Inc.` is `Acme Builders`; `Smith, John Q., M.D.` is `John Smith`. It gives out no name of its own: what
/// is told to a person is the name as written.
package struct PartyName: Hashable, Sendable {
    /// The words of more than one letter, sorted, without titles and legal forms.
    private let words: [String]
    /// The single letters, sorted.
    private let initials: [Character]

    /// The name as it is compared.
    package init(_ name: String) {
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        // Full stops and apostrophes join ("M.D.", "O'Neil"), all other marks part.
        let plain = folded.filter { $0 != "." && $0 != "'" && $0 != "’" }
        var words: [String] = []
        var initials: [Character] = []
        for word in plain.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map({ String($0) })
        where !PartyName.passedOver.contains(word) {
            if word.count == 1, let initial = word.first { initials.append(initial) } else { words.append(word) }
        }
        self.words = words.sorted()
        self.initials = initials.sorted()
    }

    /// Whether the name says anything.
    package var isEmpty: Bool { words.isEmpty && initials.isEmpty }

    /// Whether two names are of the same party: the same words, and initials that do not contradict each other.
    package func isSame(as other: PartyName) -> Bool {
        if words.isEmpty { return !isEmpty && self == other }
        return words == other.words && (initials.isEmpty || other.initials.isEmpty || initials == other.initials)
    }

    /// Whether two names that are not the same may yet be of one party, so that a person must look: `J. Smith` and
    /// `John Smith`, `Northgate` and `Northgate Insurance`.
    package func mayBeSame(as other: PartyName) -> Bool {
        if isSame(as: other) { return true }
        if words == other.words { return !words.isEmpty }
        let (shorter, longer) = words.count <= other.words.count ? (self, other) : (other, self)
        var rest = longer.words
        for word in shorter.words {
            guard let at = rest.firstIndex(of: word) else { return false }
            rest.remove(at: at)
        }
        // Words in common alone tell little of one word; an initial must then answer for each word left.
        if shorter.words.count >= 2 { return true }
        guard shorter.words.count == 1, !rest.isEmpty else { return false }
        if shorter.initials.isEmpty { return shorter.words.allSatisfy { $0.count >= 6 } }
        return rest.contains { word in word.first.map(shorter.initials.contains) ?? false }
    }

    /// Titles of people and legal forms of companies.
    private static let passedOver: Set<String> = [
        "dr", "mr", "mrs", "ms", "md", "do", "dpm", "dc", "phd", "psyd", "rn", "np", "pa", "esq", "jr", "sr", "ii",
        "iii",
        "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "corp", "corporation", "co", "company", "pc",
        "plc",
        "the", "and", "of",
    ]
}
