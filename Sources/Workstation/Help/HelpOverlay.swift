internal import TextUI

/// What the keys do in a place, from the keymap.
struct HelpOverlay: Sendable {
    var place: Place
    /// The commands of the place, with the keys that give them now.
    var commands: [Command]
    var top = 0

    /// Where the words begin; the keys stand before them.
    private static let column = 22

    private static let editorLines = [
        ("Esc", "done: a chosen decision is recorded when no blank is open"),
        ("Tab  S-Tab", "next or previous blank"),
        ("^G", "quote the guideline here, then on with writing"),
        ("^Z  ^Y", "undo, redo"),
        ("^W", "erase the word before the cursor"),
        ("^U  ^K", "erase from the cursor to the beginning, to the end of the paragraph"),
    ]

    /// The place's commands, and on an item what the rationale's editor takes.
    private var entries: [(key: String, summary: String)] {
        let lines = commands.map { command in
            (command.keys.map(\.label).joined(separator: "  "), command.summary)
        }
        return place == .item ? lines + [("", ""), ("In the rationale", "")] + HelpOverlay.editorLines : lines
    }

    /// All lines as they stand on a screen: what does not fit in one goes on below.
    private func lines(columns: Int) -> [(key: String, summary: String)] {
        entries.flatMap { entry in
            WrappedText(entry.summary, width: max(1, columns - HelpOverlay.column - 1)).lines.enumerated()
                .map { index, line in (index == 0 ? entry.key : "", line.text) }
        }
    }

    mutating func scroll(_ step: Int, height: Int, columns: Int) {
        top = max(0, min(top + step, max(0, lines(columns: columns).count - height)))
    }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        Chrome.title("Help · \(place.title)", right: "", in: &frame)
        let height = frame.rows - 3
        let lines = lines(columns: frame.columns)
        // In another window the lines are others.
        let top = max(0, min(top, lines.count - height))
        for row in 0..<height where lines.indices.contains(top + row) {
            let line = lines[top + row]
            frame.write(line.key, row: 2 + row, column: 2, columns: HelpOverlay.column - 3, role: .key)
            frame.write(line.summary, row: 2 + row, column: HelpOverlay.column, role: .body)
        }
        func hint(_ id: CommandID, _ word: String) -> [(key: String, word: String)] {
            commands.first { $0.id == id }?.keys.first.map { [($0.label, word)] } ?? []
        }
        let isLong = lines.count > height
        let more = isLong ? hint(.down, "down") + hint(.up, "up") : []
        let position = isLong ? "\(top + 1)–\(min(lines.count, top + height)) of \(lines.count)" : ""
        Chrome.footer(more + hint(.back, "back"), notice: nil, right: position, in: &frame)
        frame.cursor = nil
    }
}
