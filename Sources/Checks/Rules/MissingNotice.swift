import CaseModel
import Programmes

/// An item whose rationale lacks a notice that the program requires for such items: for opioids, to taper.
struct MissingNotice: Rule {
    let id = "notice.missing"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.flatMap { item in
            letter.profile.notices.compactMap { observation(of: $0, item) }
        }
    }

    private func observation(of notice: RequiredNotice, _ item: UnderstoodItem) -> Observation? {
        guard let decision = item.item.decision, notice.decisions.contains(decision),
            let word = item.head.tokens.firstIndex(where: { notice.itemWords.contains($0.text) }),
            !item.head.tokens.contains(where: { notice.exceptWords.contains($0.text) })
        else { return nil }
        let isTold = item.rationale.tokens.contains { token in
            notice.toldBy.contains { token.text.hasPrefix($0) }
        }
        guard !isTold else { return nil }
        return Observation(
            item: item.number,
            "“\(item.head.words(word..<(word + 1)))” is \(notice.itemIs); the rationale lacks \(notice.lacking).",
            [item.head.evidence(item.head.all)])
    }
}
