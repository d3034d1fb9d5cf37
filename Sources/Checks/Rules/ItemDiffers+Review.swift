import CaseModel

extension ItemDiffers {
    /// What the summary says utilization review decided on, told number by number: each that stands with the telling
    /// word of an item must be a number of the head, or of another head with that word.
    func reviewed(_ item: UnderstoodItem, _ letter: UnderstoodLetter) -> [Observation] {
        guard let word = RequestTold.tellingWord(of: item) else { return [] }
        let group = letter.items.filter { $0.head.holds([word], in: $0.head.all) }
        // The first of the items tells it.
        guard group.first?.number == item.number else { return [] }
        let text = letter.summary
        for sentence in letter.reviewSentences {
            // What was allowed instead is in a head only when the request was split.
            let isModified = text.first(of: ItemDiffers.changes, in: sentence) != nil
            if isModified, group.allSatisfy({ $0.split == nil }) { continue }
            for range in RequestTold.stretches(of: word, in: ReviewedPart.decision(sentence, in: text), text) {
                guard let found = stranger(group, range, text) else { continue }
                return [found]
            }
        }
        return []
    }

    private func stranger(_ group: [UnderstoodItem], _ range: Range<Int>, _ text: SectionText) -> Observation? {
        let comparisons = group.map {
            ItemComparison(head: $0.head, headRange: $0.head.all, other: text, range: range)
        }
        for (item, comparison) in zip(group, comparisons) {
            let sides = comparison.pairedSide().map { [$0] } ?? []
            for difference in sides + comparison.strangers() {
                let isElsewhere = comparisons.contains { $0.has(difference) }
                if isElsewhere { continue }
                return Observation(
                    item: item.number, "The summary is about another item than the head: \(difference.words).",
                    [text.evidence(difference.other), item.head.evidence(difference.head)])
            }
        }
        return level(group, range, text)
    }

    /// A level of the spine that no head of the group has.
    private func level(_ group: [UnderstoodItem], _ range: Range<Int>, _ text: SectionText) -> Observation? {
        let heads = group.map { Levels(in: $0.head, $0.head.all) }
        guard let item = group.first, let first = heads.first?.first, heads.allSatisfy({ $0.first != nil }) else {
            return nil
        }
        guard !Levels.areNerves(text, range), !group.contains(where: { Levels.areNerves($0.head, $0.head.all) }) else {
            return nil
        }
        let told = Levels(in: text, range)
        guard let place = told.stranger(to: heads.reduce(into: heads[0]) { $0.join($1) }) else { return nil }
        return Observation(
            item: item.number,
            "The summary is about another item than the head: “\(item.head.words(first))” in the head, "
                + "“\(text.words(place))” here.",
            [text.evidence(place), item.head.evidence(first)])
    }

    private static let changes = [["modified"], ["partially"], ["to", "allow"], ["modification"], ["allowing"]]
}
