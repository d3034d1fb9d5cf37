import Synthetic

extension SplitMix64 {
    /// A text of scalars of all kinds, with a liking for those that make trouble.
    mutating func text(count: Int) -> String {
        let trouble: [ClosedRange<UInt32>] = [
            0x00...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0xA0, 0x300...0x36F, 0x5D0...0x5EA, 0x900...0x94F,
            0x1100...0x11FF, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x4E00...0x4E10, 0xAC00...0xAC10,
            0xE000...0xE010, 0xFE00...0xFE0F, 0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF,
            0x1F468...0x1F470, 0xE0001...0xE007F, 0xE0100...0xE0110, 0x0...0x10FFFF,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<count {
            let range = trouble[Int.random(in: 0..<trouble.count, using: &self)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
