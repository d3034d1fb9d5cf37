/// Counts as lines with bars.
public enum BarChart {
    /// A line for each count: its label, the number, a bar as long as its share of the largest, and its share of all.
    ///
    /// The bars have eighths of a cell, so that near counts are told apart; a count above none has some bar. Labels
    /// that are too long end with `…`; where there is no room for bars there are none.
    /// - Parameter columns: how wide a line may be.
    public static func lines(_ counts: [(label: String, count: Int)], columns: Int) -> [String] {
        let largest = counts.map(\.count).max() ?? 0
        let total = counts.reduce(0) { $0 + $1.count }
        let digits = counts.map { String($0.count).count }.max() ?? 0
        // Indent, a space before the number, a space before the bar, ` 100%` behind it.
        let room = columns - digits - 2 - 1 - 1 - 5
        let longest = counts.map { CharacterWidth.of($0.label) }.max() ?? 0
        let labelWidth = max(1, min(longest, max(room * 2 / 5, room - 60, 12)))
        let barWidth = min(60, room - labelWidth)
        return counts.map { label, count in
            let number = String(count)
            let share = total > 0 ? String((count * 100 + total / 2) / total) + "%" : ""
            var line = "  " + padded(label, labelWidth)
            line += String(repeating: " ", count: digits - number.count + 1) + number
            if barWidth >= 4 {
                let bar = bar(count, of: largest, columns: barWidth)
                line += " " + bar + String(repeating: " ", count: barWidth - bar.count)
                line += String(repeating: " ", count: max(1, 5 - share.count)) + share
            }
            return line
        }
    }

    /// A bar of at most so many columns for a count, the largest filling them.
    public static func bar(_ count: Int, of largest: Int, columns: Int) -> String {
        guard largest > 0, count > 0, columns > 0 else { return "" }
        let (high, low) = min(count, largest).multipliedFullWidth(by: columns * 8)
        let eighths = max(1, largest.dividingFullWidth((high, low)).quotient)
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + rest
    }

    private static func padded(_ label: String, _ width: Int) -> String {
        var text = ""
        var used = 0
        let isWhole = CharacterWidth.of(label) <= width
        for character in label {
            let next = CharacterWidth.of(character)
            guard used + next <= (isWhole ? width : width - 1) else { break }
            text.append(character)
            used += next
        }
        if !isWhole {
            text += "…"
            used += 1
        }
        return text + String(repeating: " ", count: max(0, width - used))
    }
}
