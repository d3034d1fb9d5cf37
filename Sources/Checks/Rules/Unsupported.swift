import CaseModel

/// A date of the rationale that neither the summary nor the records hold.
///
/// One that differs in a single part from a date of the summary is a slip; any other is only told, for the summary
/// need not hold every day. A day between two that the summary names as a span is held.
struct Unsupported: Rule {
    let id = "evidence.unsupported"
    let usualSeverity = Severity.warning
    let basis = "LC 4610.6(h)(5)"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard !letter.summary.isEmpty else { return [] }
        let records = letter.input.records.map(recordDays)
        let header = [
            letter.dates.injury, letter.dates.utilizationReview, letter.dates.applicationReceived,
            letter.dates.assigned,
            letter.dates.decision,
        ].compactMap { $0 }
        let known = letter.summaryDates.compactMap { mention in mention.day.map { ($0, mention) } }
        let days = Set(known.map(\.0))
        return letter.items.flatMap { item -> [Observation] in
            var seen: Set<Day> = []
            return item.rationaleDates.compactMap { mention in
                guard let day = mention.day, mention.role == .other || mention.role == .request, !days.contains(day),
                    !header.contains(day) || mention.role == .other && isNote(mention, item.rationale),
                    !isWithinSpan(day, letter), records?.contains(day) != true, seen.insert(day).inserted,
                    !item.headDates.contains(where: { $0.day == day }),
                    !item.rationale.isQuoted(mention.tokens.lowerBound)
                else { return nil }
                let near = known.first { isSlip($0.0, day) }
                let place = item.rationale.evidence(mention.tokens)
                guard let near else {
                    return Observation(
                        item: item.number, "The summary has nothing of \(day.american), on which the rationale relies.",
                        [place], weight: .slight)
                }
                return Observation(
                    item: item.number,
                    "The rationale has \(day.american); the summary has \(near.0.american) and no \(day.american).",
                    [place, letter.summary.evidence(near.1.tokens)], weight: records == nil ? .slight : .usual)
            }
        }
    }

    private func recordDays(_ records: [CaseRecord]) -> Set<Day> {
        var days: Set<Day> = []
        for page in records.flatMap(\.pages) {
            days.formUnion(DateScanner.dates(in: SectionText(page, .summary)).compactMap(\.day))
        }
        return days
    }

    /// Whether a day is that of a clinical note, which the header's days are not.
    private func isNote(_ mention: DateMention, _ text: SectionText) -> Bool {
        let end = min(text.tokens.count, mention.tokens.upperBound + 2)
        return text.holds(["note", "visit", "report"], in: mention.tokens.upperBound..<end)
    }

    /// Whether two days differ in the day of the month, the month or the year alone.
    private func isSlip(_ a: Day, _ b: Day) -> Bool {
        let same = [a.year == b.year, a.month == b.month, a.day == b.day]
        return same.count { $0 } == 2 && (a.day == b.day || abs(a.day - b.day) <= 1 || abs(a.day - b.day) == 10)
    }

    private func isWithinSpan(_ day: Day, _ letter: UnderstoodLetter) -> Bool {
        let text = letter.summary
        let dates = letter.summaryDates
        return zip(dates, dates.dropFirst()).contains { from, to in
            guard let first = from.day, let last = to.day, from.tokens.upperBound < to.tokens.lowerBound,
                to.tokens.lowerBound - from.tokens.upperBound <= 2
            else { return false }
            return text.holds(["to", "through", "and", "-"], in: from.tokens.upperBound..<to.tokens.lowerBound)
                && first <= day && day <= last
        }
    }
}
