/// A colour of a theme; what the terminal lacks becomes the nearest that it has.
public enum Colour: Hashable, Sendable {
    /// Red, green and blue, 0 to 255.
    case rgb(UInt8, UInt8, UInt8)
    /// An entry of the terminal's own palette of 256.
    case indexed(UInt8)

    /// Parses `#rrggbb`, or the number of a palette entry, 0 to 255; nil for anything else.
    public init?(parsing text: some StringProtocol) {
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
                return nil
            }
            self = .rgb(
                UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
                UInt8(truncatingIfNeeded: value))
        } else if let index = UInt8(text) {
            self = .indexed(index)
        } else {
            return nil
        }
    }

    /// Red, green and blue, 0 to 255; the palette is taken to be that of xterm.
    public var components: (red: Int, green: Int, blue: Int) {
        switch self {
        case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
        case .indexed(let index):
            let index = Int(index)
            if index < 16 { return Colour.basic[index] }
            if index >= 232 {
                let level = 8 + 10 * (index - 232)
                return (level, level, level)
            }
            let cube = index - 16
            return (Colour.levels[cube / 36], Colour.levels[cube / 6 % 6], Colour.levels[cube % 6])
        }
    }

    /// The nearest entry of a palette of `count` colours (8, 16, 88 or 256 and more); of 256 the first 16, which people
    /// redefine, are left out unless asked for by number.
    public func nearest(of count: Int) -> Int {
        if case .indexed(let index) = self, Int(index) < count { return Int(index) }
        let candidates = count >= 256 ? 16..<256 : 0..<(count >= 16 ? 16 : 8)
        return candidates.min { distance(to: .indexed(UInt8($0))) < distance(to: .indexed(UInt8($1))) } ?? 0
    }

    /// How much another colour differs, as the eye weighs it: green most and blue least.
    func distance(to other: Colour) -> Int {
        let (one, two) = (components, other.components)
        let (red, green, blue) = (one.red - two.red, one.green - two.green, one.blue - two.blue)
        return 3 * red * red + 6 * green * green + blue * blue
    }

    private static let levels = [0, 95, 135, 175, 215, 255]

    /// The first sixteen entries as xterm has them.
    private static let basic: [(red: Int, green: Int, blue: Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
        (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
        (0, 255, 255), (255, 255, 255),
    ]
}
