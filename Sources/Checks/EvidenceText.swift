/// A text in which the words of evidence are looked for: taken apart once, for any number of places.
///
/// White space does not count, so the text need not be prose.
package struct EvidenceText: Sendable {
    /// Everything but white space, and the character that each scalar belongs to.
    private let solid: [Unicode.Scalar]
    private let character: [Int]

    /// Takes a text apart.
    package init(_ text: String) {
        var solid: [Unicode.Scalar] = []
        var character: [Int] = []
        solid.reserveCapacity(text.utf8.count)
        character.reserveCapacity(text.utf8.count)
        for (index, one) in text.enumerated() {
            for scalar in one.unicodeScalars where !EvidenceText.isSpace(scalar) {
                solid.append(scalar)
                character.append(index)
            }
        }
        self.solid = solid
        self.character = character
    }

    /// The words of a place, in characters of the text: at their place, or where they stand nearest to it when the text was
    /// changed around them; nil when they are gone.
    package func range(of evidence: Evidence) -> Range<Int>? {
        let words = evidence.text.unicodeScalars.filter { !EvidenceText.isSpace($0) }.map { $0 }
        guard let first = words.first, solid.count >= words.count else { return nil }
        var best: (distance: Int, range: Range<Int>)?
        for at in 0...(solid.count - words.count) where solid[at] == first {
            guard solid[at..<(at + words.count)].elementsEqual(words) else { continue }
            // A place is counted with its spaces, so characters come nearer to it than what is solid.
            let distance = abs(character[at] - evidence.start)
            if best.map({ distance < $0.distance }) ?? true {
                best = (distance, character[at]..<(character[at + words.count - 1] + 1))
            }
        }
        return best?.range
    }

    /// What ``Prose`` takes for white space.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2028, 0x2029: true
        default: false
        }
    }
}
