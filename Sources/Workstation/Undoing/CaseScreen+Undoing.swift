internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Why nothing can be taken back, or done again; nil when something can.
    func undoObstacle(_ direction: UndoList.Direction) -> String? {
        guard undo.next(direction) != nil else {
            if let barrier = undo.barrier, direction == .back { return barrier }
            return direction == .back ? "nothing was done yet that can be undone" : "nothing was undone"
        }
        guard reviewCase.state.isOpenToDecision else {
            return "the case is \(reviewCase.state.words), and its items are not changed any more"
        }
        return deskObstacle
    }

    /// Takes the last step back, or does the last one taken back again, where it can be seen.
    mutating func goStep(_ direction: UndoList.Direction) -> [Effect] {
        guard let step = undo.next(direction), desks.indices.contains(step.item - 1) else { return [] }
        let (from, target) = direction == .back ? (step.after, step.before) : (step.before, step.after)
        guard ItemMoment(desks[step.item - 1]).says(the: from) else {
            remark = "item \(step.item) is not as it was then; E shows what stood before"
            return []
        }
        var effects = page == .item(step.item) ? [] : go(to: .item(step.item))
        undo.begin(direction)
        if !from.records(theSameAs: target) || from.rationale != target.rationale || from.guideline != target.guideline
            || from.chosen != target.chosen
        {
            effects.append(restore(target, item: step.item))
        }
        for link in target.lacks(in: from) {
            if let known = desks[step.item - 1].links.first(where: {
                $0.sentence == link.sentence && $0.evidence == link.evidence
            }) {
                effects.append(.removeLink(number, item: step.item, id: known.id))
            }
        }
        effects += from.lacks(in: target).map { .addLink(number, item: step.item, $0) }
        return effects
    }

    /// Asks the disk to bring an item back to a moment.
    private mutating func restore(_ moment: ItemMoment, item: Int) -> Effect {
        desks[item - 1].draftRevision += 1
        desks[item - 1].isDeciding = true
        return .restoreItem(
            number,
            moment.restoration(
                item: item, draftRevision: desks[item - 1].draftRevision, revision: reviewCase.revision))
    }

    /// An item is on the disk as it was; the desk shows it so.
    mutating func restored(_ reviewCase: ReviewCase, _ restoration: ItemRestoration, at time: ClockTime) -> [Effect] {
        let item = restoration.item
        guard reviewCase.number == number, desks.indices.contains(item - 1) else { return [] }
        let draft = restoration.draft
        let recorded = reviewCase.determination.items[item - 1]
        desks[item - 1].editor.replaceText(with: draft?.rationale ?? recorded.rationale)
        desks[item - 1].guideline = draft?.reviewerGuideline ?? recorded.reviewerGuideline
        desks[item - 1].chosen = draft == nil ? recorded.decision : draft?.decision
        // All of it is on the disk, whatever was on its way before.
        desks[item - 1].savedChanges = desks[item - 1].changes
        desks[item - 1].sentChanges = nil
        let effects = changed(reviewCase, item: item, at: time)
        if recorded.decision == nil { desks[item - 1].chosen = draft?.decision }
        return effects + (itemNumber == item ? lookUpGuidelines() : [])
    }

    /// The restoration was refused: the desk stays as it is.
    mutating func restorationFailed(item: Int) {
        guard desks.indices.contains(item - 1) else { return }
        desks[item - 1].isDeciding = false
        undo.refused()
    }
}
