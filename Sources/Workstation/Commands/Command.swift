public import TextUI

/// One row of the command table: the help, the footer, the palette and the README's key table all come from it.
public struct Command: Hashable, Sendable {
    /// Which command.
    public let id: CommandID
    /// The keys that give it, the first being the one that is shown; in a keymap of one's own there may be none.
    public let keys: [KeySequence]
    /// What it does, in a few words.
    public let summary: String
    /// The word that the footer shows; nil when the footer leaves it out.
    public let hint: String?
    /// Where it is offered.
    public let places: Set<Place>

    init(_ id: CommandID, _ keys: String, _ summary: String, hint: String? = nil, in places: Set<Place>) {
        self.id = id
        self.keys = keys.split(separator: " ").compactMap { KeySequence(notation: $0) }
        self.summary = summary
        self.hint = hint
        self.places = places
    }

    private init(_ other: Command, keys: [KeySequence]) {
        id = other.id
        self.keys = keys
        summary = other.summary
        hint = other.hint
        places = other.places
    }

    /// The same row with other keys.
    func with(keys: [KeySequence]) -> Command { Command(self, keys: keys) }
}
