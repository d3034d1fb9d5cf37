/// A part of the body on a side: "right knee", "left upper extremity", "knee, left".
///
/// A side word goes with the part within three words after it, else with one right before it; a whole limb stands for
/// each of its parts. It gives up on a part that is named without a side, and on a spine, which has both.
struct SidedPart: Sendable {
    let side: Side
    let regions: Set<Region>
    let tokens: Range<Int>

    static func all(in text: SectionText, _ range: Range<Int>) -> [SidedPart] {
        Anatomy.sides(in: text, range).compactMap { mention in
            // "Right and left hips": both.
            var start = mention.tokens.upperBound
            if start + 1 < range.upperBound, ["and", "/", "or"].contains(text.tokens[start].text),
                ["left", "right"].contains(text.tokens[start + 1].text)
            {
                start += 2
            }
            let after = until(start..<min(range.upperBound, start + 3), text)
            if let body = part(in: after, text) {
                return SidedPart(
                    side: mention.side, regions: body.regions,
                    tokens: mention.tokens.lowerBound..<body.tokens.upperBound)
            }
            let before = max(range.lowerBound, mention.tokens.lowerBound - 2)..<mention.tokens.lowerBound
            guard !text.holds(stops, in: before), let body = part(in: before, text), mention.side != .bilateral else {
                return nil
            }
            return SidedPart(
                side: mention.side, regions: body.regions, tokens: body.tokens.lowerBound..<mention.tokens.upperBound)
        }
    }

    /// The range up to where something else begins.
    private static func until(_ range: Range<Int>, _ text: SectionText) -> Range<Int> {
        range.lowerBound..<(range.first { stops.contains(text.tokens[$0].text) } ?? range.upperBound)
    }

    private static let stops: Set<String> = ["left", "right", "and", ".", ";"]

    private static func part(in range: Range<Int>, _ text: SectionText) -> BodyMention? {
        Anatomy.bodies(in: text, range).first { body in
            !body.regions.isEmpty && body.regions.isDisjoint(with: Region.spine)
        }
    }
}
