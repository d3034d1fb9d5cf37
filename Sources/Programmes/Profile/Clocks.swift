package import CaseModel

/// What starts a period.
package enum ClockEvent: String, Hashable, Sendable, CaseIterable {
    /// The decision of utilization review.
    case utilizationReview = "utilization-review"
    /// The application or request for review came in.
    case applicationReceived = "application-received"
    /// The case was assigned to the review organization.
    case assigned
    /// The request and its supporting documentation were there.
    case documentsReceived = "documents-received"
}

/// What a period is counted in.
package enum ClockUnit: String, Hashable, Sendable, CaseIterable {
    /// Every day of the calendar; the day of the event is not counted.
    case calendarDays = "calendar-days"
    /// Days that are neither weekend nor holiday.
    case workingDays = "working-days"
    /// Hours, from the very time of the event.
    case hours
}

/// One period from an event on.
package struct ClockCount: Hashable, Sendable {
    /// The events that may start it: the first of them that is known does.
    package var from: [ClockEvent]
    /// How many units.
    package var amount: Int
    /// The unit.
    package var unit: ClockUnit
}

/// When the determination of certain cases is due.
package struct ClockRule: Hashable, Sendable {
    /// The priority it is for; nil for any.
    package var priority: Priority?
    /// The kind of dispute it is for, `formulary`; nil for any.
    package var kind: String?
    /// Its periods; the earliest end counts, of those whose event is known.
    package var counts: [ClockCount]
    /// Whether it stands still while records are awaited.
    package var isSuspendedForRecords: Bool
    /// The law.
    package var basis: String
}

/// A day of the year on which nobody works.
package struct HolidayRule: Hashable, Sendable {
    /// How the day is found.
    package enum When: Hashable, Sendable {
        /// A day of a month.
        case fixed(month: Int, day: Int)
        /// The nth weekday (0 Sunday to 6 Saturday) of a month, from the end when negative, and so many days later.
        case nth(Int, weekday: Int, month: Int, plus: Int)
    }
    /// What it is called.
    package var name: String
    /// How the day is found.
    package var when: When
    /// How many days a holiday on a Saturday is moved, 0 or −1.
    package var saturdayMoves: Int
    /// How many days a holiday on a Sunday is moved, 0 or 1.
    package var sundayMoves: Int
    /// The days on which the rule holds.
    package var effective: Period

    /// The month that it is of.
    var month: Int {
        switch when {
        case .fixed(let month, _), .nth(_, _, let month, _): month
        }
    }
}

/// When an application is in time.
package struct EligibilityWindow: Hashable, Sendable {
    /// Days from service of the utilization review decision.
    package var days: Int
    /// Days more for service by mail.
    package var mailDays: Int
    /// Days in place of ``days`` by the kind of dispute (`formulary`).
    package var daysByKind: [String: Int]
    /// Whether a window that would end on a day off is open until the next working day.
    package var endsOnWorkingDay: Bool
    /// The law.
    package var basis: String

    /// The days of the window for a kind of dispute.
    package func days(kind: String?, byMail: Bool) -> Int {
        (kind.flatMap { daysByKind[$0] } ?? days) + (byMail ? mailDays : 0)
    }
}

/// How long the records may take.
package struct RecordsWindow: Hashable, Sendable {
    /// How the request for them went out, `mailed`, `electronic`, `expedited`.
    package var notice: String
    /// How many units.
    package var amount: Int
    /// The unit.
    package var unit: ClockUnit
}
