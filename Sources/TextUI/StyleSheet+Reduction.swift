extension StyleSheet {
    /// The sheet for a terminal of fewer than 256 colours, where colours that differ in the theme fall together.
    ///
    /// The ground becomes black or white. A text takes the colour of its own hue that stands out from what is behind it
    /// as much as the theme promises, else black or white. A background that would not be seen becomes the opposite of
    /// the ground.
    /// - Parameter count: how many colours the terminal has, 8 or more.
    public func reduced(to count: Int) -> StyleSheet {
        guard count < 256 else { return self }
        let palette = BasicPalette(count: count)
        let least = leastContrast >= 7 ? 7 : 4.5
        let behind = palette.ground(for: ground ?? .indexed(0))
        var sheet = self
        sheet.ground = ground.map { _ in behind }
        for role in Role.allCases {
            var style = self[role]
            let isGround = style.background == nil || style.background == ground
            style.background = style.background.map {
                isGround ? behind : palette.background($0, under: style.foreground, least: least) ?? behind
            }
            if !isGround, style.background == behind {
                // On a ground that is the terminal's own, its own colours are exchanged.
                let isPainted = self[.body].background != nil
                style.foreground = isPainted ? behind : nil
                style.background = isPainted ? palette.plain(on: behind) : nil
                style.reverse = !isPainted
            } else if let foreground = style.foreground {
                let back = style.background ?? behind
                style.foreground =
                    role == .border
                    ? palette.line(foreground, on: back) : palette.text(foreground, on: back, least: least)
            }
            sheet[role] = style
        }
        return sheet
    }

    /// The contrast of the text that stands out least; borders are no text.
    private var leastContrast: Double {
        Role.allCases.filter { $0 != .border }.compactMap { role in
            self[role].foreground?.contrast(with: self[role].background ?? ground ?? .indexed(0))
        }.min() ?? 0
    }
}

/// The 8 or 16 colours of a terminal, taken to be those of xterm.
///
/// The dark grey among them is used for lines alone: in many a palette it is nearly the ground, in some it is the
/// ground.
private struct BasicPalette {
    let count: Int

    private var black: Colour { .indexed(0) }
    private var white: Colour { .indexed(count < 16 ? 7 : 15) }
    private var greys: [Colour] { count < 16 ? [black, white] : [black, .indexed(7), white] }
    private var hues: [Colour] { (Array(1...6) + (count < 16 ? [] : Array(9...14))).map { .indexed($0) } }

    /// Black or white, whichever stands out.
    func plain(on back: Colour) -> Colour { back.contrast(with: black) > back.contrast(with: white) ? black : white }

    /// A ground is quiet, whatever its hue.
    func ground(for colour: Colour) -> Colour { entry(colour) ?? plain(on: plain(on: colour)) }

    func text(_ colour: Colour, on back: Colour, least: Double) -> Colour {
        let kin = entry(colour).map { [$0] } ?? likeness(of: colour)
        return kin.first { $0.contrast(with: back) >= least } ?? plain(on: back)
    }

    func line(_ colour: Colour, on back: Colour) -> Colour {
        let grey = count < 16 || colour.hue != nil ? [] : [Colour.indexed(8)]
        let kin = entry(colour).map { [$0] } ?? grey + likeness(of: colour)
        return kin.first { $0.contrast(with: back) >= 3 } ?? plain(on: back)
    }

    /// Of two of a hue the one from which the text stands out more; nil where no text would.
    func background(_ colour: Colour, under text: Colour?, least: Double) -> Colour? {
        let kin = (entry(colour).map { [$0] } ?? likeness(of: colour)).filter {
            plain(on: $0).contrast(with: $0) >= least
        }
        guard let text, let first = kin.first, first.hue != nil else { return kin.first }
        return kin.prefix { $0.hue == first.hue }.max { $0.contrast(with: text) < $1.contrast(with: text) }
    }

    /// A colour that the theme asks for by a number that the terminal has.
    private func entry(_ colour: Colour) -> Colour? {
        if case .indexed(let index) = colour, Int(index) < count { return colour }
        return nil
    }

    /// The colours of the kind, the nearest first: of its hue, or grey.
    private func likeness(of colour: Colour) -> [Colour] {
        guard let hue = colour.hue else { return greys.sorted { colour.distance(to: $0) < colour.distance(to: $1) } }
        // Sixty degrees lie between two of them.
        return hues.filter { Colour.turn(from: $0.hue ?? 0, to: hue) <= 35 }.sorted {
            let turns = (Colour.turn(from: $0.hue ?? 0, to: hue), Colour.turn(from: $1.hue ?? 0, to: hue))
            return turns.0 == turns.1 ? colour.distance(to: $0) < colour.distance(to: $1) : turns.0 < turns.1
        }
    }
}

extension Colour {
    /// The hue in degrees, red 0, green 120, blue 240; nil for what is nearly grey.
    fileprivate var hue: Double? {
        let parts = components
        let (red, green, blue) = (Double(parts.red), Double(parts.green), Double(parts.blue))
        let most = max(red, green, blue)
        let chroma = most - min(red, green, blue)
        guard chroma > 0.2 * 255 else { return nil }
        let sixth: Double
        if most == red {
            sixth = (green - blue) / chroma
        } else if most == green {
            sixth = (blue - red) / chroma + 2
        } else {
            sixth = (red - green) / chroma + 4
        }
        return (sixth < 0 ? sixth + 6 : sixth) * 60
    }

    /// The way from one hue to another, 0 to 180 degrees.
    fileprivate static func turn(from one: Double, to other: Double) -> Double {
        let way = abs(one - other)
        return min(way, 360 - way)
    }
}
