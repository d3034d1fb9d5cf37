import CaseModel
import Programmes

/// An edition of a chapter that was not in force on the day of the decision.
///
/// The library tells when there is one, else the profile, which knows the chapters of the schedule only.
struct EditionNotInForce: Rule {
    let id = "citation.edition-not-in-force"
    let usualSeverity = Severity.warning

    func observations(in letter: UnderstoodLetter) -> [Observation] {
        guard let decision = letter.dates.decision else { return [] }
        return letter.items.flatMap { item in
            item.item.citations.compactMap { citation -> Observation? in
                guard let year = citation.year, let chapter = citation.chapter else { return nil }
                guard let current = current(instead: citation, year, chapter, on: decision, letter) else { return nil }
                return Observation(
                    item: item.number,
                    "“\(chapter)” of \(year) was not in force on \(decision.american)"
                        + (current.isEmpty ? "." : "; the edition of \(current.joined(separator: " or ")) was."),
                    [place(of: year, item.reviewerGuideline)])
            }
        }
    }

    /// The years of the editions in force, when the cited one is known not to be; nil when it is or may be.
    private func current(
        instead citation: Citation, _ year: Int, _ chapter: String, on day: Day, _ letter: UnderstoodLetter
    ) -> [String]? {
        let held = letter.input.guidelines?.editions(of: citation) ?? []
        let stored = held.filter { $0.from != nil || $0.to != nil }
        let adopted = citation.isMTUS ? ScheduleChapter.editions(of: chapter, in: letter.profile) : []
        let known = stored.isEmpty ? adopted : stored
        let cited = (stored + adopted).filter { $0.year == year }
        if cited.contains(where: { isInForce($0, day) }) { return nil }
        // Of an edition whose days nobody gave nothing is known.
        if cited.isEmpty, held.contains(where: { $0.year == year }) { return nil }
        let current = known.filter { isInForce($0, day) && $0.year != year }
        let years = Set(current.map(\.year)).sorted().map(String.init)
        if !cited.isEmpty || year > day.year { return years }
        // The profile knows every edition of the schedule; a library may lack the newest one.
        let isKnown = current.contains { !adopted.isEmpty || $0.year > year }
        return isKnown ? years : nil
    }

    private func isInForce(_ edition: GuidelineEdition, _ day: Day) -> Bool {
        (edition.from.map { $0 <= day } ?? true) && (edition.to.map { day <= $0 } ?? true)
    }

    private func place(of year: Int, _ line: SectionText) -> Evidence {
        guard let at = line.tokens.firstIndex(where: { $0.whole == year }) else { return line.evidence(line.all) }
        return line.evidence(max(0, at - 5)..<(at + 1))
    }
}
