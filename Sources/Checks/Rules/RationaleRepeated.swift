import CaseModel

/// The same rationale under several items of a letter, or a stock rationale that says nothing of the case.
///
/// Two rationales are the same when nine in ten of their runs of four words are, the words of the items left out.
/// How a stock rationale is told is said at ``StockComparison``.
struct RationaleRepeated: Rule {
    let id = "rationale.repeated"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        repeated(letter) + stock(letter)
    }

    private func stock(_ letter: UnderstoodLetter) -> [Observation] {
        guard !letter.input.stock.isEmpty else { return [] }
        let stock = letter.input.stock.map(StockComparison.init)
        return letter.items.compactMap { item in
            // With a blank open it is still being written, and not recorded before it is filled.
            guard !item.rationale.scalars.contains("⟦") else { return nil }
            guard let found = stock.first(where: { $0.isUnchanged(in: item) }) else { return nil }
            return Observation(
                item: item.number, "The rationale is the stock text “\(found.name)” and says nothing of this case.",
                [item.rationale.evidence(item.rationale.all)])
        }
    }

    private func repeated(_ letter: UnderstoodLetter) -> [Observation] {
        guard letter.items.count > 1 else { return [] }
        let runs = letter.items.map { self.runs($0, besides: Set($0.head.tokens.map(\.text))) }
        let whole = letter.items.map { self.runs($0, besides: []) }
        var isTaken = Array(repeating: false, count: runs.count)
        var result: [Observation] = []
        for first in runs.indices where !isTaken[first] && whole[first].count >= 12 {
            let group = runs.indices.filter { other in
                guard other > first, !isTaken[other], whole[other].count >= 12 else { return false }
                return isSame(runs[first], runs[other]) || isSame(whole[first], whole[other])
            }
            guard !group.isEmpty else { continue }
            for other in group { isTaken[other] = true }
            let numbers = group.map { String($0 + 1) }.joined(separator: ", ")
            let texts = ([first] + group).map { letter.items[$0].rationale }
            result.append(
                Observation(
                    item: group[0] + 1, "Items \(first + 1), \(numbers) have the same rationale.",
                    texts.prefix(3).map { $0.evidence($0.all) }))
        }
        return result
    }

    private func isSame(_ a: Set<[String]>, _ b: Set<[String]>) -> Bool {
        a.intersection(b).count * 10 >= max(a.count, b.count) * 9
    }

    private func runs(_ item: UnderstoodItem, besides own: Set<String>) -> Set<[String]> {
        let words = item.rationale.tokens.filter { $0.isWord && !own.contains($0.text) }.map(\.text)
        guard words.count >= 4 else { return [] }
        return Set((0...(words.count - 4)).map { Array(words[$0..<($0 + 4)]) })
    }
}
