import CaseModel
import Letters

/// A date that does not exist, lies after the decision or in another century, or a header that goes backwards.
struct ImpossibleDate: Rule {
    let id = "chronology.impossible-date"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        var result = header(letter)
        result += told(letter.summaryDates, letter.summary, letter)
        for item in letter.items {
            result += told(item.headDates, item.head, letter)
            result += told(item.rationaleDates, item.rationale, letter)
        }
        return result
    }

    /// Days of the header in an order that cannot be.
    private func header(_ letter: UnderstoodLetter) -> [Observation] {
        let dates = letter.dates
        let order: [(HeaderField, Day?, HeaderField, Day?)] = [
            (.dateOfInjury, dates.injury, .utilizationReviewDate, dates.utilizationReview),
            (.dateOfInjury, dates.injury, .applicationReceived, dates.applicationReceived),
            (.utilizationReviewDate, dates.utilizationReview, .decisionDate, dates.decision),
            (.applicationReceived, dates.applicationReceived, .dateAssigned, dates.assigned),
            (.dateAssigned, dates.assigned, .decisionDate, dates.decision),
        ]
        return order.compactMap { earlier, first, later, second in
            guard let first, let second, second < first else { return nil }
            return Observation(
                "The \(later.rawValue) \(second.american) lies before the \(earlier.rawValue) \(first.american).",
                [letter.input.header.evidence(earlier), letter.input.header.evidence(later)].compactMap { $0 })
        }
    }

    private func told(_ mentions: [DateMention], _ text: SectionText, _ letter: UnderstoodLetter) -> [Observation] {
        mentions.compactMap { mention in
            let words = text.words(mention.tokens)
            guard case .day(let day) = mention.value else {
                guard mention.value == .impossible else { return nil }
                return Observation(item: text.item, "There is no day “\(words)”.", [text.evidence(mention.tokens)])
            }
            if day.year > 2100 || day.year < 1900 {
                return Observation(
                    item: text.item, "“\(words)” lies in another century.", [text.evidence(mention.tokens)])
            }
            if let injury = letter.dates.injury, day < injury, isOfCare(mention, text) {
                return Observation(
                    item: text.item, "“\(words)” lies before the day of injury, \(injury.american).",
                    [text.evidence(mention.tokens), letter.input.header.evidence(.dateOfInjury)].compactMap { $0 })
            }
            guard let decision = letter.dates.decision, day > decision, mention.role != .planned else { return nil }
            // A day soon after the decision may have been planned in other words than are known.
            let isFar = decision.days(until: day) > 120 || text.section == .head || mention.role != .other
            return Observation(
                item: text.item, "“\(words)” lies after the day of the decision, \(decision.american).",
                [text.evidence(mention.tokens), letter.input.header.evidence(.decisionDate)].compactMap { $0 },
                weight: isFar || isPast(mention, text) ? .usual : .slight)
        }
    }

    /// Whether a date is that of something that only an injury brings about: a request for authorization, a progress
    /// report, an approval.
    private func isOfCare(_ mention: DateMention, _ text: SectionText) -> Bool {
        guard mention.role == .other || mention.role == .request else { return mention.role == .utilizationReview }
        let sentence = text.sentence(at: mention.tokens.lowerBound)
        guard !text.isQuoted(mention.tokens.lowerBound), !text.holds(ImpossibleDate.earlier, in: sentence) else {
            return false
        }
        let before = max(sentence.lowerBound, mention.tokens.lowerBound - 7)..<mention.tokens.lowerBound
        if mention.role == .request
            || text.first(of: [["progress", "report"], ["first", "report"]], in: before) != nil
        {
            return true
        }
        return text.holds(["approved"], in: before) && text.holds(ImpossibleDate.care, in: sentence)
    }

    /// Words of a sentence that goes back before the injury on purpose.
    private static let earlier: Set<String> = [
        "prior", "previous", "previously", "before", "preexisting", "pre", "earlier", "another", "former", "old", "fda",
        "history", "unrelated",
    ]
    private static let care: Set<String> = [
        "request", "requested", "authorization", "therapy", "sessions", "visits", "administrator", "treatment",
        "surgery",
    ]

    /// Whether the sentence tells what has happened.
    private func isPast(_ mention: DateMention, _ text: SectionText) -> Bool {
        let sentence = text.sentence(at: mention.tokens.lowerBound)
        let past: Set<String> = [
            "was", "were", "had", "dated", "noted", "reported", "revealed", "showed", "underwent", "evaluated",
            "documented", "complained", "presented", "seen", "indicated", "received", "denied",
        ]
        return text.holds(past, in: sentence)
    }
}
