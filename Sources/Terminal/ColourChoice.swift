/// Which step of colours a terminal is given, and on whose word.
nonisolated public struct ColourChoice: Hashable, Sendable {
    /// On whose word.
    public enum Word: Hashable, Sendable {
        /// The description of the terminal type.
        case description
        /// `COLORTERM`, in these words.
        case colorterm(String)
        /// The configuration.
        case configuration
        /// `NO_COLOR`.
        case noColour
    }

    /// Why a `COLORTERM` that promises every colour is not believed.
    public enum Doubt: Hashable, Sendable {
        /// GNU screen stands between: it hands the variable on from outside, and takes the numbers of a colour for others.
        case screen
        /// The type was chosen for its few colours.
        case fewColours
        /// The configuration says no.
        case configuration
    }

    /// The number of colours, 0 for none; ``every`` for any red, green and blue.
    public var count: Int
    /// On whose word.
    public var word: Word
    /// Why `COLORTERM` was not believed; nil where it was, or promised nothing.
    public var doubt: Doubt?

    /// The count of a terminal that takes a colour by its red, green and blue.
    public static let every = 0x100_0000

    /// Whether the description must be given what it lacks.
    var isDescriptionWidened: Bool { count == Self.every && word != .description }

    /// Chooses by what is known.
    ///
    /// `COLORTERM` is a promise of the terminal and may be an old one, inherited through `screen` or `su`. It is believed
    /// where the description has 256 colours, and of the types that everything calls itself (`xterm`, and in `tmux` its
    /// own two): a type of 8 or 16 colours beside these was chosen by somebody. `tmux` itself understands every colour,
    /// and brings it down to what is outside.
    /// - Parameters:
    ///   - type: the terminal type in use.
    ///   - described: the colours of its description.
    ///   - wanted: what the configuration says of truecolor; nil for nothing.
    ///   - environment: the variables; empty where they are not set.
    public static func of(
        type: String, described: Int, wanted: Bool?, environment: (String) -> String
    ) -> ColourChoice {
        guard environment("NO_COLOR").isEmpty else { return ColourChoice(count: 0, word: .noColour) }
        let plain = ColourChoice(count: described < 8 ? 0 : described, word: .description)
        guard (8...0xFFFF).contains(described) else { return plain }
        if wanted == true { return ColourChoice(count: every, word: .configuration) }
        let promise = environment("COLORTERM")
        guard ["truecolor", "24bit"].contains(promise) else { return plain }
        func doubted(_ doubt: Doubt) -> ColourChoice {
            ColourChoice(count: plain.count, word: .description, doubt: doubt)
        }
        if wanted == false { return doubted(.configuration) }
        let isInTmux = !environment("TMUX").isEmpty
        if !environment("STY").isEmpty || (type.hasPrefix("screen") && !isInTmux) { return doubted(.screen) }
        let isCommon = type == "xterm" || (isInTmux && ["screen", "tmux"].contains(type))
        return described >= 256 || isCommon
            ? ColourChoice(count: every, word: .colorterm(promise)) : doubted(.fewColours)
    }
}
