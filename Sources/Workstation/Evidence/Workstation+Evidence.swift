internal import CaseModel
internal import TextUI

extension Workstation {
    /// Opens the lists of an item: where its guideline leads, its quotations, the search of the records, its links.
    mutating func showEvidence(_ id: CommandID) -> [Effect] {
        guard let caseFile, let item = caseFile.itemNumber else { return [] }
        let desk = caseFile.desks[item - 1]
        switch id {
        case .follow:
            guard let page = desk.guidelines.shown else {
                return note("no section is shown; / finds one in the library")
            }
            overlay = .chooser(.ways(from: page))
        case .quotations:
            guard desk.guidelines.quotationsRevision == desk.editor.revision else {
                var screen = caseFile
                let effects = screen.checkQuotations()
                self.caseFile = screen
                return effects + note("looking the quotations up; press it again")
            }
            overlay = .quotations(
                QuotationOverlay(quotations: desk.guidelines.quotations, rationale: Array(desk.editor.text)))
        case .evidence:
            guard let sentence = caseFile.sentenceAtCursor(item: item) else {
                return note("write the sentence first; f links the one at the cursor")
            }
            guard !caseFile.reviewCase.records.isEmpty else { return note("the case has no records to search") }
            overlay = .chooser(.records(sentence: sentence))
        case .links:
            overlay = .chooser(.links(desk.links))
        default: break
        }
        return []
    }
}
