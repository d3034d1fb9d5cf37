internal import CaseModel
internal import RationaleTemplates
internal import TextUI

extension Workstation {
    /// Keeps what a step did to an item: choices and lines of the same item come together.
    mutating func keepLastChange(_ step: ItemStep, in number: CaseNumber) {
        changeLast(step.item, in: number) { last in
            if step.before.chosen != step.after.chosen { last.decision = step.after.chosen }
            if step.before.guideline != step.after.guideline { last.guideline = step.after.guideline }
        }
    }

    /// Keeps which template was filled.
    mutating func keepLastTemplate(_ template: RationaleTemplate) {
        guard let number = caseFile?.number, let item = caseFile?.itemNumber else { return }
        changeLast(item, in: number) { $0.template = template }
    }

    private mutating func changeLast(_ item: Int, in number: CaseNumber, _ change: (inout LastChange) -> Void) {
        var last = lastChange ?? LastChange(number: number, item: item)
        if last.number != number || last.item != item {
            last = LastChange(number: number, item: item)
        }
        change(&last)
        // What is not to be done again, such as words of one's own, leaves what was kept before.
        if !last.isEmpty { lastChange = last }
    }

    /// Why the last change cannot be done again here; nil when it can.
    func repeatObstacle() -> String? {
        guard let caseFile else {
            if worklist.marks.lastJob == nil { return "nothing was done to marked cases yet that could be done again" }
            return markingObstacle ?? (worklist.selected == nil ? "no case is selected" : nil)
        }
        if let obstacle = caseFile.obstacle(to: .edit) { return obstacle }
        guard let item = caseFile.itemNumber, let last = lastChange else {
            return "nothing was done to an item yet that could be done again"
        }
        if last.number == caseFile.number, last.item == item { return "it was done to this item; . does it to another" }
        let desk = caseFile.desks[item - 1]
        if desk.recorded != nil { return "item \(item) is decided; U takes the decision back first" }
        guard let template = last.template else { return nil }
        guard desk.editor.isBlank else { return "item \(item) has a rationale already; D throws it away first" }
        let fits = RationaleTemplate.fitting([template], item: desk.item, decision: last.decision ?? desk.chosen)
        return fits.isEmpty ? "the template “\(template.name)” does not suit this item" : nil
    }

    /// Does to the item on the screen what was done to another one last.
    mutating func repeatChange() -> [Effect] {
        guard caseFile != nil else { return repeatJob() }
        guard let last = lastChange else { return [] }
        let effects = caseFile?.repeatChange(last) ?? []
        if let remark = caseFile?.takeRemark() { return effects + note(remark) }
        return effects
    }
}

extension CaseScreen {
    /// Writes the line where there is none, chooses, and fills the template; what is whole then is recorded.
    mutating func repeatChange(_ last: LastChange) -> [Effect] {
        guard let item = itemNumber else { return [] }
        var effects: [Effect] = []
        if let guideline = last.guideline, desks[item - 1].guideline.allSatisfy(\.isWhitespace) {
            desks[item - 1].guideline = guideline
            effects += touched(item: item) + lookUpGuidelines()
        }
        if let decision = last.decision { desks[item - 1].chosen = decision }
        guard let template = last.template else {
            return effects + (last.decision.map { choose($0) } ?? []) + touched(item: item)
        }
        effects += insert(template)
        guard desks[item - 1].editor.blanks.isEmpty else { return effects }
        desks[item - 1].isWriting = false
        return effects + recordIfComplete(item: item)
    }
}
