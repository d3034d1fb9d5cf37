import Testing
import TextUI

@Suite("Bars") struct BarChartTests {
    static let bars: [(count: Int, largest: Int, columns: Int, bar: String)] = [
        (8, 8, 4, "████"), (0, 8, 4, ""), (4, 8, 4, "██"), (1, 8, 4, "▌"), (3, 8, 4, "█▌"), (7, 8, 1, "▉"),
        (1, 1_000_000, 10, "▏"), (5, 0, 4, ""), (9, 8, 4, "████"), (3, 8, 0, ""),
        (Int.max, Int.max, 3, "███"), (-1, 8, 4, ""),
    ]

    @Test("A bar is as long as its share of the largest, in eighths of a cell", arguments: bars)
    func bar(count: Int, largest: Int, columns: Int, bar: String) {
        #expect(BarChart.bar(count, of: largest, columns: columns) == bar)
    }

    @Test("Lines keep within the width, whatever it is", arguments: [1, 10, 20, 24, 40, 80, 300])
    func width(columns: Int) {
        let counts = [("Orthopedic Surgery of the Spine and Pelvis", 12_345), ("日本語の専門", 7), ("x", 0)]
        let lines = BarChart.lines(counts, columns: columns)
        #expect(lines.count == 3)
        #expect(lines[0].contains("12345") && lines[1].contains("7"))
        guard columns >= 24 else { return }
        for line in lines { #expect(CharacterWidth.of(line) <= columns, "\(line)") }
        #expect(lines[0].contains("█") == (columns >= 40))
    }

    @Test("A chart says the same in the same way")
    func chart() {
        #expect(BarChart.lines([], columns: 80) == [])
        #expect(
            BarChart.lines([("uphold", 9), ("overturn", 1)], columns: 30) == [
                "  uphold   9 ████████████  90%", "  overturn 1 █▎            10%",
            ])
    }
}
