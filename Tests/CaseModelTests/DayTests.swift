import CaseModel
import Testing

struct DayTests {
    @Test(
        "A day that the calendar has parses and prints as it was",
        arguments: [
            ("1970-01-01", "01/01/1970", 0), ("2016-02-29", "02/29/2016", 16860), ("2017-02-03", "02/03/2017", 17200),
            ("1969-12-31", "12/31/1969", -1), ("9999-12-31", "12/31/9999", 2_932_896),
            ("0001-01-01", "01/01/0001", -719_162),
        ])
    func parses(iso: String, american: String, days: Int) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.iso == iso)
        #expect(day.american == american)
        #expect(Day(american: american) == day)
        #expect(day.daysSinceEpoch == days)
        #expect(Day(daysSinceEpoch: days) == day)
    }

    @Test(
        "What is no day is refused",
        arguments: [
            "2017-02-29", "1900-02-29", "2017-13-01", "2017-00-10", "2017-04-31", "0000-01-01", "2017-2-03", "17-02-03",
            "2017-02-030", "2017/02/03", "+017-02-03", "", "2017-02-3x", "2017-02-",
        ])
    func refuses(text: String) { #expect(Day(iso: text) == nil) }

    @Test(
        "American days may be unpadded and hyphenated, but the year has four digits",
        arguments: [
            ("2/1/2014", "2014-02-01"), ("12-6-2016", "2016-12-06"), ("12/6/16", nil), ("1/2", nil), ("a/1/2014", nil),
        ])
    func american(text: String, iso: String?) { #expect(Day(american: text)?.iso == iso) }

    @Test("Every day of four centuries follows the one before it, also in the week")
    func walks() throws {
        var day = try #require(Day(iso: "1800-01-01"))
        #expect(day.weekday == 3)
        for _ in 0..<146_097 {
            let next = day.adding(days: 1)
            #expect(day < next)
            #expect(day.days(until: next) == 1)
            #expect(next.weekday == (day.weekday + 1) % 7)
            day = next
        }
        #expect(day.iso == "2200-01-01")
    }

    @Test("The calendar has ends") func ends() throws {
        let last = try #require(Day(iso: "9999-12-30"))
        #expect(last.adding(days: 100).iso == "9999-12-31")
        #expect(last.adding(days: -10_000_000).iso == "0001-01-01")
    }
}
