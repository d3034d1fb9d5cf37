import CaseModel
import Letters

@testable import Checks

extension Damage {
    static let all: [Damage] = dates + decisions + amounts + citations + people + wording + telling

    private static func shifted(_ day: Day?, _ random: inout SeededNumbers) -> Day? {
        day?.adding(days: -Int.random(in: 1...9, using: &random))
    }

    static let dates: [Damage] = [
        Damage(group: .dates, name: "another UR day in the header", rules: ["chronology.summary-differs"]) {
            letter, random in
            var letter = letter
            guard let day = letter.dates.utilizationReview, tells(.utilizationReview, letter) else { return nil }
            letter.dates.utilizationReview = shifted(day, &random)
            return letter
        },
        Damage(group: .dates, name: "another day of injury in the header", rules: ["chronology.summary-differs"]) {
            letter, random in
            var letter = letter
            guard let day = letter.dates.injury, tells(.injury, letter) else { return nil }
            letter.dates.injury = shifted(day, &random)
            return letter
        },
        Damage(group: .dates, name: "application before denial", rules: ["chronology.application-before-denial"]) {
            letter, random in
            var letter = letter
            guard let day = letter.dates.utilizationReview, letter.dates.applicationReceived != nil else { return nil }
            letter.dates.applicationReceived = shifted(day, &random)
            return letter
        },
        Damage(group: .dates, name: "a note of a day that is none", rules: ["chronology.impossible-date"]) {
            letter, _ in
            var letter = letter
            letter.summary += " On 02/30/2016 the worker was seen again."
            return letter
        },
        Damage(group: .dates, name: "a note of another century", rules: ["chronology.impossible-date"]) { letter, _ in
            var letter = letter
            letter.summary += " On November 9, 3016, the worker was seen again."
            return letter
        },
        Damage(group: .dates, name: "review before injury", rules: ["chronology.impossible-date"]) { letter, random in
            var letter = letter
            guard let day = letter.dates.utilizationReview, letter.dates.injury != nil else { return nil }
            letter.dates.injury = day.adding(days: Int.random(in: 1...9, using: &random))
            return letter
        },
        Damage(group: .dates, name: "a late decision", rules: ["clock.determination-late"]) { letter, _ in
            var letter = letter
            guard let day = letter.dates.assigned else { return nil }
            letter.dates.decision = day.adding(days: 80)
            return letter
        },
        Damage(group: .dates, name: "a late application", rules: ["clock.application-late"]) { letter, _ in
            var letter = letter
            guard let day = letter.dates.utilizationReview else { return nil }
            letter.dates.applicationReceived = day.adding(days: 60)
            return letter
        },
    ]

    /// Whether the summary tells a day of a role at all, and tells the header's.
    private static func tells(_ role: DateRole, _ letter: Determination) -> Bool {
        let text = SectionText(letter.summary, .summary)
        let name = role == .injury ? [["injury"], ["claim"]] : [["utilization", "review"], ["ur"]]
        return text.first(of: name, in: text.all) != nil
            && DateScanner.dates(in: text).contains {
                role == .injury ? $0.day == letter.dates.injury : $0.day == letter.dates.utilizationReview
            }
    }

    static let decisions: [Damage] = [
        Damage(group: .decisions, name: "the other decision", rules: ["decision.contradicts-conclusion"]) {
            letter, random in
            var letter = letter
            guard let index = letter.items.indices.randomElement(using: &random) else { return nil }
            letter.items[index].decision = letter.items[index].decision == .upheld ? .overturned : .upheld
            return letter
        },
        Damage(group: .decisions, name: "no conclusion", rules: ["decision.no-conclusion"]) { letter, random in
            var letter = letter
            guard let index = letter.items.indices.randomElement(using: &random) else { return nil }
            let text = SectionText(letter.items[index].rationale, .rationale)
            let kept = text.sentences.filter { text.first(of: [["necessary"], ["necessity"]], in: $0) == nil }
            guard kept.count < text.sentences.count, !kept.isEmpty else { return nil }
            letter.items[index].rationale = kept.map { text.words($0) }.joined(separator: " ")
            return letter
        },
        Damage(group: .arithmetic, name: "what remains is another number", rules: ["item.arithmetic"]) { letter, _ in
            var letter = letter
            for (index, item) in letter.items.enumerated() {
                let head = SectionText(item.text, .head)
                guard let split = SplitHead(head), !split.isUndivided,
                    let amount = AmountScanner.amounts(in: head, split.remaining)
                        .first(where: { ($0.unit == .visits || $0.unit == .pieces) && $0.tokens.count < 5 }),
                    let token = amount.tokens.first(where: { head.tokens[$0].text != "#" })
                else { continue }
                let scalars = head.scalars
                letter.items[index].text =
                    String(String.UnicodeScalarView(scalars[..<head.tokens[token].start])) + "37"
                    + String(String.UnicodeScalarView(scalars[head.tokens[token].end...]))
                return letter
            }
            return nil
        },
    ]
}
