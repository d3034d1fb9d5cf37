internal import CaseModel
internal import Foundation
internal import Workstation

/// The reviewer's own clock: local time, since due days are days where he sits.
struct SessionClock: Sendable {
    /// The parts of the present local time.
    private func now() -> tm {
        var seconds = Foundation.time(nil)
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

    /// The present time of day.
    func time() -> ClockTime {
        let parts = now()
        return ClockTime(hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
    }
}
