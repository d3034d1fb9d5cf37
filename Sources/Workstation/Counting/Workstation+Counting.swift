internal import TextUI

extension Workstation {
    /// Takes a digit of a count in the worklist, or the motion behind it; nil when the key is neither.
    ///
    /// In a case the digits go to its items: that is done all day long, and a digit that waited for what follows would
    /// need a key more.
    mutating func handleInCount(_ key: Key) -> [Effect]? {
        guard caseFile == nil else { return nil }
        if let digit = Workstation.digit(key), digit > 0 || count != nil {
            let next = (count ?? 0) * 10 + digit
            guard next <= WorklistScreen.largestCount else {
                return note("a count is \(WorklistScreen.largestCount) at most")
            }
            count = next
            return []
        }
        guard let count else { return nil }
        self.count = nil
        if key == .named(.escape) { return [] }
        guard let id = keymap.command(for: key, in: .worklist), WorklistScreen.counted.contains(id) else { return nil }
        return worklist.perform(id, count: count, height: worklistHeight)
    }

    private static func digit(_ key: Key) -> Int? {
        guard case .character(let character) = key, character.isASCII else { return nil }
        return character.wholeNumberValue
    }

    /// Draws what can follow a count, above the bottom line.
    func drawCount(_ count: Int, in frame: inout Frame) {
        let lines: [(key: String, words: String)] = WorklistScreen.counted.compactMap { id in
            guard let key = keymap.label(of: id, in: .worklist) else { return nil }
            return (key, Workstation.words(id, count: count))
        }
        let width = min(frame.columns, 30)
        let column = frame.columns - width
        let first = max(1, frame.rows - 1 - lines.count)
        frame.fill(row: first - 1, column: column, rows: frame.rows - first, columns: width, role: .body)
        for edge in column..<frame.columns { frame.write("─", row: first - 1, column: edge, role: .border) }
        frame.write(" \(count) ", row: first - 1, column: column + 2, role: .heading)
        for (index, line) in lines.prefix(frame.rows - 1 - first).enumerated() {
            frame.write(line.key, row: first + index, column: column + 2, role: .key, limit: 6)
            frame.write(line.words, row: first + index, column: column + 9, role: .body, limit: width - 10)
        }
        Chrome.footer(
            [("\(count)", "and a motion"), ("Esc", "forget it")], notice: notice, right: worklist.position, in: &frame)
    }

    private static func words(_ id: CommandID, count: Int) -> String {
        let one = count == 1
        return switch id {
        case .down: one ? "down a line" : "down \(count) lines"
        case .up: one ? "up a line" : "up \(count) lines"
        case .pageDown, .readOn: one ? "down a page" : "down \(count) pages"
        case .pageUp, .readBack: one ? "up a page" : "up \(count) pages"
        default: "to row \(count)"
        }
    }
}
