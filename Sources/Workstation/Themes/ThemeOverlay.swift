internal import TextUI

/// The themes at hand, at the right edge: the rest of the screen shows what each looks like.
struct ThemeOverlay: Sendable {
    var names: [String]
    var cursor: Int
    /// The theme to go back to.
    let before: String

    init(names: [String], present: String) {
        self.names = names
        before = present
        cursor = names.firstIndex(of: present) ?? 0
    }

    var selected: String { names.indices.contains(cursor) ? names[cursor] : before }

    mutating func move(_ step: Int) { cursor = max(0, min(cursor + step, names.count - 1)) }

    func draw(in frame: inout Frame) {
        let width = min(frame.columns, max(12, (names.map { CharacterWidth.of($0) }.max() ?? 0) + 5))
        let left = frame.columns - width
        let height = min(names.count, frame.rows - 2)
        let top = max(0, min(cursor - height / 2, names.count - height))
        for row in 0..<height {
            let isSelected = top + row == cursor
            frame.point(.entry(top + row - cursor), row: 1 + row, column: left, columns: width)
            let role: Role = isSelected ? .selection : .body
            frame.fill(row: 1 + row, column: left, columns: width, role: role)
            frame.write("│", row: 1 + row, column: left, role: .border)
            frame.write(isSelected ? ">" : " ", row: 1 + row, column: left + 2, role: role)
            frame.write(names[top + row], row: 1 + row, column: left + 4, columns: width - 5, role: role)
            if isSelected { frame.cursor = Position(row: 1 + row, column: left + 2) }
        }
        Chrome.footer(
            [("j", "down"), ("k", "up"), ("Enter", "keep"), ("Esc", "as before")], notice: nil,
            right: "\(cursor + 1)/\(names.count)", in: &frame)
    }
}

extension Workstation {
    mutating func themesLoaded(_ names: [String], present: String) {
        overlay = .themes(ThemeOverlay(names: names, present: present))
    }

    mutating func handle(_ key: Key, in themes: ThemeOverlay) -> [Effect] {
        var themes = themes
        let shown = themes.selected
        switch key {
        case .character("j"), .named(.down), .named(.tab): themes.move(1)
        case .character("k"), .named(.up), .named(.backTab): themes.move(-1)
        case .named(.enter):
            overlay = nil
            return note("\(shown) until you leave; theme = \"\(shown)\" in config.toml keeps it")
        case .character("q"), .named(.escape), .control("c"):
            overlay = nil
            return shown == themes.before ? [] : [.useTheme(themes.before)]
        default: break
        }
        overlay = .themes(themes)
        return themes.selected == shown ? [] : [.useTheme(themes.selected)]
    }
}
