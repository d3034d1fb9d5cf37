package import CaseModel

extension Evidence {
    /// The text of the section that it points into, of a determination from the store; nil when there is no such item.
    package func sectionText(in determination: Determination) -> String? {
        switch section {
        case .header: return HeaderText(of: determination).text
        case .summary: return determination.summary
        case .head, .claimsAdministratorGuideline, .reviewerGuideline, .rationale: break
        }
        guard let item, determination.items.indices.contains(item - 1) else { return nil }
        let disputed = determination.items[item - 1]
        switch section {
        case .head: return disputed.text
        case .claimsAdministratorGuideline: return disputed.claimsAdministratorGuideline
        case .reviewerGuideline: return disputed.reviewerGuideline
        case .rationale: return disputed.rationale
        case .header, .summary: return nil
        }
    }

    /// Its words in a text of its section, in characters: at its place, or where they stand nearest to it when the text
    /// was changed around them; nil when they are gone. White space does not count, so the text need not be prose.
    package func range(in text: String) -> Range<Int>? {
        let wanted = self.text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard let first = wanted.first else { return nil }
        var solid: [Unicode.Scalar] = []
        var character: [Int] = []
        for (index, one) in text.enumerated() {
            for scalar in one.unicodeScalars where !scalar.properties.isWhitespace {
                solid.append(scalar)
                character.append(index)
            }
        }
        guard solid.count >= wanted.count else { return nil }
        let words = Array(wanted)
        var best: (distance: Int, range: Range<Int>)?
        for at in 0...(solid.count - words.count) where solid[at] == first {
            guard solid[at..<(at + words.count)].elementsEqual(words) else { continue }
            // A place is counted with its spaces, so characters come nearer to it than what is solid.
            let distance = abs(character[at] - start)
            if best.map({ distance < $0.distance }) ?? true {
                best = (distance, character[at]..<(character[at + words.count - 1] + 1))
            }
        }
        return best?.range
    }
}
