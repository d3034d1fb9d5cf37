internal import CaseModel
internal import TextUI

extension Workstation {
    /// Takes back what was done last, or does again what was taken back.
    mutating func goStep(_ direction: UndoList.Direction) -> [Effect] {
        guard let step = caseFile?.undo.next(direction) else { return [] }
        let effects = caseFile?.goStep(direction) ?? []
        if let remark = caseFile?.takeRemark(), caseFile?.undo.underWay == nil { return refuse(remark) }
        // The log notes of it what it notes of every decision from then on.
        let seen = caseFile?.reviewCase.publishedWasSeen == true ? " (published decision seen)" : ""
        undoWords = (direction == .back ? "undone: " : "done again: ") + step.words + seen
        return effects
    }

    /// Keeps what a message did to the items of the open case, and what it still waits for.
    mutating func keepSteps(_ message: Message, _ effects: [Effect], openedBefore: CaseNumber?) -> [Effect] {
        guard let number = caseFile?.number, number == openedBefore else { return [] }
        caseFile?.undo.awaited += effects.count { $0.isAwaited(in: number) }
        if message.ends(in: number), let awaited = caseFile?.undo.awaited, awaited > 0 {
            caseFile?.undo.awaited = awaited - 1
        }
        guard let screen = caseFile else { return [] }
        switch message {
        case .linksLoaded: caseFile?.undo.rebase(screen.desks)
        case .caseOpened: caseFile?.undo.reread(screen.desks, revision: screen.reviewCase.revision)
        default: break
        }
        let known = caseFile?.undo.behind.count ?? 0
        let isReread = if case .caseOpened = message { true } else { false }
        caseFile?.undo.look(at: screen.desks, revision: screen.reviewCase.revision, isReread: isReread)
        if screen.undo.underWay == nil, let undo = caseFile?.undo, undo.behind.count > known,
            let step = undo.behind.last
        {
            keepLastChange(step, in: number)
        }
        guard screen.undo.underWay != nil, caseFile?.undo.underWay == nil else { return [] }
        if let words = undoWords { notice = Notice(kind: .information, text: words) }
        undoWords = nil
        return takeTypedAhead()
    }
}

extension Effect {
    /// Whether an item of the case is not at rest until this is answered.
    fileprivate func isAwaited(in number: CaseNumber) -> Bool {
        switch self {
        case .decide(number, _), .reopen(number, _), .restoreItem(number, _), .discardDraft(number, _),
            .addLink(number, _, _), .removeLink(number, _, _), .openCase(number):
            true
        default: false
        }
    }
}

extension Message {
    /// Whether it answers such an effect.
    fileprivate func ends(in number: CaseNumber) -> Bool {
        switch self {
        case .caseChanged(let changed, _, _), .itemRestored(let changed, _, _): changed.number == number
        case .caseOpened(let opened, _, _): opened.number == number
        case .draftDiscarded(number, _), .linksChanged(number, _, _), .conflict(number): true
        case .failed(let effect, _): effect.isAwaited(in: number)
        default: false
        }
    }
}
