package import CaseModel

/// The days of a program on which work is done.
package struct WorkingDays: Sendable {
    private let rules: [HolidayRule]

    /// The working days under rules of holidays.
    package init(_ rules: [HolidayRule]) { self.rules = rules }

    /// Whether a day is neither of a weekend nor a holiday.
    package func isWorking(_ day: Day) -> Bool { (1...5).contains(day.weekday) && holiday(on: day) == nil }

    /// The name of the holiday that is kept on a day; nil when there is none.
    package func holiday(on day: Day) -> String? {
        for rule in rules {
            // A holiday may be kept in the month, and so in the year, before or after its own.
            let months = rule.month - day.month
            let year = months == 11 ? day.year - 1 : months == -11 ? day.year + 1 : day.year
            guard abs(months) <= 1 || year != day.year else { continue }
            if kept(rule, in: year) == day { return rule.name }
        }
        return nil
    }

    /// The holidays kept in a year, in order.
    package func holidays(in year: Int) -> [(day: Day, name: String)] {
        rules.compactMap { rule in kept(rule, in: year).map { ($0, rule.name) } }.sorted { $0.0 < $1.0 }
    }

    /// The day itself when it is a working day, else the next one that is.
    package func next(from day: Day) -> Day {
        var day = day
        // No holidays last a month: a set that leaves no working day must not hang the program.
        for _ in 0..<31 where !isWorking(day) { day = day.adding(days: 1) }
        return day
    }

    /// The last of so many working days after a day, which is not counted itself.
    package func adding(_ count: Int, to day: Day) -> Day {
        var day = day
        for _ in 0..<count { day = next(from: day.adding(days: 1)) }
        return day
    }

    /// The day on which a holiday of a year is kept.
    private func kept(_ rule: HolidayRule, in year: Int) -> Day? {
        let found: Day? =
            switch rule.when {
            case .fixed(let month, let day): Day(year: year, month: month, day: day)
            case .nth(let nth, let weekday, let month, let plus):
                WorkingDays.nth(nth, weekday, month, year)?.adding(days: plus)
            }
        guard let found, rule.effective.contains(found) else { return nil }
        return switch found.weekday {
        case 6: found.adding(days: rule.saturdayMoves)
        case 0: found.adding(days: rule.sundayMoves)
        default: found
        }
    }

    /// The nth weekday of a month, from its end when negative; nil when it has no fifth.
    private static func nth(_ nth: Int, _ weekday: Int, _ month: Int, _ year: Int) -> Day? {
        let length = Day.length(ofMonth: month, year: year)
        guard let first = Day(year: year, month: month, day: 1), let last = Day(year: year, month: month, day: length)
        else { return nil }
        let number =
            nth > 0
            ? 1 + (weekday - first.weekday + 7) % 7 + (nth - 1) * 7
            : length - (last.weekday - weekday + 7) % 7 + (nth + 1) * 7
        return Day(year: year, month: month, day: number)
    }
}
