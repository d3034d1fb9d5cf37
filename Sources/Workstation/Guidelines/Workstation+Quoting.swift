internal import TextUI

extension Workstation {
    /// What else is to be had while sentences are chosen: nothing that changes the item, or leaves it.
    private static let besideQuoting: Set<CommandID> = [
        .down, .up, .pageDown, .pageUp, .top, .bottom, .readOn, .readBack, .quote, .copy, .help, .redraw, .lock,
        .suspend, .mouse,
    ]

    /// Refuses a key that is none of the choice of sentences; nil for one that is, or where none are chosen.
    ///
    /// Whoever came here while writing may go on typing: no letter of his decides the item.
    mutating func handleWhileQuoting(_ key: Key) -> [Effect]? {
        guard caseFile?.isQuoting == true else { return nil }
        if let id = keymap.command(for: key, in: .item), Workstation.besideQuoting.contains(id) { return nil }
        let name = if case .paste = key { "pasting" } else { key.label }
        return refuse("\(name) is not a key here; \(CaseScreen.quotingKeys)")
    }

    /// The keys of the choice, for the bottom line.
    var quotingHints: [(key: String, word: String)] {
        let motions = [(CommandID.down, "next"), (.up, "previous")].compactMap { id, word in
            keymap.label(of: id, in: .item).map { (key: $0, word: word) }
        }
        let copy = keymap.label(of: .copy, in: .item).map { [(key: $0, word: "copy")] } ?? []
        return [("Enter", "quote")] + motions + [("v", "more")] + copy + [("Esc", "leave")]
    }
}
