internal import CaseModel
internal import Guidelines
internal import Workstation

/// What changed in a section from one edition to another, as a page of the pane.
struct EditionChanges {
    let earlier: SectionID
    let later: SectionID

    init(earlier: SectionID, later: SectionID) {
        self.earlier = earlier
        self.later = later
    }

    private static let prefix = "changes:"

    /// The name under which the page is gone to: `changes:<earlier>|<later>`.
    var name: String { EditionChanges.prefix + earlier.description + "|" + later.description }

    /// Takes such a name apart; nil for any other.
    init?(name: String) {
        guard name.hasPrefix(EditionChanges.prefix) else { return nil }
        let parts = name.dropFirst(EditionChanges.prefix.count).split(separator: "|")
        guard parts.count == 2, let earlier = SectionID(String(parts[0])), let later = SectionID(String(parts[1]))
        else {
            return nil
        }
        self.init(earlier: earlier, later: later)
    }

    /// The passages that only one of the editions has, in the order of the later; those that both have are left out.
    func page(from library: GuidelineLibrary) throws(GuidelineError) -> GuidelinePage {
        let (old, new) = (try library.edition(earlier.edition), try library.edition(later.edition))
        let section = try library.section(later)
        let differences = try library.differences(earlier.edition, later.edition)
        var passages: [GuidelinePage.Passage] = []
        for difference in differences where difference.later?.id == later || difference.earlier?.id == earlier {
            for part in difference.parts where part.earlier?.text != part.later?.text {
                if let altered = WordChanges(part) {
                    passages.append(altered.passage)
                    continue
                }
                if let gone = part.earlier { passages.append(.init(gone, change: .removed)) }
                if let come = part.later { passages.append(.init(come, change: .added)) }
            }
        }
        if passages.isEmpty { passages.append(.init(id: "", text: "The two editions say the same here.", digest: "")) }
        return GuidelinePage(
            origin: .visited,
            citation: Citation(source: new.publisher, chapter: new.chapter, year: new.year, sections: [section.words]),
            section: later.description, path: ["\(new.chapter), \(old.year) to \(new.year)", section.words],
            confidence: 1, isDemonstration: new.isDemonstration, passages: passages)
    }
}

extension GuidelinePage.Passage {
    fileprivate init(_ passage: Passage, change: GuidelinePage.Change) {
        self.init(id: passage.id.description, text: passage.text, digest: passage.digest.hex, change: change)
    }
}
