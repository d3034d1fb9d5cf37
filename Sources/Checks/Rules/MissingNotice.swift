import CaseModel

/// An opioid that is upheld without the notice to taper and not to stop abruptly.
struct MissingNotice: Rule {
    let id = "notice.missing"
    let usualSeverity = Severity.warning
    let basis = "Programme profile: tapering of opioids"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        letter.items.compactMap { item in
            guard item.item.decision == .upheld,
                let drug = item.head.tokens.firstIndex(where: { letter.profile.opioids.contains($0.text) }),
                !item.head.holds(
                    ["screen", "screening", "testing", "test", "detox", "detoxification"], in: item.head.all)
            else { return nil }
            let text = item.rationale
            let isTold = text.tokens.contains { token in
                ["taper", "wean", "abrupt", "discontinu", "titrat"].contains { token.text.hasPrefix($0) }
            }
            guard !isTold else { return nil }
            return Observation(
                item: item.number,
                "“\(item.head.words(drug..<(drug + 1)))” is an opioid; the rationale lacks the notice to taper it and not to "
                    + "stop it abruptly.",
                [item.head.evidence(item.head.all)])
        }
    }
}
