/// A key, or two keys one after the other, that give a command.
public struct KeySequence: Hashable, Sendable {
    /// The key that comes first.
    public let first: Key
    /// The key that follows it; nil when the first one is all.
    public let second: Key?

    /// A sequence of one key or two.
    public init(_ first: Key, _ second: Key? = nil) {
        self.first = first
        self.second = second
    }

    /// Parses the notation of keymaps, the keys one right after the other: `j`, `<enter>`, `gt`, `<space>x`, `z<c-d>`.
    ///
    /// Nil for anything else, three keys among them.
    public init?(notation: some StringProtocol) {
        var keys: [Key] = []
        var rest = notation[...]
        while let character = rest.first {
            // A lone `<` or `>` is itself; a name stands between both.
            let end = character == "<" && rest.count > 1 ? rest.firstIndex(of: ">") : rest.startIndex
            guard let end, keys.count < 2, let key = Key(notation: rest[...end]) else { return nil }
            keys.append(key)
            rest = rest[rest.index(after: end)...]
        }
        guard let first = keys.first else { return nil }
        self.init(first, keys.count > 1 ? keys[1] : nil)
    }

    /// The notation that ``init(notation:)`` parses.
    public var notation: String { first.notation + (second?.notation ?? "") }

    /// As a person reads it: `j`, `Enter`, `gt`, `Space x`.
    public var label: String {
        guard let second else { return first.label }
        let isShort = first.label.count == 1 && second.label.count == 1
        return first.label + (isShort ? "" : " ") + second.label
    }
}
