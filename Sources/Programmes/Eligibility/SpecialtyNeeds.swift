package import CaseModel

/// Which specialties the items of a case call for, by the profile's table of words.
///
/// Each item is judged by its own words. One whose words the table does not know is judged by those of the summary; if
/// these tell nothing either, it asks for nothing.
package struct SpecialtyNeeds: Sendable {
    /// The entries of the table that fit each item, in the order of the items; empty when nothing is known.
    private let items: [[SpecialtyFit]]

    /// The needs of a determination's items.
    package init(_ determination: Determination, _ table: [SpecialtyFit]) {
        let summary = NeedWords(determination.summary)
        items = determination.items.map { item in
            let words = NeedWords(item.text)
            let fits = table.filter { words.fit($0) }
            return fits.isEmpty ? table.filter { summary.fit($0) } : fits
        }
    }

    /// Whether nothing is known of any item.
    package var isEmpty: Bool { items.allSatisfy(\.isEmpty) }

    /// Which of the specialties fit what, and the numbers, from 1, of the items that none fits.
    package func judge(
        _ specialties: [String]
    ) -> (fitting: [(specialty: String, about: String)], missed: [Int]) {
        var fitting: [(specialty: String, about: String)] = []
        var missed: [Int] = []
        for (index, fits) in items.enumerated() where !fits.isEmpty {
            let found = fits.lazy.compactMap { fit in
                specialties.first { SpecialtyNeeds.holds(fit.specialties, $0) }.map { ($0, fit.name) }
            }.first
            if let found { fitting.append(found) } else { missed.append(index + 1) }
        }
        return (fitting, missed)
    }

    /// The specialties that would fit items of some numbers, the closest first.
    package func specialties(of numbers: [Int]) -> [String] {
        var result: [String] = []
        for number in numbers where items.indices.contains(number - 1) {
            for specialty in items[number - 1].flatMap(\.specialties) where !result.contains(specialty) {
                result.append(specialty)
            }
        }
        return result
    }

    /// Whether a certification is one of the specialties: `Physical Medicine and Rehabilitation` is `Physical Medicine
    /// & Rehabilitation`, and `Orthopaedic Surgery/Sports Medicine` is orthopedic surgery.
    private static func holds(_ specialties: [String], _ given: String) -> Bool {
        let given = key(given)
        return specialties.contains { specialty in
            let wanted = key(specialty)
            return given == wanted || given.count > wanted.count && given.starts(with: wanted)
        }
    }

    private static func key(_ specialty: String) -> [Substring] {
        specialty.lowercased().split { !$0.isLetter }.filter { $0 != "and" && $0 != "of" }.map { word in
            word == "orthopaedic" ? "orthopedic" : word == "rehab" ? "rehabilitation" : word
        }
    }
}

/// A text's words, to look for those of the table.
private struct NeedWords {
    private let words: [String]

    init(_ text: String) {
        words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { String($0) }
    }

    func fit(_ fit: SpecialtyFit) -> Bool {
        !words.isEmpty && fit.words.allSatisfy { group in group.contains(where: holds) }
    }

    /// Whether words of the table stand in the text one after the other.
    private func holds(_ phrase: String) -> Bool {
        let wanted = phrase.split(separator: " ")
        guard !wanted.isEmpty, wanted.count <= words.count else { return false }
        return (0...(words.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { matches(wanted[$0], words[start + $0]) }
        }
    }

    private func matches(_ wanted: Substring, _ word: String) -> Bool {
        if wanted.hasSuffix("*") { return word.hasPrefix(wanted.dropLast()) }
        // Plurals are the same thing.
        return word == wanted || word.dropLast() == wanted && word.hasSuffix("s")
    }
}
