import CaseModel

/// What is concluded on, or what the summary says was decided by utilization review, is not the item in dispute.
struct ItemDiffers: Rule {
    let id = "item.differs"
    let usualSeverity = Severity.error

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.flatMap { item in
            let found = within(item) + concluded(item) + told(item, letter)
            if found.isEmpty, let first = reviewed(item, letter).first { return [first] }
            if !found.isEmpty { return found }
            let other = side(item, letter) + dose(item, letter)
            return other.isEmpty ? requested(item, letter) + beside(item, letter) : other
        }
    }

    private func beside(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        let found = companions(item, letter)
        return found.isEmpty ? strangers(item, letter) : found
    }

    /// The head has one side of a part of the body, and all of the letter that names the part has the other.
    private func side(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        let own = Anatomy.sides(in: item.head, item.head.all)
        let regions = Anatomy.regions(in: item.head, item.head.all)
        guard own.count == 1, let mine = own.first, mine.side != .bilateral, !regions.isEmpty, regions.count < 4 else {
            return []
        }
        let summary = SidesTold.of(regions, in: letter.summary)
        let rationale = SidesTold.of(regions, in: item.rationale)
        let other: Side = mine.side == .left ? .right : .left
        for (told, text) in [(rationale, item.rationale), (summary, letter.summary)] {
            guard let first = told.first, told.allSatisfy({ $0.side == other }),
                told.count > 1 || summary.isEmpty || rationale.isEmpty
            else { continue }
            // With the other text on the head's side, one word of this one is a slip or another treatment.
            let isAlone = (summary + rationale).allSatisfy { $0.side == other }
            let end = min(text.tokens.count, first.tokens.upperBound + 1)
            return [
                Observation(
                    item: item.number,
                    "The head has the \(mine.side.rawValue) side, the \(text.section.words) only the \(other.rawValue).",
                    [text.evidence(first.tokens.lowerBound..<end), item.head.evidence(mine.tokens)],
                    weight: isAlone && told.count > 1 ? .usual : .lesser)
            ]
        }
        return []
    }

    /// The head has one strength of a drug, and all of the letter that gives its strength has another.
    private func dose(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        guard item.split == nil, let drug = item.head.tokens.first, drug.isWord, drug.length > 4 else { return [] }
        let own = DosesTold.of(drug.text, in: item.head)
        guard let mine = own.first, own.count == 1 else { return [] }
        for text in [item.rationale, letter.summary] {
            let told = DosesTold.of(drug.text, in: text)
            guard let first = told.first, !told.contains(where: { $0.values == mine.values }) else { continue }
            return [
                Observation(
                    item: item.number,
                    "The head has \(item.head.words(mine.tokens)), the \(text.section.words) only \(text.words(first.tokens)).",
                    [text.evidence(first.tokens), item.head.evidence(mine.tokens)], weight: .lesser)
            ]
        }
        return []
    }

    /// The parts of a split request must be of one drug and strength.
    private func within(_ item: UnderstoodItem) -> [Observation] {
        guard let split = item.split, !split.remaining.isEmpty else { return [] }
        let own = AmountScanner.amounts(in: item.head, split.original)
        let left = AmountScanner.amounts(in: item.head, split.remaining)
        for unit in [Amount.Unit.strength, .percent] {
            let known = own.filter { $0.unit == unit }
            guard let first = known.first,
                let stranger = left.first(where: { amount in
                    amount.unit == unit && !known.contains { $0.values == amount.values }
                })
            else { continue }
            return [
                Observation(
                    item: item.number,
                    "The original request is of \(item.head.words(first.tokens)), what remains of "
                        + "\(item.head.words(stranger.tokens)).",
                    [item.head.evidence(first.tokens), item.head.evidence(stranger.tokens)])
            ]
        }
        return parts(item, split)
    }

    /// The parts of a split request must be of one side and part of the body, and as often a week.
    private func parts(_ item: UnderstoodItem, _ split: SplitHead) -> [Observation] {
        for part in [split.authorized, split.remaining] where !part.isEmpty {
            let comparison = ItemComparison(head: item.head, headRange: split.original, other: item.head, range: part)
            // Of a request for both sides one may have been authorized and the other remain.
            guard let difference = comparison.places().first(where: \.isGrave) else { continue }
            return [
                Observation(
                    item: item.number, "The parts of the request are not of one thing: \(difference.words).",
                    [item.head.evidence(difference.head), item.head.evidence(difference.other)])
            ]
        }
        return []
    }

    /// What the summary says was requested, when every telling of it has another number, side or part than the head.
    private func requested(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        let told = RequestTold.all(of: item, among: letter)
        let text = letter.summary
        var first: ItemComparison.Difference?
        for range in told {
            let comparison = ItemComparison(head: item.head, headRange: item.head.all, other: text, range: range)
            guard comparison.sharesUnit || comparison.sharesPlace else { continue }
            guard let difference = (comparison.numbers() + comparison.places()).first else { return [] }
            first = first ?? difference
        }
        guard let first else { return [] }
        return [
            Observation(
                item: item.number, "By the summary something else was requested than the head has: \(first.words).",
                [text.evidence(first.other), item.head.evidence(first.head)], weight: .lesser)
        ]
    }

    private func concluded(_ item: UnderstoodItem) -> [Observation] {
        for range in item.restatements {
            let found = observations(item, item.rationale, range, "conclusion")
            if !found.isEmpty { return found }
        }
        return []
    }

    private func told(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        for sentence in letter.reviewSentences {
            guard let range = ReviewedPart.find(item, among: letter, in: sentence) else { continue }
            let found = observations(item, letter.summary, range, "summary")
            if !found.isEmpty { return found }
        }
        return []
    }

    private func observations(
        _ item: UnderstoodItem, _ other: SectionText, _ range: Range<Int>, _ place: String
    ) -> [Observation] {
        let comparison = ItemComparison(head: item.head, headRange: item.head.all, other: other, range: range)
        let found = comparison.differences().map { difference in
            Observation(
                item: item.number, "The \(place) is about another item than the head: \(difference.words).",
                [other.evidence(difference.other), item.head.evidence(difference.head)],
                weight: difference.isGrave ? .usual : .lesser)
        }
        if !found.isEmpty { return found }
        if let (mine, theirs) = Opposites.find(item.head, item.head.all, other, range) {
            return [
                Observation(
                    item: item.number,
                    "The \(place) is about another item than the head: “\(item.head.words(mine))” in the head, "
                        + "“\(other.words(theirs))” here.",
                    [other.evidence(theirs), item.head.evidence(mine)], weight: .lesser)
            ]
        }
        guard let (mine, theirs) = ChangedWord.find(item.head, item.head.all, other, range) else { return [] }
        return [
            Observation(
                item: item.number,
                "Amid the same words the \(place) has “\(other.words(theirs..<(theirs + 1)))” and the head "
                    + "“\(item.head.words(mine..<(mine + 1)))”.",
                [
                    other.evidence(max(range.lowerBound, theirs - 3)..<min(range.upperBound, theirs + 4)),
                    item.head.evidence(max(0, mine - 3)..<min(item.head.tokens.count, mine + 4)),
                ], weight: .lesser)
        ]
    }
}
