import CaseModel

/// A date, a dose or a measurement of the rationale that neither the summary nor the records hold.
///
/// Where the records are not at hand a date is only noted, for the summary need not hold every day of them. A day between
/// two that the summary names as a span is held.
struct Unsupported: Rule {
    let id = "evidence.unsupported"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard !letter.summary.isEmpty else { return [] }
        return dates(letter) + doses(letter) + measurements(letter)
    }

    /// A strength of a drug that is told with other strengths only, wherever else it is named.
    private func doses(_ letter: UnderstoodLetter) -> [Observation] {
        let records = (letter.input.records ?? []).flatMap(\.pages).map { SectionText($0, .summary) }
        return letter.items.flatMap { item -> [Observation] in
            let heads = letter.items.map(\.head)
            var seen: Set<String> = []
            return item.rationale.all.compactMap { at -> Observation? in
                let token = item.rationale.tokens[at]
                guard token.isWord, token.length > 5, !Unsupported.general.contains(token.text),
                    !item.rationale.isQuoted(at),
                    let told = DosesTold.after(at, in: item.rationale), seen.insert(token.text).inserted
                else { return nil }
                let others = ([letter.summary] + heads).flatMap { text in
                    DosesTold.of(token.text, in: text).map { (text, $0) }
                }
                guard let (text, known) = others.first, !others.contains(where: { $0.1.values == told.values }),
                    !item.rationale.holds(
                        ["increase", "increased", "reduce", "reduced", "taper", "to"],
                        in: item.rationale.sentence(at: at)),
                    !records.contains(where: { DosesTold.of(token.text, in: $0).contains { $0.values == told.values } })
                else { return nil }
                return Observation(
                    item: item.number,
                    "The rationale has \(token.text) \(item.rationale.words(told.tokens)), the \(text.section.words) "
                        + "\(text.words(known.tokens)).",
                    [item.rationale.evidence(told.tokens), text.evidence(known.tokens)])
            }
        }
    }

    /// Words before a strength that name no drug.
    private static let general: Set<String> = [
        "request", "requested", "requests", "tablet", "tablets", "capsule", "capsules", "dosage", "strength",
        "medication", "prescribed", "prescription", "extended", "release", "taking", "approximately", "generic",
        "sodium", "hydrochloride", "tartrate", "ointment", "solution", "exceed", "exceeding", "equivalent", "morphine",
    ]

    private func dates(_ letter: UnderstoodLetter) -> [Observation] {
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
            var unknown: [DateMention] = []
            var slips: [Observation] = []
            for mention in item.rationaleDates {
                guard let day = mention.day,
                    // The day of a request is told by the request itself.
                    mention.role == .other || mention.role == .request && records != nil, !days.contains(day),
                    !header.contains(day) || mention.role == .other && isNote(mention, item.rationale),
                    !isWithinSpan(day, letter), records?.contains(day) != true, seen.insert(day).inserted,
                    !item.headDates.contains(where: { $0.day == day }),
                    !item.rationale.isQuoted(mention.tokens.lowerBound)
                else { continue }
                guard let near = known.first(where: { isSlip($0.0, day) }) else {
                    unknown.append(mention)
                    continue
                }
                slips.append(
                    Observation(
                        item: item.number,
                        "The rationale has \(day.american); the summary has \(near.0.american) and no \(day.american).",
                        [item.rationale.evidence(mention.tokens), letter.summary.evidence(near.1.tokens)],
                        weight: records == nil ? .slight : .usual))
            }
            guard !unknown.isEmpty else { return slips }
            let told = unknown.compactMap { $0.day?.american }.joined(separator: ", ")
            return slips + [
                Observation(
                    item: item.number, "The summary has nothing of \(told), on which the rationale relies.",
                    unknown.map { item.rationale.evidence($0.tokens) }, weight: records == nil ? .slight : .usual)
            ]
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
