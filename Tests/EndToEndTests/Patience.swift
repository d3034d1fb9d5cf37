/// Waiting that is counted in pauses and not by the clock.
///
/// The tests share a few threads. One that was kept from running for ten seconds has not waited for ten seconds: it has
/// looked once, and must look again before it may say that something does not come.
struct Patience {
    private static let pause = Duration.milliseconds(4)
    private var left: Int

    /// Patience for a time in which the test gets to look as often as it wants; by default far more than any step takes.
    init(_ time: Duration = .seconds(10)) { left = max(1, Int(time / Patience.pause)) }

    /// Whether it is at its end.
    var isOver: Bool { left <= 0 }

    /// Counts a pause that was made elsewhere.
    mutating func spend() { left -= 1 }

    /// Sleeps a moment, so that other tests go on.
    mutating func wait() async throws {
        spend()
        try await Task.sleep(for: Patience.pause)
    }
}
