internal import Guidelines
internal import Workstation

/// A passage that two editions have in other words, as one text: `[−what the earlier has]`, `[+what the later has]`.
struct WordChanges {
    /// The passage as the pane shows it.
    let passage: GuidelinePage.Passage

    /// Below this share of common words the two are read more easily one after the other.
    private static let least = 0.5

    /// Nil for a passage of one edition only, and for two that have little or only signs of difference.
    init?(_ part: SectionDifference.Part) {
        guard let earlier = part.earlier, let later = part.later, let alignment = part.alignment,
            alignment.score >= WordChanges.least, !alignment.isExact
        else { return nil }
        let (old, new) = (Array(earlier.text.unicodeScalars), Array(later.text.unicodeScalars))
        var text = String.UnicodeScalarView()
        var words: [GuidelinePage.WordChange] = []
        var at = 0
        func put(_ scalars: some Sequence<Unicode.Scalar>, sign: Unicode.Scalar) {
            let start = String(text).count
            text.append(contentsOf: ["[", sign] + Array(scalars) + ["]"])
            words.append(.init(range: start..<String(text).count, isAdded: sign == "+"))
        }
        func put(_ run: [Alignment.Part]) {
            guard let first = run.first, let last = run.last else { return }
            at = max(at, last.quotation.upperBound)
            let come = new[first.quotation.lowerBound..<max(first.quotation.lowerBound, last.quotation.upperBound)]
            let gone = run.filter { !$0.passage.isEmpty }
            if let from = gone.first, let to = gone.last {
                if let before = text.last, !before.properties.isWhitespace { text.append(" ") }
                put(old[from.passage.lowerBound..<to.passage.upperBound], sign: "−")
                // Words that are gone have no space of their own in the later text.
                if !come.isEmpty || at < new.count && new[at].properties.isAlphabetic { text.append(" ") }
            }
            if !come.isEmpty { put(come, sign: "+") }
        }
        var run: [Alignment.Part] = []
        for part in alignment.parts {
            guard part.kind != .same else {
                put(run)
                run = []
                continue
            }
            if run.isEmpty, part.quotation.lowerBound > at {
                text.append(contentsOf: new[at..<part.quotation.lowerBound])
                at = part.quotation.lowerBound
            }
            run.append(part)
        }
        put(run)
        text.append(contentsOf: new[min(at, new.count)...])
        passage = GuidelinePage.Passage(
            id: later.id.description, text: String(text), digest: later.digest.hex, change: .altered, words: words)
    }
}
