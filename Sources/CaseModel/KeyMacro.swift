/// Keys that somebody recorded under a letter.
public struct KeyMacro: Hashable, Sendable {
    /// A small letter, `a` to `z`.
    public let letter: Character
    /// The keys in the notation of keymaps, separated by blanks; at least one.
    public let keys: String

    /// The most keys of a macro.
    public static let most = 1_000

    /// A macro from its parts; nil for what is no letter and for no keys.
    public init?(letter: Character, keys: String) {
        guard ("a"..."z").contains(letter), !keys.isEmpty else { return nil }
        self.letter = letter
        self.keys = keys
    }
}
