/// Where the parts of one item stand: runs of words.
struct ItemPlaces {
    var head: Range<Int>
    var decision: Int
    var labels: [ItemLabel]
    /// The values after the labels, in the order of `labels`.
    var values: [Range<Int>]
}

/// Divides the last section of a letter into items.
///
/// An item is a head that ends in a decision word, then its labels. No mark parts an item from the next: a label
/// opens an item when a decision stands right before it and the item before it has that label, or its rationale,
/// already. Where the head of that item begins is for ``HeadFinder`` to say.
struct ItemScanner {
    let text: LetterText
    /// The lines after the lead-in.
    let lines: Range<Int>
    /// The first word after the lead-in.
    let start: Int
    let labels: LabelFinder

    /// The line of the heading, told when there is no item.
    let headingLine: Int

    /// The items in order.
    func items() throws(LetterError) -> [ItemPlaces] {
        var groups: [[ItemLabel]] = []
        for label in labels.labels(lines) where label.words.lowerBound >= start {
            let seen = Set((groups.last ?? []).map(\.kind))
            let isDecided = decision(before: label.words.lowerBound) != nil
            if !groups.isEmpty, !seen.contains(label.kind), !seen.contains(.rationale) {
                if standsAsLabel(label) { groups[groups.count - 1].append(label) }
            } else if isDecided {
                groups.append([label])
            } else if groups.isEmpty || standsAsLabel(label) {
                throw .decisionMissing(line: text.lines[label.line].number)
            }
        }
        guard !groups.isEmpty else { throw .noItems(line: headingLine) }
        return places(groups)
    }

    /// The decision word that ends the text before a word: after a colon in any case, else only with a capital.
    private func decision(before word: Int) -> Int? {
        guard word > start, DecisionWord(text.spelling(word - 1)) != nil else { return nil }
        let hasColon = word - 1 > start && text.spelling(word - 2).last == 58
        let hasCapital = text.spelling(word - 1).first.map(ASCII.isCapital) == true
        return hasColon || hasCapital ? word - 1 : nil
    }

    /// Whether a line that reads as a label is one, and not a line of running text that happens to begin so.
    private func standsAsLabel(_ label: ItemLabel) -> Bool {
        labels.mayStand(label.line)
    }

    private func places(_ groups: [[ItemLabel]]) -> [ItemPlaces] {
        var result: [ItemPlaces] = []
        let finder = HeadFinder(text: text)
        var headStart = start
        for (index, group) in groups.enumerated() {
            let decision = group[0].words.lowerBound - 1
            var end = text.words(ofLines: lines).upperBound
            if index + 1 < groups.count, let last = group.last {
                let next = groups[index + 1][0].words.lowerBound - 1
                end = finder.head(decision: next, after: last.words.upperBound)
            }
            let values = group.indices.map { label in
                let valueEnd = label + 1 < group.count ? group[label + 1].words.lowerBound : end
                return group[label].words.upperBound..<max(valueEnd, group[label].words.upperBound)
            }
            result.append(ItemPlaces(head: headStart..<decision, decision: decision, labels: group, values: values))
            headStart = end
        }
        return result
    }
}
