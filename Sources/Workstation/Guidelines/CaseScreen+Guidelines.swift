internal import CaseModel
internal import Letters
internal import TextUI

extension CaseScreen {
    /// Asks for the sections that an item cites, unless those at hand are for the same line.
    mutating func lookUpGuidelines() -> [Effect] {
        guard let item = itemNumber else { return [] }
        let desk = desks[item - 1]
        guard desk.guidelines.resolvedLine != desk.guideline else { return checkQuotations() }
        let asked = GuidelineQuestion(
            line: desk.guideline, administratorLine: desk.item.claimsAdministratorGuideline, matter: desk.item.matter,
            day: dayThatCounts)
        return [.lookUpGuidelines(number, item: item, asked)] + checkQuotations()
    }

    /// The day on which an edition should be in force: that of the decision, or of the latest one in time.
    private var dayThatCounts: Day {
        reviewCase.determination.dates.decision ?? min(today, reviewCase.due ?? today)
    }

    mutating func guidelinesFound(_ number: CaseNumber, item: Int, line: String, pages: [GuidelinePage]) {
        guard number == self.number, desks.indices.contains(item - 1) else { return }
        let before = desks[item - 1].guidelines.shown?.section
        desks[item - 1].guidelines.pages = pages
        desks[item - 1].guidelines.resolvedLine = line
        // What was shown stays shown when it is still among them.
        desks[item - 1].guidelines.index = pages.firstIndex { $0.section == before && before != nil } ?? 0
        if desks[item - 1].guidelines.trail.isEmpty { desks[item - 1].paneTops[.guideline] = 0 }
    }

    /// Goes to a section that the library has read.
    mutating func guidelineVisited(_ number: CaseNumber, item: Int, page: GuidelinePage) {
        guard number == self.number, desks.indices.contains(item - 1) else { return }
        desks[item - 1].guidelines.trail.append(page)
        endQuoting(item: item)
        desks[item - 1].pane = .guideline
        desks[item - 1].paneTops[.guideline] = 0
    }

    mutating func turnSource(_ step: Int) {
        guard let item = itemNumber else { return }
        guard desks[item - 1].guidelines.pages.count > 1 || !desks[item - 1].guidelines.trail.isEmpty else {
            remark = desks[item - 1].guidelines.pages.isEmpty ? "no section is cited" : "only one section is cited"
            return
        }
        desks[item - 1].guidelines.turn(step)
        desks[item - 1].pane = .guideline
        desks[item - 1].paneTops[.guideline] = 0
    }

    mutating func comeBack() {
        guard let item = itemNumber else { return }
        guard desks[item - 1].guidelines.trail.popLast() != nil else {
            remark = "this is where you began"
            return
        }
        desks[item - 1].guidelines.quoting = nil
        desks[item - 1].paneTops[.guideline] = 0
    }

    /// Adds the section that is shown to the reviewer's guideline line.
    mutating func citeShown() -> [Effect] {
        guard let item = itemNumber else { return [] }
        guard let page = desks[item - 1].guidelines.shown, page.section != nil else {
            remark = "no section of the library is shown; / finds one"
            return []
        }
        return cite(page.citation, item: item)
    }

    /// Adds a citation to the guideline line, unless it is there.
    mutating func cite(_ citation: Citation, item: Int) -> [Effect] {
        let present = citations(of: desks[item - 1].guideline)
        let isThere = present.contains {
            ($0.source, $0.chapter, $0.year) == (citation.source, citation.chapter, citation.year)
                && citation.sections.allSatisfy($0.sections.contains)
        }
        guard !isThere else {
            remark = "it is cited already"
            return []
        }
        desks[item - 1].guideline = CitationLine.words(present + [citation])
        remark = "cited: \(citation.words)\(recordingAgain(item: item))"
        return touched(item: item) + lookUpGuidelines()
    }

    /// Behind what was done to an item that is recorded: that it is another now, and the key that records it so.
    func recordingAgain(item: Int) -> String {
        let desk = desks[item - 1]
        guard desk.recorded != nil || desk.isDeciding, desk.isUnrecorded, let chosen = desk.chosen else { return "" }
        return "; \(chosen == .upheld ? "u" : "o") records it again"
    }

    /// The same of the item that is shown, while nothing is written.
    var recordingAgainHere: String {
        guard let item = itemNumber, !desks[item - 1].isWriting else { return "" }
        return recordingAgain(item: item)
    }
}
