internal import TextUI

/// A small box above the bottom line that tells what can follow the keys pressed so far.
struct HintBox {
    /// One key and what it does; what is not to be had just now is muted.
    struct Line {
        var key: String
        var words: String
        var isMuted = false
    }

    var title: String
    var lines: [Line]

    /// Draws the box at the right.
    func draw(in frame: inout Frame) {
        let keys = lines.map { CharacterWidth.of($0.key) }.max() ?? 0
        let words = lines.map { CharacterWidth.of($0.words) }.max() ?? 0
        let start = max(7, keys + 2)
        let width = min(frame.columns, max(30, start + words + 4))
        let column = frame.columns - width
        let first = max(1, frame.rows - 1 - lines.count)
        frame.fill(row: first - 1, column: column, rows: frame.rows - first, columns: width, role: .body)
        for edge in column..<frame.columns { frame.write("─", row: first - 1, column: edge, role: .border) }
        frame.write(" \(title) ", row: first - 1, column: column + 2, role: .heading)
        for (index, line) in lines.prefix(frame.rows - 1 - first).enumerated() {
            let row = first + index
            frame.write(line.key, row: row, column: column + 2, role: line.isMuted ? .muted : .key, limit: start)
            frame.write(
                line.words, row: row, column: column + 2 + start, role: line.isMuted ? .muted : .body,
                limit: max(0, width - start - 3))
        }
    }
}
