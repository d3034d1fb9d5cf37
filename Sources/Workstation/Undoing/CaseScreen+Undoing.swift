internal import CaseModel
internal import TextUI

extension CaseScreen {
    /// Why nothing can be taken back, or done again; nil when something can.
    func undoObstacle(_ direction: UndoList.Direction) -> String? {
        // What is on its way may be what is to be taken back.
        guard undo.awaited == 0 else { return nil }
        guard let step = undo.next(direction) else {
            guard direction == .back else { return "nothing was undone" }
            if let barrier = undo.barrier { return barrier }
            let past = "what was done before imr was started stays, and E in an item brings its versions back"
            return "nothing was done yet that can be undone" + (undo.hasPast ? "; " + past : "")
        }
        let isNote = if case .beside(.bookmark) = step { true } else { false }
        guard reviewCase.state.isOpenToDecision || isNote && !reviewCase.state.isSigned else {
            return "the case is \(reviewCase.state.words); nothing of it is taken back any more"
        }
        // Whoever may read a case keeps marks in it.
        return isNote ? nil : deskObstacle
    }

    /// Takes the last step back, or does the last one taken back again, where it can be seen.
    mutating func goStep(_ direction: UndoList.Direction) -> [Effect] {
        switch undo.next(direction) {
        case .item(let step): go(step, direction)
        case .beside(let change): go(change, direction)
        case nil: []
        }
    }

    private mutating func go(_ step: ItemStep, _ direction: UndoList.Direction) -> [Effect] {
        guard desks.indices.contains(step.item - 1) else { return [] }
        let (from, target) = direction == .back ? (step.after, step.before) : (step.before, step.after)
        guard ItemMoment(desks[step.item - 1]).says(the: from) else {
            undo.drop(direction)
            remark = "item \(step.item) is not as it was then and stays; E shows what stood before"
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
        desks[item - 1].settle(
            on: ItemWords(recorded, draft: draft), revision: draft?.revision ?? desks[item - 1].draftRevision)
        if recorded.decision == nil { desks[item - 1].chosen = draft?.decision }
        return effects + (itemNumber == item ? lookUpGuidelines() : [])
    }

    /// The restoration was refused: the desk stays as it is.
    mutating func restorationFailed(item: Int) {
        guard desks.indices.contains(item - 1) else { return }
        desks[item - 1].isDeciding = false
        desks[item - 1].draftRevision = desks[item - 1].knownRevision
        undo.refused()
    }
}

extension CaseState {
    /// Whether its determination is signed.
    fileprivate var isSigned: Bool { self == .signed || self == .delivered }
}
