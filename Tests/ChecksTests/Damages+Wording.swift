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
        /// The first sentence of the rationale that speaks of the request.
        case reason
        /// A sentence of the summary that tells what was requested.
        case request
    }

    private static let forms: [Form] = [
        Form(name: "a strength", pieces: [.digits, .one(["mg", "mcg", "%"])], hot: 0),
        Form(
            name: "the first of a pair of strengths",
            pieces: [.digits, .tight, .one(["/"]), .tight, .digits, .one(["mg", "mcg"])], hot: 0),
        Form(
            name: "the last of a pair of strengths",
            pieces: [.digits, .tight, .one(["/"]), .tight, .digits, .one(["mg", "mcg"])], hot: 4),
        Form(name: "a count of pieces", pieces: [.one(["#"]), .digits], hot: 1),
        Form(
            name: "a count of tablets",
            pieces: [.number, .bracketed, .one(["tablets", "tabs", "capsules", "patches", "pills"])], hot: 0),
        Form(name: "a quantity", pieces: [.one(["qty", "quantity"]), .digits], hot: 1),
        Form(name: "a quantity with a mark", pieces: [.one(["qty", "quantity"]), .one([":", "."]), .digits], hot: 2),
        Form(
            name: "a number of sessions",
            pieces: [.number, .bracketed, .few(3), .one(["sessions", "visits", "treatments"])], hot: 0),
        Form(
            name: "a frequency",
            pieces: [
                .number, .one(["times", "x", "visits", "sessions"]), .one(["a", "per", "each", "/"]),
                .one(["week", "wk"]),
            ], hot: 0),
        Form(name: "a frequency of one word", pieces: [.number, .one(["times", "x"]), .one(["weekly"])], hot: 0),
        Form(name: "a number of weeks", pieces: [.number, .bracketed, .one(["weeks", "wks"])], hot: 0),
        Form(name: "a number of months", pieces: [.number, .one(["month", "months"])], hot: 0),
        Form(name: "a number of days", pieces: [.number, .bracketed, .one(["day", "days"])], hot: 0),
        Form(name: "a number of refills", pieces: [.number, .bracketed, .one(["refills", "refill"])], hot: 0),
        Form(name: "a multiple", pieces: [.one(["x", "times"]), .digits], hot: 1),
    ]

    private static let sided = Form(
        name: "a side",
        pieces: [
            .one(["left", "right"]),
            .one([
                "shoulder", "knee", "hip", "ankle", "foot", "wrist", "hand", "elbow", "thumb", "heel", "upper", "lower",
                "leg", "arm", "forearm",
            ]),
        ], hot: 0)
    private static let level = Form(
        name: "a level",
        pieces: [.one(Set(["L", "C"].flatMap { letter in (2...7).map { "\(letter)\($0)".lowercased() } }))],
        hot: 0, after: ["/"])
    private static let parts = [
        "shoulder": "knee", "knee": "shoulder", "hip": "elbow", "ankle": "wrist", "foot": "hand", "wrist": "ankle",
        "hand": "foot", "elbow": "hip", "lumbar": "cervical", "cervical": "lumbar", "thoracic": "lumbar",
    ]
    private static let part = Form(name: "a part of the body", pieces: [.one(Set(parts.keys))], hot: 0)

    static let wording: [Damage] =
        Place.allCases.flatMap { place in
            forms.map { form in
                Damage(
                    group: .amounts, name: "\(form.name) in the \(place.rawValue)",
                    rules: ["item.differs", "item.arithmetic"]
                ) { letter, random in change(letter, at: place, form) { Form.another($0, &random) } }
            }
                + [
                    Damage(group: .sides, name: "a side in the \(place.rawValue)", rules: ["item.differs"]) {
                        letter, _ in
                        change(letter, at: place, sided) { $0.lowercased() == "left" ? "right" : "left" }
                    },
                    Damage(group: .sides, name: "a level in the \(place.rawValue)", rules: ["item.differs"]) {
                        letter, _ in
                        change(letter, at: place, level) {
                            $0.hasSuffix("3") ? "\($0.prefix(1))1" : "\($0.prefix(1))3"
                        }
                    },
                    Damage(
                        group: .sides, name: "a part of the body in the \(place.rawValue)",
                        rules: ["item.differs", "citation.wrong-topic"]
                    ) { letter, _ in change(letter, at: place, part, isOnly: true) { parts[$0.lowercased()] ?? $0 } },
                ]
        }

    /// Changes what a form has in one place when another place of the same item has the same words.
    ///
    /// - Parameter isOnly: whether the head must have the form once, and no other item what it has.
    private static func change(
        _ letter: Determination, at place: Place, _ form: Form, isOnly: Bool = false, _ change: (String) -> String
    ) -> Determination? {
        let review = sentence(of: letter.summary) { sentence in
            let text = sentence.lowercased()
            return (text.contains("utilization review") || text.contains("claims administrator"))
                && (text.contains("certified") || text.contains("denied") || text.contains("modified"))
        }
        for index in letter.items.indices {
            let item = letter.items[index]
            let conclusion = sentence(of: item.rationale) { $0.contains("necessary") }
            func words(_ range: Range<String.Index>?, _ text: String) -> Set<String> {
                range.map { Set(form.places(in: String(text[$0])).map(\.words)) } ?? []
            }
            let own = form.places(in: item.text).map(\.words)
            if isOnly, own.count != 1 { continue }
            let head = Set(own)
            // Which item of several a sentence of the summary means is told only by what no other has.
            let others = letter.items.indices.filter { $0 != index }.flatMap {
                form.places(in: letter.items[$0].text).map(\.words)
            }
            var damaged = letter
            switch place {
            case .conclusion:
                guard let range = conclusion, let text = replaced(item.rationale, range, form, among: head, change)
                else { continue }
                damaged.items[index].rationale = text
            case .review:
                guard let range = review,
                    let text = replaced(letter.summary, range, form, among: head.subtracting(others), change)
                else { continue }
                damaged.summary = text
            case .reason:
                let range = sentence(of: item.rationale) { $0.contains("request") && !$0.contains("necessary") }
                guard let range, let text = replaced(item.rationale, range, form, among: head, change) else { continue }
                damaged.items[index].rationale = text
            case .request:
                let range = sentence(of: letter.summary) { sentence in
                    let text = sentence.lowercased()
                    return text.contains("request") && !text.contains("utilization") && !text.contains("certified")
                        && !text.contains("modified") && !text.contains("denied")
                }
                guard let range,
                    let text = replaced(letter.summary, range, form, among: head.subtracting(others), change)
                else { continue }
                damaged.summary = text
            case .head:
                let known = words(conclusion, item.rationale).union(words(review, letter.summary).subtracting(others))
                let whole = item.text.startIndex..<item.text.endIndex
                guard let text = replaced(item.text, whole, form, among: known, change) else { continue }
                damaged.items[index].text = text
            }
            return damaged
        }
        return nil
    }

    private static func replaced(
        _ text: String, _ range: Range<String.Index>, _ form: Form, among known: Set<String>,
        _ change: (String) -> String
    ) -> String? {
        var part = String(text[range])
        guard let match = form.places(in: part).first(where: { known.contains($0.words) }) else { return nil }
        part.replaceSubrange(match.place, with: change(String(part[match.place])))
        return text[..<range.lowerBound] + part + text[range.upperBound...]
    }

    /// The last sentence that holds what is asked for, ended by a full stop and a space.
    static func sentence(of text: String, _ holds: (String) -> Bool) -> Range<String.Index>? {
        var end = text.endIndex
        while end > text.startIndex {
            let start = text[..<end].dropLast(2).range(of: ". ", options: .backwards)?.upperBound ?? text.startIndex
            if holds(String(text[start..<end])) { return start..<end }
            end = start
        }
        return nil
    }
}
