/// How cells of one role look.
public struct Style: Hashable, Sendable {
    /// The colour of the text; nil is the terminal's own.
    public var foreground: Colour?
    /// The colour behind it; nil is the terminal's own.
    public var background: Colour?
    /// Heavier.
    public var bold: Bool
    /// Fainter.
    public var dim: Bool
    /// Underlined.
    public var underline: Bool
    /// Foreground and background exchanged.
    public var reverse: Bool
    /// Slanted, where the terminal can.
    public var italic: Bool

    /// A style from its parts; without any it is the terminal's own.
    public init(
        foreground: Colour? = nil, background: Colour? = nil, bold: Bool = false, dim: Bool = false,
        underline: Bool = false, reverse: Bool = false, italic: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.dim = dim
        self.underline = underline
        self.reverse = reverse
        self.italic = italic
    }
}

/// A style for every role.
public struct StyleSheet: Hashable, Sendable {
    private var styles: [Style]
    /// The background that the sheet is made for; nil when it uses no colour.
    public var ground: Colour?

    /// A sheet; roles without a style have the plain one.
    public init(_ styles: [Role: Style] = [:]) {
        self.styles = Role.allCases.map { styles[$0] ?? Style() }
    }

    /// The style of a role.
    public subscript(role: Role) -> Style {
        get { styles[Int(role.rawValue)] }
        set { styles[Int(role.rawValue)] = newValue }
    }

    /// The sheet without colours: what a monochrome terminal and `NO_COLOR` get.
    public static let monochrome = StyleSheet([
        .muted: Style(dim: true),
        .title: Style(bold: true),
        .footer: Style(dim: true),
        .key: Style(bold: true),
        .selection: Style(reverse: true),
        .heading: Style(bold: true),
        .accent: Style(bold: true),
        .border: Style(dim: true),
        .match: Style(underline: true),
        .date: Style(bold: true),
        .amount: Style(bold: true, underline: true),
        .bodyPart: Style(dim: true, underline: true),
        .quotation: Style(italic: true),
        .blank: Style(reverse: true),
        .success: Style(),
        .warning: Style(bold: true),
        .late: Style(bold: true),
        .error: Style(bold: true, underline: true),
        .upheld: Style(bold: true),
        .overturned: Style(bold: true),
        .control: Style(reverse: true),
    ])
}
