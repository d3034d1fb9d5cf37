internal import TextUI

/// Commands by their names: typing narrows them, Enter gives the one that is selected.
struct PaletteOverlay: Sendable {
    /// The commands of the place, with the keys that give them now.
    var commands: [Command]
    /// Those of other places, which come after them; each with the name of its place.
    var elsewhere: [Elsewhere] = []
    var field = LineField(text: "")
    var cursor = 0

    /// A command that is offered in another place only.
    struct Elsewhere: Sendable {
        var command: Command
        var place: String
    }

    /// Where a command of another place is offered; nil for one of this place.
    func place(of id: CommandID) -> String? {
        commands.contains { $0.id == id } ? nil : elsewhere.first { $0.command.id == id }?.place
    }

    /// The commands that the typed words fit: all letters of the field in their order.
    var found: [Command] {
        let wanted = field.text.lowercased().filter { $0 != " " }
        return PaletteOverlay.fitting(commands, wanted) + PaletteOverlay.fitting(elsewhere.map(\.command), wanted)
    }

    private static func fitting(_ commands: [Command], _ wanted: String) -> [Command] {
        commands
            .filter { $0.id != .palette }
            .compactMap { command -> (Command, Int)? in
                let text = command.id.rawValue + " " + command.summary.lowercased()
                guard let score = score(wanted, in: text) else { return nil }
                return (command, score)
            }
            .enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
            .map(\.element.0)
    }

    var selected: Command? { found.indices.contains(cursor) ? found[cursor] : nil }

    /// How far apart the letters stand in the text; nil when they do not stand there in this order.
    static func score(_ wanted: String, in text: String) -> Int? {
        var score = 0
        var rest = text[...]
        for character in wanted {
            guard let index = rest.firstIndex(of: character) else { return nil }
            score += rest.distance(from: rest.startIndex, to: index)
            rest = rest[rest.index(after: index)...]
        }
        return score
    }

    func draw(in frame: inout Frame, obstacle: (CommandID) -> String?) {
        let height = min(found.count, max(1, frame.rows - 4))
        let first = frame.rows - 1 - height
        let top = max(0, cursor - height + 1)
        frame.fill(row: first, column: 0, rows: height, columns: frame.columns, role: .body)
        for row in 0..<height {
            let index = top + row
            guard found.indices.contains(index) else { break }
            let command = found[index]
            let isSelected = index == cursor
            frame.point(.entry(index - cursor), row: first + row, column: 0, columns: frame.columns)
            if isSelected { frame.fill(row: first + row, column: 0, columns: frame.columns, role: .selection) }
            let why =
                place(of: command.id).map { "not here: \($0)" } ?? obstacle(command.id).map { "not now: \($0)" }
            func role(_ role: Role) -> Role { isSelected ? .selection : why == nil ? role : .muted }
            frame.write(command.id.rawValue, row: first + row, column: 2, columns: 18, role: role(.accent))
            frame.write(command.keys.first?.label ?? "", row: first + row, column: 21, columns: 6, role: role(.key))
            frame.write(
                why ?? command.summary, row: first + row, column: 28, columns: frame.columns - 29, role: role(.body))
        }
        if found.isEmpty {
            frame.fill(row: first - 1, column: 0, columns: frame.columns, role: .body)
            frame.write("no command has these letters", row: first - 1, column: 2, role: .muted)
        }
        let row = frame.rows - 1
        frame.fill(row: row, column: 0, columns: frame.columns, role: .footer)
        frame.write(":", row: row, column: 1, role: .key)
        frame.draw(field, row: row, column: 2, columns: max(1, frame.columns - 3), role: .footer, isFocused: true)
    }
}
