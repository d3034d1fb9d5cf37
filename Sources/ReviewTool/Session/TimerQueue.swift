internal import Workstation

/// The timers that are set, soonest first.
struct TimerQueue {
    private var timers: [(due: ContinuousClock.Instant, timer: WorkTimer)] = []

    /// Sets a timer; one that is set for the same already begins anew.
    mutating func set(_ timer: WorkTimer, milliseconds: Int, now: ContinuousClock.Instant) {
        timers.removeAll { $0.timer == timer }
        timers.append((now + .milliseconds(milliseconds), timer))
        timers.sort { $0.due < $1.due }
    }

    /// The milliseconds until the next one, rounded up; nil when none is set.
    func wait(now: ContinuousClock.Instant) -> Int? {
        guard let first = timers.first else { return nil }
        let left = (first.due - now).components
        return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000) + 1)
    }

    /// Takes out those that are due.
    mutating func due(now: ContinuousClock.Instant) -> [WorkTimer] {
        let count = timers.prefix { $0.due <= now }.count
        defer { timers.removeFirst(count) }
        return timers.prefix(count).map(\.timer)
    }
}
