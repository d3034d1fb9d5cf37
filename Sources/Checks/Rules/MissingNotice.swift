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
        guard !isTold(notice, item) else { return nil }
        return Observation(
            item: item.number,
            "“\(item.head.words(word..<(word + 1)))” is \(notice.itemIs); the rationale lacks \(notice.lacking).",
            [item.head.evidence(item.head.all)])
    }

    /// Whether the rationale gives the notice: at its conclusion or after it, or in a sentence that says what is to be
    /// done. That a guideline names reasons for tapering is no notice.
    private func isTold(_ notice: RequiredNotice, _ item: UnderstoodItem) -> Bool {
        let text = item.rationale
        return text.sentences.contains { sentence in
            guard sentence.contains(where: { at in notice.toldBy.contains { text.tokens[at].text.hasPrefix($0) } })
            else { return false }
            return item.conclusion.map { sentence.upperBound > $0.sentence.lowerBound } ?? true
                || text.holds(MissingNotice.demands, in: sentence)
        }
    }

    private static let demands: Set<String> = [
        "should", "must", "recommend", "recommended", "recommends", "recommendation", "advised", "needs", "needed",
        "be", "begin", "start", "abrupt",
        "abruptly", "gradual", "gradually", "slowly", "safely", "appropriate", "allow", "allowed", "ought",
    ]
}
