import CaseModel
import Programmes

/// An edition of a chapter that was not in force on the day of the decision.
///
/// The library tells when there is one, else the profile, which knows the chapters of the schedule only.
struct EditionNotInForce: Rule {
    let id = "citation.edition-not-in-force"
    let usualSeverity = Severity.warning
    let basis = "8 CCR 9792.21.1"

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let decision = letter.dates.decision else { return [] }
        return letter.items.flatMap { item in
            item.item.citations.compactMap { citation -> Observation? in
                guard let year = citation.year, let chapter = citation.chapter else { return nil }
                let known = editions(of: citation, chapter, letter)
                let line = item.reviewerGuideline
                guard !known.isEmpty || year > decision.year else { return nil }
                if known.contains(where: { $0.year == year && isInForce($0, decision) }) { return nil }
                let current = known.filter { isInForce($0, decision) }.map { String($0.year) }
                guard !current.isEmpty || year > decision.year else { return nil }
                return Observation(
                    item: item.number,
                    "“\(chapter)” of \(year) was not in force on \(decision.american)"
                        + (current.isEmpty ? "." : "; the edition of \(current.joined(separator: " or ")) was."),
                    [place(of: year, line)])
            }
        }
    }

    private func editions(
        of citation: Citation, _ chapter: String, _ letter: UnderstoodLetter
    ) -> [GuidelineEdition] {
        if let library = letter.input.guidelines {
            let found = library.editions(of: citation)
            if !found.isEmpty { return found }
        }
        return
            citation.isMTUS
            ? letter.profile.editions(ofChapter: chapter).map {
                GuidelineEdition(year: $0.year, from: $0.inForce.from, to: $0.inForce.to)
            } : []
    }

    private func isInForce(_ edition: GuidelineEdition, _ day: Day) -> Bool {
        (edition.from.map { $0 <= day } ?? true) && (edition.to.map { day <= $0 } ?? true)
    }

    private func place(of year: Int, _ line: SectionText) -> Evidence {
        guard let at = line.tokens.firstIndex(where: { $0.whole == year }) else { return line.evidence(line.all) }
        return line.evidence(max(0, at - 5)..<(at + 1))
    }
}
