import CaseModel
import Foundation

@testable import Checks

/// Damage found by the letters of the words alone, with none of the recognizers that the check itself uses.
extension Damage {
    /// Where a letter says the same thing a second time.
    enum Place: String, CaseIterable, Sendable {
        /// The last sentence of a rationale that speaks of necessity.
        case conclusion
        /// A sentence of the summary that tells what utilization review decided.
        case review
        /// The head, when conclusion or review has the words too.
        case head
    }

    private static let number =
        "(?:[0-9]+(?:\\.[0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)"

    /// Forms of amounts; the first group is the number that is damaged.
    private static let forms: [(String, String)] = [
        ("a strength", "(?<![0-9./-])([0-9]+(?:\\.[0-9]+)?) ?(?:mg|mcg|%)(?![a-z])"),
        ("a count of pieces", "# ?([0-9]+)"), ("a quantity", "(?:qty|quantity)[:. ]+([0-9]+)"),
        ("a number of sessions", "(\(number))(?: \\([0-9]+\\))? (?:[a-z]+ ){0,3}(?:sessions|visits|treatments)"),
        ("a frequency", "(\(number)) (?:times|visits|sessions) (?:a|per|each) week"),
        ("a number of weeks", "(\(number)) weeks"), ("a number of months", "(\(number)) months?\\b"),
        ("a number of days", "(\(number)) days?\\b"), ("a number of refills", "(\(number))(?: \\([0-9]+\\))? refills"),
        ("a multiple", "(?: x ?| times )([0-9]+)\\b"),
    ]

    static let wording: [Damage] =
        Place.allCases.flatMap { place in
            forms.map { name, form in
                Damage(
                    group: .amounts, name: "\(name) in the \(place.rawValue)",
                    rules: ["item.differs", "item.arithmetic"]
                ) { letter, random in amount(form, at: place, letter, &random) }
            }
                + [
                    Damage(group: .sides, name: "a side in the \(place.rawValue)", rules: ["item.differs"]) {
                        letter, _ in side(at: place, letter)
                    },
                    Damage(group: .sides, name: "a level in the \(place.rawValue)", rules: ["item.differs"]) {
                        letter, _ in level(at: place, letter)
                    },
                ]
        }

    private static func amount(
        _ form: String, at place: Place, _ letter: Determination, _ random: inout SeededNumbers
    ) -> Determination? {
        let other = String(Int.random(in: 2...3, using: &random) * 13)
        return change(letter, at: place, form) { _ in other }
    }

    private static func side(at place: Place, _ letter: Determination) -> Determination? {
        let part = "shoulder|knee|hip|ankle|foot|wrist|hand|elbow|upper extremity|lower extremity"
        return change(letter, at: place, "(left|right) (?:\(part))") { $0.lowercased() == "left" ? "right" : "left" }
    }

    private static func level(at place: Place, _ letter: Determination) -> Determination? {
        change(letter, at: place, "\\b([LC][1-7])(?:-| )") {
            $0 == "L3" || $0 == "C3" ? "\($0.prefix(1))1" : "\($0.prefix(1))3"
        }
    }

    /// Changes the first group of a form in one place when another place of the same item has the same words.
    private static func change(
        _ letter: Determination, at place: Place, _ form: String, _ change: (String) -> String
    ) -> Determination? {
        guard let expression = try? NSRegularExpression(pattern: form, options: .caseInsensitive) else { return nil }
        let review = sentence(of: letter.summary) { sentence in
            let text = sentence.lowercased()
            return (text.contains("utilization review") || text.contains("claims administrator"))
                && (text.contains("certified") || text.contains("denied") || text.contains("modified"))
        }
        for index in letter.items.indices {
            let item = letter.items[index]
            let conclusion = sentence(of: item.rationale) { $0.contains("necessary") }
            let own = review
            func words(_ range: Range<String.Index>?, _ text: String) -> Set<String> {
                range.map { matches(expression, String(text[$0])).map(\.words) }.map(Set.init) ?? []
            }
            let head = Set(matches(expression, item.text).map(\.words))
            // Which item of several a sentence of the summary means is told only by what no other has.
            let others = letter.items.indices.filter { $0 != index }.flatMap {
                matches(expression, letter.items[$0].text).map(\.words)
            }
            var damaged = letter
            switch place {
            case .conclusion:
                guard let range = conclusion,
                    let text = replaced(item.rationale, range, expression, among: head, change)
                else { continue }
                damaged.items[index].rationale = text
            case .review:
                guard let range = own,
                    let text = replaced(letter.summary, range, expression, among: head.subtracting(others), change)
                else { continue }
                damaged.summary = text
            case .head:
                let known = words(conclusion, item.rationale).union(words(own, letter.summary).subtracting(others))
                guard
                    let text = replaced(
                        item.text, item.text.startIndex..<item.text.endIndex, expression, among: known, change)
                else { continue }
                damaged.items[index].text = text
            }
            return damaged
        }
        return nil
    }

    private static func matches(
        _ expression: NSRegularExpression, _ text: String
    ) -> [(words: String, number: Range<String.Index>)] {
        expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            guard let all = Range(match.range, in: text), let number = Range(match.range(at: 1), in: text) else {
                return nil
            }
            return (text[all].lowercased().filter { $0 != " " }, number)
        }
    }

    private static func replaced(
        _ text: String, _ range: Range<String.Index>, _ expression: NSRegularExpression, among known: Set<String>,
        _ change: (String) -> String
    ) -> String? {
        let part = String(text[range])
        guard let match = matches(expression, part).first(where: { known.contains($0.words) }) else { return nil }
        return text[..<range.lowerBound]
            + part.replacingCharacters(in: match.number, with: change(String(part[match.number])))
            + text[range.upperBound...]
    }

    /// The last sentence that holds what is asked for, ended by a full stop and a space.
    private static func sentence(of text: String, _ holds: (String) -> Bool) -> Range<String.Index>? {
        var end = text.endIndex
        while end > text.startIndex {
            let start = text[..<end].dropLast(2).range(of: ". ", options: .backwards)?.upperBound ?? text.startIndex
            if holds(String(text[start..<end])) { return start..<end }
            end = start
        }
        return nil
    }
}
