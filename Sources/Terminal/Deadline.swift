/// A moment until which something is waited for, by a clock that goes on while the system sleeps.
nonisolated public struct Deadline: Sendable {
    /// What `poll` counts stands still while the system sleeps, so no wait of it is longer than these milliseconds: after a
    /// sleep a deadline is late by so much at most.
    public static let longestPoll = 15_000

    private let due: ContinuousClock.Instant

    /// So many milliseconds from a moment.
    public init(milliseconds: Int, from now: ContinuousClock.Instant = .now) { due = now + .milliseconds(milliseconds) }

    /// Whether the moment has come.
    public func isOver(now: ContinuousClock.Instant = .now) -> Bool { due <= now }

    /// The milliseconds for which `poll` may wait before the deadline is looked at again; rounded up, so that no wait
    /// ends before its time.
    public func pollMilliseconds(now: ContinuousClock.Instant = .now) -> Int32 {
        let left = (due - now).components
        guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
        guard left.seconds < Deadline.longestPoll / 1_000 else { return Int32(Deadline.longestPoll) }
        return Int32(left.seconds * 1_000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
