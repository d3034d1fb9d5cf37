internal import TextUI

extension Workstation {
    /// Takes a key that others follow, or the one behind it; nil when it is neither.
    mutating func handleInPrefix(_ key: Key) -> [Effect]? {
        guard let begun = prefix else {
            guard keymap.isPrefix(key, in: place) else { return nil }
            prefix = key
            return []
        }
        prefix = nil
        let counted = count
        count = nil
        if key == .named(.escape) { return [] }
        let sequence = KeySequence(begun, key)
        guard let id = keymap.command(for: sequence, in: place) else {
            return refuse("\(sequence.label) does nothing here; \(begun.label) shows what can follow it")
        }
        if let counted, let kind = BulkQuestion.Kind(id) {
            return obstacle(to: id).map { refuse($0) } ?? askBulk(kind, count: counted)
        }
        return perform(id)
    }

    /// Draws what can follow the prefix that was pressed.
    func drawPrefix(_ key: Key, in frame: inout Frame) {
        let lines = keymap.following(key, in: place).map { next, command in
            let why = obstacle(to: command.id)
            return HintBox.Line(
                key: next.label, words: why.map { "not now: \($0)" } ?? command.summary, isMuted: why != nil)
        }
        HintBox(title: key.label, lines: lines).draw(in: &frame)
        Chrome.footer([(key.label, "and a key"), ("Esc", "forget it")], notice: notice, right: "", in: &frame)
    }
}

extension Workstation {
    /// The commands that are offered in other places only, with the names of these.
    var commandsElsewhere: [PaletteOverlay.Elsewhere] {
        let here = Set(keymap.rows(in: place).map(\.id))
        var seen = here
        return Place.allCases.filter { $0 != place }.flatMap { other in
            keymap.rows(in: other).filter { seen.insert($0.id).inserted }
                .map { PaletteOverlay.Elsewhere(command: $0, place: other.title) }
        }
    }

    /// Carries out a command that was chosen by its name, when this is the place for it.
    mutating func performAnywhere(_ command: Command) -> [Effect] {
        guard keymap.rows(in: place).contains(where: { $0.id == command.id }) else {
            let places = Place.allCases.filter { command.places.contains($0) }.map(\.title)
            return refuse("\(command.id.rawValue) is for: \(places.joined(separator: "; "))")
        }
        return perform(command.id)
    }
}
