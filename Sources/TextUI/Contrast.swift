extension Colour {
    /// The contrast with another colour, from 1 to 21.
    ///
    /// Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    public func contrast(with other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private var luminance: Double {
        let parts = components
        return 0.2126 * Colour.linear[parts.red] + 0.7152 * Colour.linear[parts.green]
            + 0.0722 * Colour.linear[parts.blue]
    }

    /// The linear value of each level of a channel.
    private static let linear: [Double] = (0...255).map { level in
        let value = Double(level) / 255
        return value <= 0.04045 ? value / 12.92 : raised((value + 0.055) / 1.055)
    }

    /// A base between 0 and 1 to the power of 2.4: the fifth root of its twelfth power, by Newton's method.
    private static func raised(_ base: Double) -> Double {
        let cube = base * base * base
        let twelfth = cube * cube * cube * cube
        var root = 1.0
        for _ in 0..<100 { root = (4 * root + twelfth / (root * root * root * root)) / 5 }
        return root
    }
}
