package import CaseModel

/// The dated events of a case, in order.
package enum Chronology {
    /// One event.
    package struct Event: Hashable, Sendable {
        /// The day; the first of the month, half-year or year when the text gives no more.
        package var day: Day
        /// Whether the text gives the day itself: else only the month, the half-year or the year.
        package var isExact: Bool
        /// What happened, in a few words.
        package var words: String
        /// Where it stands.
        package var section: Section
        /// Whether it belongs to the way of the case: the injury, the review, the application, the decision.
        package var isMilestone: Bool
    }

    /// The days of the header, the due day, and every date of the summary with the words around it; the earliest first,
    /// within a day the header's before the summary's.
    package static func events(of determination: Determination, due: Day?) -> [Event] {
        let dates = determination.dates
        let milestones: [(Day?, String)] = [
            (dates.injury, "injury"), (dates.utilizationReview, "utilization review: denied or modified"),
            (dates.applicationReceived, "application received"), (dates.assigned, "assigned for review"),
            (dates.decision, "decision"), (due, "due day"),
        ]
        var events = milestones.compactMap { day, words in
            day.map { Event(day: $0, isExact: true, words: words, section: .header, isMilestone: true) }
        }
        let text = SectionText(determination.summary, .summary)
        for mention in DateRoles.assigned(to: DateScanner.dates(in: text), in: text) {
            guard let event = event(mention, in: text) else { continue }
            if !events.contains(where: { $0.day == event.day && $0.words == event.words }) { events.append(event) }
        }
        return events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    private static func event(_ mention: DateMention, in text: SectionText) -> Event? {
        let day: Day?
        let isExact: Bool
        switch mention.value {
        case .day(let given): (day, isExact) = (given, true)
        case .month(let year, let month): (day, isExact) = (Day(year: year, month: month, day: 1), false)
        case .half(let year, let half): (day, isExact) = (Day(year: year, month: half * 6 - 5, day: 1), false)
        case .year(let year): (day, isExact) = (Day(year: year, month: 1, day: 1), false)
        case .impossible: return nil
        }
        guard let day else { return nil }
        let (words, isMilestone) = words(mention, in: text)
        return Event(day: day, isExact: isExact, words: words, section: .summary, isMilestone: isMilestone)
    }

    /// What the date is of: its role, else the words of its sentence that stand nearest.
    private static func words(_ mention: DateMention, in text: SectionText) -> (String, Bool) {
        switch mention.role {
        case .injury: return ("injury", true)
        case .utilizationReview: return ("utilization review", true)
        case .application: return ("application", true)
        case .request: return ("request for authorization", true)
        case .planned, .besideUtilizationReview, .other: break
        }
        let sentence = text.sentence(at: mention.tokens.lowerBound)
        let before = max(sentence.lowerBound, mention.tokens.lowerBound - 14)..<mention.tokens.lowerBound
        let after = mention.tokens.upperBound..<min(sentence.upperBound, mention.tokens.upperBound + 12)
        let told = clause(text.words(before))
        let words = told.isEmpty ? clause(text.words(after)) : told
        let prefix = mention.role == .planned ? "planned: " : ""
        return (prefix + words, false)
    }

    /// The last clause of some words that has three words or more, without what led over to a date: `, 2014, a right
    /// lumbar block on` is `a right lumbar block`.
    private static func clause(_ words: String) -> String {
        let clauses = words.split { ",;:()".contains($0) }.map { part in
            part.split(separator: " ").drop { $0.allSatisfy { !$0.isLetter } || leads.contains($0.lowercased()) }
        }
        guard var clause = clauses.last(where: { $0.count >= 3 }) ?? clauses.last(where: { !$0.isEmpty }) else {
            return ""
        }
        while let last = clause.last, leads.contains(last.lowercased()) { clause.removeLast() }
        let end = clause.suffix(10).drop { leads.contains($0.lowercased()) }
        return end.joined(separator: " ")
    }

    /// Words that lead over to a date or on from one.
    private static let leads: Set<String> = [
        "on", "of", "in", "at", "from", "dated", "by", "and", "the", "was", "since", "until", "through", "to", "for",
    ]
}
