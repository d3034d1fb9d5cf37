import CaseModel
import Programmes
import Testing

@Suite("Clocks")
struct ClockTests {
    /// Days are written as letters write them; an empty text is an unknown one.
    struct Row: Sendable, CustomTestStringConvertible {
        var what: String
        var program = "ca"
        var assigned = ""
        var documents = ""
        var application = ""
        var awaited = ""
        var priority = Priority.standard
        var kind: String?
        var due: String?

        var testDescription: String { what }

        var events: ClockEvents {
            ClockEvents(
                DueFacts(
                    dates: CaseDates(applicationReceived: Day(iso: application), assigned: Day(iso: assigned)),
                    priority: priority, kind: kind, documentsReceived: Day(iso: documents),
                    recordsAwaitedSince: Day(iso: awaited)))
        }
    }

    static let rows = [
        Row(what: "30 days from assignment", assigned: "2017-01-11", due: "2017-02-10"),
        Row(what: "or from the documents", assigned: "2017-01-11", documents: "2017-01-20", due: "2017-02-19"),
        Row(what: "nothing known", due: nil),
        Row(what: "records awaited", assigned: "2017-01-11", awaited: "2017-01-15", due: "since 2017-01-15"),
        Row(what: "over a leap day", assigned: "2024-02-10", due: "2024-03-11"),
        Row(what: "over the end of a year", assigned: "2026-12-15", due: "2027-01-14"),
        Row(what: "72 hours by the day", assigned: "2017-01-11", priority: .expedited, due: "2017-01-14"),
        Row(
            what: "expedited is not suspended", assigned: "2017-01-11", awaited: "2017-01-12", priority: .expedited,
            due: "2017-01-14"),
        Row(what: "5 working days", documents: "2026-11-02", kind: "formulary", due: "2026-11-09"),
        Row(what: "over Veterans Day", documents: "2026-11-09", kind: "formulary", due: "2026-11-17"),
        Row(what: "over Thanksgiving", documents: "2026-11-20", kind: "formulary", due: "2026-12-01"),
        Row(what: "from a Saturday", documents: "2026-10-03", kind: "formulary", due: "2026-10-09"),
        Row(what: "over the new year", documents: "2026-12-24", kind: "formulary", due: "2027-01-04"),
        Row(what: "another kind has the usual clock", assigned: "2017-01-11", kind: "other", due: "2017-02-10"),
        Row(
            what: "the request is earlier", program: "tx", documents: "2026-03-10", application: "2026-03-01",
            due: "2026-03-21"),
        Row(
            what: "the information is earlier", program: "tx", documents: "2026-03-02", application: "2026-03-01",
            due: "2026-03-17"),
        Row(what: "only the request is known", program: "tx", application: "2026-03-01", due: "2026-03-21"),
        Row(
            what: "nothing is suspended there", program: "tx", application: "2026-03-01", awaited: "2026-03-02",
            due: "2026-03-21"),
        Row(
            what: "life-threatening", program: "tx", documents: "2026-03-02", application: "2026-03-01",
            priority: .expedited, due: "2026-03-05"),
        Row(
            what: "life-threatening, late information", program: "tx", documents: "2026-03-08",
            application: "2026-03-01", priority: .expedited, due: "2026-03-09"),
        Row(what: "assignment starts nothing there", program: "tx", assigned: "2026-03-01", due: nil),
    ]

    @Test("A determination is due by the clock that fits", arguments: rows)
    func due(_ row: Row) throws {
        let clock = ProgrammeClock(row.program == "ca" ? Profiles.california : try Profiles.texas())
        let due: String? =
            switch clock.due(row.events) {
            case .day(let day), .instant(let day, _): day.iso
            case .suspended(let since): "since " + since.iso
            case nil: nil
            }
        #expect(due == row.due)
        if !(row.due ?? "").hasPrefix("since") {
            let facts = DueFacts(
                dates: CaseDates(applicationReceived: Day(iso: row.application), assigned: Day(iso: row.assigned)),
                priority: row.priority, kind: row.kind, documentsReceived: Day(iso: row.documents),
                recordsAwaitedSince: Day(iso: row.awaited))
            #expect(clock.dueRule.due(facts)?.iso == row.due)
        }
    }

    @Test(
        "Hours run from the very time when it is known",
        arguments: [(0, "2026-03-05", 0), (34_200, "2026-03-05", 34_200), (86_399, "2026-03-05", 86_399)])
    func hours(second: Int, due: String, at: Int) {
        let events = ClockEvents(
            [.documentsReceived: ClockMoment(day("2026-03-02"), second: second)], priority: .expedited)
        #expect(ProgrammeClock(Profiles.california).due(events) == .instant(day(due), second: at))
    }

    @Test(
        "The state's holidays are kept on their days",
        arguments: [
            (
                2026,
                ["01-01", "01-19", "02-16", "03-31", "05-25", "07-04", "09-07", "11-11", "11-26", "11-27", "12-25"]
            ),
            // A Sunday gives way to Monday; of the Saturdays only Veterans Day to Friday.
            (
                2023,
                ["01-02", "01-16", "02-20", "03-31", "05-29", "07-04", "09-04", "11-10", "11-23", "11-24", "12-25"]
            ),
        ])
    func holidays(year: Int, days: [String]) {
        let kept = WorkingDays(Profiles.california.holidays).holidays(in: year).map { String($0.day.iso.dropFirst(5)) }
        #expect(kept == days)
    }

    @Test(
        "Weekends and holidays are no working days",
        arguments: [
            ("2026-11-25", true), ("2026-11-26", false), ("2026-11-27", false), ("2026-11-28", false),
            ("2026-11-29", false), ("2026-11-30", true), ("2027-01-01", false), ("2026-12-31", true),
            ("2023-11-10", false), ("2023-01-02", false),
        ])
    func working(text: String, isWorking: Bool) {
        #expect(WorkingDays(Profiles.california.holidays).isWorking(day(text)) == isWorking)
    }

    @Test(
        "An application is in time until the window ends on a working day",
        arguments: [
            ("2026-03-02", nil, true, "2026-04-06"), ("2026-03-02", nil, false, "2026-04-01"),
            ("2026-03-02", "formulary", true, "2026-03-17"), ("2026-10-20", nil, true, "2026-11-24"),
            // 26 November is Thanksgiving, and the days after it are free too.
            ("2026-10-22", nil, true, "2026-11-30"), ("2026-10-24", nil, true, "2026-11-30"),
        ] as [(String, String?, Bool, String)])
    func window(served: String, kind: String?, byMail: Bool, last: String) {
        let clock = ProgrammeClock(Profiles.california)
        #expect(clock.lastDayToApply(served: day(served), kind: kind, byMail: byMail).iso == last)
    }
}
