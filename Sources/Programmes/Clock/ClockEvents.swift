package import CaseModel

/// A day, and the time of that day where it is known.
package struct ClockMoment: Hashable, Sendable {
    /// The day.
    package var day: Day
    /// Seconds since its midnight, 0 to 86,399, by the program's own time; nil when only the day is known.
    package var second: Int?

    /// A moment from its parts.
    package init(_ day: Day, second: Int? = nil) {
        self.day = day
        self.second = second.map { min(max(0, $0), 86_399) }
    }

    /// The moment so many hours later; it has no time when this one has none, and then is the day on which the hours
    /// are over at the latest.
    func adding(hours: Int) -> ClockMoment {
        guard let second else { return ClockMoment(day.adding(days: (hours + 23) / 24)) }
        let total = second + hours * 3_600
        return ClockMoment(day.adding(days: total / 86_400), second: total % 86_400)
    }

    /// Whether it ends before another; a day without a time lasts to its end.
    func isBefore(_ other: ClockMoment) -> Bool {
        (day, second ?? 86_400) < (other.day, other.second ?? 86_400)
    }
}

/// What has happened to a case so far, as far as clocks care.
package struct ClockEvents: Hashable, Sendable {
    /// When each event happened; missing ones are not known.
    package var moments: [ClockEvent: ClockMoment]
    /// The day since which records are awaited; nil when none are.
    package var recordsAwaitedSince: Day?
    /// How urgent the review is.
    package var priority: Priority
    /// What kind of dispute it is, `formulary`; nil for the usual one.
    package var kind: String?

    /// Events from when each happened.
    package init(
        _ moments: [ClockEvent: ClockMoment], recordsAwaitedSince: Day? = nil, priority: Priority = .standard,
        kind: String? = nil
    ) {
        self.moments = moments
        self.recordsAwaitedSince = recordsAwaitedSince
        self.priority = priority
        self.kind = kind
    }

    /// The events that a case's facts tell.
    package init(_ facts: DueFacts) {
        let days: [ClockEvent: Day?] = [
            .utilizationReview: facts.dates.utilizationReview, .applicationReceived: facts.dates.applicationReceived,
            .assigned: facts.dates.assigned, .documentsReceived: facts.documentsReceived,
        ]
        self.init(
            days.compactMapValues { $0.map { ClockMoment($0) } },
            recordsAwaitedSince: facts.recordsAwaitedSince, priority: facts.priority ?? .standard, kind: facts.kind)
    }
}

/// When a determination must be there.
package enum DueTime: Hashable, Sendable {
    /// By the end of a day.
    case day(Day)
    /// By a time of a day, in seconds since its midnight.
    case instant(Day, second: Int)
    /// Not yet to be told: records are awaited since that day.
    case suspended(since: Day)

    /// The day; nil while suspended.
    package var day: Day? {
        switch self {
        case .day(let day), .instant(let day, _): day
        case .suspended: nil
        }
    }
}
