internal import Foundation

/// A bar on the terminal of the person who waits; nothing where no terminal is.
struct ProgressBar {
    private let label: String
    private let total: Int
    private var shownAt = ContinuousClock.now - .seconds(1)
    private let isShown = Standard.errorIsTerminal
    private static let width = 30

    init(_ label: String, total: Int) {
        self.label = label
        self.total = total
    }

    /// Shows how much is done, at most twenty times a second.
    mutating func show(_ done: Int) {
        guard isShown, total > 0, done == total || ContinuousClock.now - shownAt > .milliseconds(50) else { return }
        shownAt = .now
        let filled = ProgressBar.width * done / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: ProgressBar.width - filled)
        Standard.write("\r\(label) [\(bar)] \(done)/\(total)", to: STDERR_FILENO)
    }

    /// Clears the bar's line, so that other lines may follow.
    func clear() {
        guard isShown else { return }
        Standard.write("\r\u{1B}[K", to: STDERR_FILENO)
    }
}
