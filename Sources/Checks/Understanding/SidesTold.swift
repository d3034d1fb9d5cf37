/// On which sides a text has a part of the body: each side word with a part right after it ("right knee", "left upper
/// extremity"), or a part with the side right after ("knee, left").
enum SidesTold {
    static func of(_ regions: Set<Region>, in text: SectionText) -> [SideMention] {
        Anatomy.sides(in: text, text.all).filter { mention in
            guard !text.isQuoted(mention.tokens.lowerBound) else { return false }
            let after = mention.tokens.upperBound..<min(text.tokens.count, mention.tokens.upperBound + 3)
            for body in Anatomy.bodies(in: text, after) where !body.regions.isEmpty {
                // What is told of a whole limb may be of any part of it.
                return body.regions.count < 4 && !body.regions.isDisjoint(with: regions)
            }
            return false
        }
    }
}
