internal import CaseModel
internal import Foundation
internal import Workstation

/// The reviewer's own clock: local time, since due days are days where he sits.
struct SessionClock: Sendable {
    /// The parts of the present local time.
    private func now() -> tm { parts(of: Foundation.time(nil)) }

    /// The parts of a time in seconds since 1970 UTC, by the local clock.
    private func parts(of seconds: time_t) -> tm {
        var seconds = seconds
        var parts = tm()
        localtime_r(&seconds, &parts)
        return parts
    }

    /// The present day.
    func today() -> Day {
        let parts = now()
        // The C library gives no day that the calendar lacks; were it to, the epoch is seen to be wrong at once.
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? .epoch
    }

    /// A time in seconds since 1970 UTC, as `11/20 14:02`, with the year when it is not this one.
    func words(of seconds: Int64) -> String {
        let (parts, present) = (parts(of: time_t(seconds)), now())
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = parts.tm_year == present.tm_year ? "" : "\(Int(parts.tm_year) + 1900)/"
        return year + two(parts.tm_mon + 1) + "/" + two(parts.tm_mday) + " " + two(parts.tm_hour) + ":"
            + two(parts.tm_min)
    }

    /// The present time of day.
    func time() -> ClockTime {
        let parts = now()
        return ClockTime(hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
    }
}
