internal import CaseModel
internal import Checks
internal import TextUI

extension CaseScreen {
    /// Goes to the very place where a finding is mended, with the keyboard in it: the rationale at the words, the guideline
    /// line at the words, the decision; else to where the words stand in what was filed.
    mutating func mend(_ finding: Finding) -> [Effect] {
        if let item = finding.item ?? finding.evidence.compactMap(\.item).first, desks.indices.contains(item - 1) {
            return go(toItem: item) + mend(finding, item: item)
        }
        let words = finding.evidence.first { $0.section == .summary }
        let effects = finding.rule == "documents.missing" && !desks.isEmpty ? go(toItem: 1) : go(to: .summary)
        guard page == .summary else {
            remark = "f in an item links the sentence at the cursor to a record, which is then listed as reviewed"
            return effects
        }
        guard words != nil || finding.rule == "summary.missing" else {
            remark = asFiled(finding)
            return effects
        }
        let summary = summaryDesk.editor?.text ?? reviewCase.determination.summary
        let start = words?.range(in: summary)?.lowerBound
        guard writingObstacle == nil, words == nil || start != nil else {
            let effects = effects + (words.map { look(for: $0.text) } ?? [])
            remark = writingObstacle ?? asFiled(finding)
            return effects
        }
        _ = beginSummary()
        if let start { summaryDesk.editor?.moveCursor(to: start) }
        return effects
    }

    private mutating func mend(_ finding: Finding, item: Int) -> [Effect] {
        guard reviewCase.state.isOpenToDecision else {
            showWords(of: finding, item: item)
            return []
        }
        if let deskObstacle {
            showWords(of: finding, item: item)
            remark = deskObstacle
            return []
        }
        if finding.rule == "decision.contradicts-conclusion" {
            showWords(of: finding, item: item)
            remark = "u upholds, o overturns; e mends the conclusion: \(finding.message)"
            return []
        }
        let place = finding.evidence.first { $0.section == .rationale || $0.section == .reviewerGuideline }
        if finding.rule == "citation.administrator-missing"
            || place == nil && finding.evidence.first?.section == .claimsAdministratorGuideline
        {
            return beginClaimsLine()
        }
        if place?.section == .reviewerGuideline || place == nil && finding.rule.hasPrefix("citation.") {
            return openGuidelineLine(at: place, item: item)
        }
        guard place != nil || finding.evidence.isEmpty else {
            remark = asFiled(finding)
            return []
        }
        (desks[item - 1].isWriting, desks[item - 1].isCursorPlaced) = (true, true)
        if !showWords(of: finding, item: item) {
            desks[item - 1].editor.moveCursor(to: desks[item - 1].editor.count)
        }
        return []
    }

    /// Puts the cursor of the rationale at the words; false when they are not in it.
    @discardableResult
    private mutating func showWords(of finding: Finding, item: Int) -> Bool {
        let text = desks[item - 1].editor.text
        guard let place = finding.evidence.first(where: { $0.section == .rationale && ($0.item ?? item) == item }),
            let range = place.range(in: text)
        else { return false }
        desks[item - 1].editor.moveCursor(to: range.lowerBound)
        desks[item - 1].isCursorPlaced = true
        return true
    }

    private mutating func openGuidelineLine(at place: Evidence?, item: Int) -> [Effect] {
        let effects = beginCitation()
        guard var field = desks[item - 1].citationField, let range = place?.range(in: field.text) else {
            return effects
        }
        _ = field.handle(.named(.home))
        for _ in 0..<range.lowerBound { _ = field.handle(.named(.right)) }
        desks[item - 1].citationField = field
        return effects
    }

    /// What is filed is not written here.
    private func asFiled(_ finding: Finding) -> String {
        "it stands in what was filed, which is not written here; ! then x overrides it: \(finding.message)"
    }
}
