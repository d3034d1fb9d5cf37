import Foundation

/// The table that is printed: a line for each thing measured, with the same columns as the terminal's.
enum Table {
    /// The line above the columns.
    static func head() { line("", "median", "max", "") }

    /// A line for some values: their middle, and of more than one the greatest; nothing when there is none.
    static func row(_ what: String, _ values: [Double], _ unit: String) {
        let sorted = values.sorted()
        guard let greatest = sorted.last else { return }
        let middle = sorted[sorted.count / 2]
        line(what, number(middle), sorted.count > 1 ? number(greatest) : "", unit)
    }

    /// A line for how many of all, in percent; nothing of nothing is no line.
    static func share(_ what: String, _ part: Int, of all: Int) {
        guard all > 0 else { return }
        line(what, number(100 * Double(part) / Double(all)), "", "%  \(part) of \(all)")
    }

    private static func line(_ what: String, _ first: String, _ second: String, _ unit: String) {
        let numbers = padded(first, 11) + padded(second, 10)
        print(padded(what, 46, left: false) + numbers + (unit.isEmpty ? "" : " " + unit))
        fflush(nil)
    }

    /// With two digits after the point below a hundred, with none from there on.
    private static func number(_ value: Double) -> String { String(format: value < 100 ? "%.2f" : "%.0f", value) }

    private static func padded(_ text: String, _ width: Int, left: Bool = true) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return left ? space + text : text + space
    }
}

/// Milliseconds that the work takes.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let taken = try ContinuousClock().measure(work).components
    return Double(taken.seconds) * 1e3 + Double(taken.attoseconds) / 1e15
}

/// Milliseconds that the work takes, waits and all.
func milliseconds(_ work: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await work()
    let taken = (ContinuousClock.now - start).components
    return Double(taken.seconds) * 1e3 + Double(taken.attoseconds) / 1e15
}
