import CaseModel

// Periods and days.
extension ProfileReader {
    func clocks() throws(ProgrammeError) -> [ClockRule] {
        var result: [ClockRule] = []
        for entry in try root.tables("clock") {
            try entry.allow(["priority", "kind", "suspended-for-records", "basis", "count", "source"])
            var counts: [ClockCount] = []
            for count in try entry.tables("count") {
                try count.allow(["from", "amount", "unit", "source"])
                let events = try count.words("from", of: ClockEvent.self)
                guard !events.isEmpty else { throw count.problem("from", "name the event that starts the period.") }
                counts.append(
                    ClockCount(
                        from: events, amount: try count.number("amount", in: 0...3_660),
                        unit: try count.word("unit", of: ClockUnit.self)))
            }
            guard !counts.isEmpty else { throw entry.problem("count", "at least one [[clock.count]] is needed.") }
            result.append(
                ClockRule(
                    priority: try entry.optionalWord("priority", of: Priority.self),
                    kind: try entry.optionalText("kind"),
                    counts: counts, isSuspendedForRecords: try entry.flag("suspended-for-records", else: false),
                    basis: try entry.text("basis")))
        }
        guard !result.isEmpty else { throw root.problem("clock", "at least one [[clock]] is needed.") }
        return result
    }

    func holidays() throws(ProgrammeError) -> [HolidayRule] {
        var result: [HolidayRule] = []
        for entry in try root.tables("holiday") {
            try entry.allow([
                "name", "month", "day", "weekday", "nth", "plus-days", "saturday", "sunday", "effective-from",
                "effective-to", "source",
            ])
            let month = try entry.number("month", in: 1...12)
            let when: HolidayRule.When
            if entry.has("weekday") {
                let weekday = try entry.word("weekday", of: WeekdayWord.self).number
                let nth = try entry.number("nth", in: -5...5)
                guard nth != 0 else { throw entry.problem("nth", "it counts from 1, or from the end with -1.") }
                when = .nth(
                    nth, weekday: weekday, month: month, plus: try entry.number("plus-days", in: 0...6, else: 0))
            } else {
                // A leap year: 29 February may be a holiday.
                when = .fixed(
                    month: month, day: try entry.number("day", in: 1...Day.length(ofMonth: month, year: 2000)))
            }
            result.append(
                HolidayRule(
                    name: try entry.text("name"), when: when,
                    saturdayMoves: try entry.optionalWord("saturday", of: SaturdayWord.self) == .friday ? -1 : 0,
                    sundayMoves: try entry.optionalWord("sunday", of: SundayWord.self) == .monday ? 1 : 0,
                    effective: try period(entry)))
        }
        return result
    }

    func eligibility() throws(ProgrammeError) -> EligibilityWindow {
        let table = try root.table("eligibility")
        try table.allow(["days", "mail-days", "by-kind", "ends-on-working-day", "basis", "source"])
        var byKind: [String: Int] = [:]
        if let kinds = try table.optionalTable("by-kind") {
            for kind in kinds.keys { byKind[kind] = try kinds.number(kind, in: 0...3_660) }
        }
        return EligibilityWindow(
            days: try table.number("days", in: 0...3_660), mailDays: try table.number("mail-days", in: 0...60, else: 0),
            daysByKind: byKind, endsOnWorkingDay: try table.flag("ends-on-working-day", else: false),
            basis: try table.text("basis"))
    }

    func records() throws(ProgrammeError) -> [RecordsWindow] {
        var result: [RecordsWindow] = []
        for entry in try root.tables("records") {
            try entry.allow(["notice", "amount", "unit", "source"])
            result.append(
                RecordsWindow(
                    notice: try entry.text("notice"), amount: try entry.number("amount", in: 0...3_660),
                    unit: try entry.word("unit", of: ClockUnit.self)))
        }
        return result
    }
}

private enum WeekdayWord: String, CaseIterable {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday

    /// 0 for Sunday to 6 for Saturday.
    var number: Int { WeekdayWord.allCases.firstIndex(of: self) ?? 0 }
}

private enum SaturdayWord: String, CaseIterable { case stays, friday }
private enum SundayWord: String, CaseIterable { case stays, monday }
