import CaseModel
import Letters
import Programmes

/// A decision after its due day.
///
/// The days count from receipt of the records, which no header tells. What is within the time that the records may
/// take is only noted.
struct DeterminationLate: Rule {
    let id = "clock.determination-late"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        let dates = letter.dates
        guard let assigned = dates.assigned, let decision = dates.decision,
            let due = letter.clock.dueRule.due(DueFacts(dates: dates, priority: letter.determination.priority)),
            decision > due
        else { return [] }
        let days = assigned.days(until: decision)
        let allowed = assigned.days(until: due)
        let isCertain = decision > due.adding(days: letter.profile.recordDays)
        // What is being made here is checked as if it were decided today.
        let told = letter.input.kind == .madeHere ? "A decision on \(decision.american) comes" : "The decision came"
        let evidence = [letter.input.header.evidence(.decisionDate), letter.input.header.evidence(.dateAssigned)]
        return [
            Observation(
                isCertain
                    ? "\(told) \(days) days after assignment; \(allowed) days are allowed once the records "
                        + "are in, which takes at most \(letter.profile.recordDays)."
                    : "\(told) \(days) days after assignment; it is in time only if the records were complete "
                        + "no earlier than \(allowed) days before it.",
                evidence.compactMap { $0 }, weight: isCertain ? .usual : .slight)
        ]
    }
}
