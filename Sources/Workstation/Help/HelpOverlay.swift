internal import TextUI

/// What the keys do in a place, from the keymap.
struct HelpOverlay: Sendable {
    var place: Place
    /// The commands of the place, with the keys that give them now.
    var commands: [Command]
    var top = 0

    private var lines: [(key: String, summary: String)] {
        commands.map { command in
            (command.keys.map(\.label).joined(separator: "  "), command.summary)
        }
    }

    private static let editorLines = [
        ("Esc", "done: a chosen decision is recorded when no blank is open"),
        ("Tab  S-Tab", "next or previous blank"),
        ("^G", "quote the guideline here, then on with writing"),
        ("^Z  ^Y", "undo, redo"),
        ("^W  ^U  ^K", "erase the word, to the start, to the end of the line"),
    ]

    /// All lines: the place's commands, and on an item what the rationale's editor takes.
    private var all: [(key: String, summary: String)] {
        place == .item ? lines + [("", ""), ("In the rationale", "")] + HelpOverlay.editorLines : lines
    }

    mutating func scroll(_ step: Int, height: Int) {
        top = max(0, min(top + step, max(0, all.count - height)))
    }

    func draw(in frame: inout Frame) {
        frame.fill(row: 1, column: 0, rows: frame.rows - 2, columns: frame.columns, role: .body)
        Chrome.title("Help · \(place.title)", right: "", in: &frame)
        let height = frame.rows - 3
        for row in 0..<height where all.indices.contains(top + row) {
            let line = all[top + row]
            frame.write(line.key, row: 2 + row, column: 2, role: .key, limit: 20)
            frame.write(line.summary, row: 2 + row, column: 22, role: .body)
        }
        func hint(_ id: CommandID, _ word: String) -> [(key: String, word: String)] {
            commands.first { $0.id == id }?.keys.first.map { [($0.label, word)] } ?? []
        }
        let more = all.count > height ? hint(.down, "down") + hint(.up, "up") : []
        Chrome.footer(more + hint(.back, "back"), notice: nil, right: "", in: &frame)
        frame.cursor = nil
    }
}
