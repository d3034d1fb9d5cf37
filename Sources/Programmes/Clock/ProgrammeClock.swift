package import CaseModel

/// Tells by a program's profile when determinations are due and whether applications are in time.
package struct ProgrammeClock: Sendable {
    /// The profile's clocks, the first that fits counts.
    private let rules: [ClockRule]
    private let window: EligibilityWindow
    /// The days on which work is done.
    package let workingDays: WorkingDays

    /// The clock of a profile.
    package init(_ profile: ProgrammeProfile) {
        rules = profile.clocks
        window = profile.eligibility
        workingDays = WorkingDays(profile.holidays)
    }

    /// When a determination is due; nil when no clock fits or no event that starts it is known.
    package func due(_ events: ClockEvents) -> DueTime? {
        guard let rule = rule(for: events) else { return nil }
        if rule.isSuspendedForRecords, let since = events.recordsAwaitedSince { return .suspended(since: since) }
        let ends = rule.counts.compactMap { end(of: $0, events) }
        guard let earliest = ends.min(by: { $0.isBefore($1) }) else { return nil }
        guard let second = earliest.second else { return .day(earliest.day) }
        return .instant(earliest.day, second: second)
    }

    /// The clock that a case runs by: the first that names its priority, or none, and its kind, or none.
    package func rule(for events: ClockEvents) -> ClockRule? {
        rules.first { rule in
            (rule.priority.map { $0 == events.priority } ?? true) && (rule.kind.map { $0 == events.kind } ?? true)
        }
    }

    /// The rule by which a store names the due day of a case.
    package var dueRule: DueRule { DueRule { facts in due(ClockEvents(facts))?.day } }

    /// The last day on which an application is in time.
    ///
    /// - Parameters:
    ///   - served: the day on which the decision of utilization review was served.
    ///   - byMail: whether it went by mail; nothing known counts as mail, in the worker's favor.
    package func lastDayToApply(served: Day, kind: String? = nil, byMail: Bool = true) -> Day {
        let last = served.adding(days: window.days(kind: kind, byMail: byMail))
        return window.endsOnWorkingDay ? workingDays.next(from: last) : last
    }

    private func end(of count: ClockCount, _ events: ClockEvents) -> ClockMoment? {
        guard let start = count.from.lazy.compactMap({ events.moments[$0] }).first else { return nil }
        return switch count.unit {
        case .calendarDays: ClockMoment(start.day.adding(days: count.amount))
        case .workingDays: ClockMoment(workingDays.adding(count.amount, to: start.day))
        case .hours: start.adding(hours: count.amount)
        }
    }
}
