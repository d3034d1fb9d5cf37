import CaseModel

extension ItemDiffers {
    /// A part of the body on a side in a rationale that nothing else in the letter bears out: the rest of the letter has
    /// the part on the other side only, or has neither the part nor anything near it.
    func strangers(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        let heads = letter.items.map(\.head)
        let others = [letter.summary] + heads
        let known = others.flatMap { text in
            SidedPart.all(in: text, text.all).filter { !text.isQuoted($0.tokens.lowerBound) }.map { (text, $0) }
        }
        let text = item.rationale
        let own = SidedPart.all(in: text, text.all).filter { !text.isQuoted($0.tokens.lowerBound) }
        for part in own where part.side != .bilateral && part.regions.count < 4 {
            let same = known.filter { !$0.1.regions.isDisjoint(with: part.regions) }
            let again = own.filter { $0.side == part.side && !$0.regions.isDisjoint(with: part.regions) }
            guard let first = same.first else { continue }
            guard same.count > 1 || first.0.section == .head, again.count <= 3,
                !text.holds(ItemDiffers.contrasts, in: text.sentence(at: part.tokens.lowerBound)),
                text.first(of: ItemDiffers.setAside, in: text.sentence(at: part.tokens.lowerBound)) == nil,
                same.allSatisfy({ $0.1.side != .bilateral && $0.1.side != part.side })
            else { continue }
            return [
                Observation(
                    item: item.number,
                    "“\(text.words(part.tokens))” stands in a letter about the \(first.1.side.rawValue) side.",
                    [text.evidence(part.tokens), first.0.evidence(first.1.tokens)], weight: .lesser)
            ]
        }
        return elsewhere(item, letter, own)
    }

    /// A conclusion on a side of a part of the body, of an item whose head names neither, when the other items have that
    /// part on the other side alone: the therapy after an operation is of the side that was operated on. Silent where the
    /// summary tells of the conclusion's side, too.
    func companions(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        let text = item.rationale
        guard Anatomy.sides(in: item.head, item.head.all).isEmpty, !item.restatements.isEmpty else { return [] }
        let others = letter.items.filter { $0.number != item.number }.flatMap { other in
            SidedPart.all(in: other.head, other.head.all).map { (other.head, $0) }
        }
        for part in item.restatements.flatMap({ SidedPart.all(in: text, $0) }) where part.side != .bilateral {
            let same = others.filter { !$0.1.regions.isDisjoint(with: part.regions) }
            let sentence = text.sentence(at: part.tokens.lowerBound)
            let isTold = SidedPart.all(in: letter.summary, letter.summary.all).contains {
                !$0.regions.isDisjoint(with: part.regions) && ($0.side == part.side || $0.side == .bilateral)
            }
            guard let first = same.first, part.regions.count < 4, !isTold,
                same.allSatisfy({ $0.1.side != part.side && $0.1.side != .bilateral }),
                !text.holds(ItemDiffers.contrasts, in: sentence),
                text.first(of: ItemDiffers.setAside, in: sentence) == nil
            else { continue }
            return [
                Observation(
                    item: item.number,
                    "The conclusion is about “\(text.words(part.tokens))”, another item about "
                        + "“\(first.0.words(first.1.tokens))”.",
                    [text.evidence(part.tokens), first.0.evidence(first.1.tokens)], weight: .lesser)
            ]
        }
        return []
    }

    /// What a sentence says of a side that it sets aside.
    private static let setAside = ["question", "dispute", "issue", "affected", "injured", "involved"].flatMap { word in
        [["not", "in", word], ["not", "at", word], ["not", word]]
    }

    /// Words of a sentence that tells of the other side on purpose, or of other times.
    private static let contrasts: Set<String> = [
        "opposite", "other", "uninjured", "uninvolved", "contralateral", "compared", "comparison", "prior", "previous",
        "previously", "history", "old", "past", "years", "ago", "unlike", "than", "normal",
    ]

    /// A part of the body that the worker has pain in by the rationale, and that neither the summary nor a head names.
    private func elsewhere(_ item: UnderstoodItem, _ letter: UnderstoodLetter, _ own: [SidedPart]) -> [Observation] {
        guard !letter.summary.isEmpty else { return [] }
        let regions = ([letter.summary] + letter.items.map(\.head)).reduce(into: Set<Region>()) { known, text in
            known.formUnion(Anatomy.regions(in: text, text.all))
        }
        let text = item.rationale
        guard !regions.isEmpty,
            let part = own.first(where: { part in
                part.regions.isDisjoint(with: regions)
                    && text.holds(
                        ["pain", "injury", "strain", "sprain"], in: text.sentence(at: part.tokens.lowerBound))
            })
        else { return [] }
        return [
            Observation(
                item: item.number,
                "“\(text.words(part.tokens))” is a part of the body that neither the summary nor an item names.",
                [text.evidence(part.tokens), item.head.evidence(item.head.all)], weight: .lesser)
        ]
    }
}
