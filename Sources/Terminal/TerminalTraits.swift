import CNcurses

/// What the program sees of a terminal before it takes it over.
nonisolated public struct TerminalTraits: Hashable, Sendable {
    /// What `TERM` says; empty when it is not set.
    public var type: String
    /// The type whose description is used; nil where the program works line by line.
    public var used: String?
    /// The colours that are used, and why.
    public var colours: ColourChoice
    /// Whether the locale shows every character.
    public var isUTF8: Bool
    /// Whether the locale of the environment did so by itself.
    public var isLocaleUTF8: Bool
    /// The window; nil where output is no terminal.
    public var size: (rows: Int, columns: Int)? { window.map { ($0.rows, $0.columns) } }
    /// Whether the description knows of mouse reports; most terminals send them all the same.
    public var hasMouse: Bool
    /// Whether the description knows of the clipboard sequence; many terminals take it all the same.
    public var hasClipboard: Bool
    /// Whether the session comes over SSH.
    public var isRemote: Bool
    /// What runs between the program and the terminal, `tmux` or `screen`; nil for nothing that is known.
    public var multiplexer: String?

    private var window: Window?
    nonisolated private struct Window: Hashable, Sendable { var rows: Int, columns: Int }

    /// Looks at the environment and the terminal of the standard streams; changes neither.
    /// - Parameter hasTruecolor: what the configuration says of the terminal; nil for nothing.
    public static func read(hasTruecolor: Bool?) -> TerminalTraits {
        func environment(_ name: String) -> String { imr_environment(name).map { String(cString: $0) } ?? "" }
        let type = environment("TERM")
        let isLocaleUTF8 = imr_locale_is_utf8()
        let isUTF8 = isLocaleUTF8 || imr_set_locale()
        // The same types in the same order as Screen.open tries them.
        let tried = type.isEmpty ? ["xterm-256color", "vt100"] : [type, "xterm-256color", "vt100"]
        let used = type == "dumb" ? nil : tried.first { imr_knows_terminal($0) }
        var (rows, columns): (Int32, Int32) = (0, 0)
        let hasWindow = imr_terminal_size(&rows, &columns)
        let isScreen = !environment("STY").isEmpty
        return TerminalTraits(
            type: type, used: used,
            colours: ColourChoice.of(
                type: used ?? type, described: used == nil ? 0 : Int(imr_number("colors")), wanted: hasTruecolor,
                environment: environment),
            isUTF8: isUTF8, isLocaleUTF8: isLocaleUTF8,
            hasMouse: used != nil && (imr_has_text("kmous") || imr_has_text("XM")),
            hasClipboard: used != nil && imr_has_text("Ms"), isRemote: !environment("SSH_CONNECTION").isEmpty,
            multiplexer: !environment("TMUX").isEmpty ? "tmux" : isScreen ? "screen" : nil,
            window: hasWindow ? Window(rows: Int(rows), columns: Int(columns)) : nil)
    }
}
