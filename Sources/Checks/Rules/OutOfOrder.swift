import CaseModel

/// A summary that narrates dated events so out of order that a reader is misled.
struct OutOfOrder: Rule {
    let id = "chronology.out-of-order"
    let usualSeverity = Severity.note

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let text = letter.summary
        var result: [Observation] = []
        for sentence in text.sentences {
            let own = letter.summaryDates.filter { sentence.contains($0.tokens.lowerBound) && $0.role == .other }
            let days = own.compactMap(\.day)
            guard days.count == own.count, days.count >= 3 else { continue }
            let steps = zip(days, days.dropFirst()).count { $1.days(until: $0) > 6 }
            guard steps >= 2 else { continue }
            result.append(
                Observation(
                    "The sentence goes back in time \(steps) times; a reader may take the events for another order.",
                    own.map { text.evidence($0.tokens) }))
        }
        return result
    }
}
