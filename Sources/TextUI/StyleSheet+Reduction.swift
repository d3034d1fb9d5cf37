extension StyleSheet {
    /// The sheet for a terminal of fewer than 256 colours, where colours that differ in the theme fall together.
    ///
    /// A text that would not stand out takes the terminal's own colour, or black or white on a background of its own; a
    /// background that would not be seen becomes reverse video.
    /// - Parameter count: how many colours the terminal has, 8 or more.
    public func reduced(to count: Int) -> StyleSheet {
        guard count < 256 else { return self }
        func shown(_ colour: Colour) -> Colour { .indexed(UInt8(colour.nearest(of: count))) }
        let behind = shown(ground ?? .indexed(0))
        var sheet = self
        for role in Role.allCases {
            var style = self[role]
            let back = style.background.map(shown)
            if let back, back == behind, style.background != ground {
                style.background = nil
                style.foreground = nil
                style.reverse = true
            } else if let foreground = style.foreground, shown(foreground).contrast(with: back ?? behind) < 3 {
                style.foreground = back.map { $0.contrast(with: .indexed(0)) > 4.5 ? .indexed(0) : .indexed(7) }
            }
            sheet[role] = style
        }
        return sheet
    }
}
