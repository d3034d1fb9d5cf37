internal import CaseModel
internal import TextUI

extension Workstation {
    /// Takes back what was done last, or does again what was taken back, once all that was done is on the disk.
    mutating func goStep(_ direction: UndoList.Direction) -> [Effect] {
        guard caseFile?.undo.awaited == 0 else {
            caseFile?.undo.wanted = direction
            return []
        }
        if let obstacle = caseFile?.undoObstacle(direction) {
            refusals += 1
            say(obstacle)
            return []
        }
        guard let step = caseFile?.undo.next(direction) else { return [] }
        uncover(step)
        let effects = caseFile?.goStep(direction) ?? []
        if let remark = caseFile?.takeRemark(), caseFile?.undo.underWay == nil {
            refusals += 1
            say(remark)
            return effects
        }
        // The log notes of it what it notes of every decision from then on.
        var seen = ""
        if case .item = step, caseFile?.reviewCase.publishedWasSeen == true { seen = " (published decision seen)" }
        undoWords = (direction == .back ? "undone: " : "done again: ") + step.words + seen
        return effects
    }

    /// Keeps what a message did to the open case, and what it still waits for.
    mutating func keepSteps(_ message: Message, _ effects: [Effect], openedBefore: CaseNumber?) -> [Effect] {
        // What was on its way when a case was closed is answered later.
        for index in undoLists.indices { undoLists[index].list.take(message, in: undoLists[index].number) }
        guard let number = caseFile?.number, number == openedBefore else { return [] }
        noteSent(effects, in: number)
        guard let screen = caseFile else { return [] }
        caseFile?.undo.take(message, in: number)
        switch message {
        case .linksLoaded: caseFile?.undo.rebase(screen.desks)
        case .caseOpened: caseFile?.undo.reread(screen.reviewCase, screen.desks)
        default: break
        }
        let isReread = if case .caseOpened = message { true } else { false }
        look(isReread: isReread)
        let more = goOnWaiting(after: message) + goOn(after: screen.undo)
        noteSent(more, in: number)
        return more
    }

    /// Keeps what was done to the items since they were looked at last.
    mutating func look(isReread: Bool = false) {
        guard let screen = caseFile else { return }
        let known = screen.undo.behind.count
        caseFile?.undo.look(at: screen, isReread: isReread)
        if screen.undo.underWay == nil, let undo = caseFile?.undo, undo.behind.count > known,
            case .item(let step) = undo.behind.last
        {
            keepLastChange(step, in: screen.number)
        }
    }

    /// Says that a step is done, and goes on with what waited for the disk.
    private mutating func goOn(after before: UndoList) -> [Effect] {
        if let wanted = caseFile?.undo.wanted, caseFile?.undo.awaited == 0 {
            caseFile?.undo.wanted = nil
            return goStep(wanted) + takeTypedAhead()
        }
        guard let words = undoWords, caseFile?.undo.underWay == nil else { return [] }
        undoWords = nil
        guard before.underWay != nil else {
            // It was refused: what was typed meanwhile was meant for what is not there.
            typedAhead = []
            return []
        }
        say(words)
        return takeTypedAhead()
    }

    /// A list that does not show what a step changes gives way to the case.
    private mutating func uncover(_ step: UndoStep) {
        switch (overlay, step) {
        case (.findings, .beside(.override)), (.contents, .beside(.bookmark)), (nil, _): break
        default: overlay = nil
        }
    }

    mutating func noteSent(_ effects: [Effect], in number: CaseNumber) {
        guard caseFile?.number == number else { return }
        caseFile?.undo.noteSent(effects.count { $0.isAwaited(in: number) })
        caseFile?.noteSent(effects)
    }

    /// Keeps the steps of the case that is being closed, and what it sends at last.
    mutating func keepUndoList(sending effects: [Effect]) {
        guard let number = caseFile?.number else { return }
        noteSent(effects, in: number)
        guard let list = caseFile?.undo else { return }
        undoLists.removeAll { $0.number == number }
        undoLists.append((number, list))
        if undoLists.count > Workstation.mostUndoLists { undoLists.removeFirst() }
    }

    /// Goes on with the steps of a case that was closed, where nobody changed it meanwhile.
    mutating func resumeUndoList() {
        guard let screen = caseFile, let place = undoLists.firstIndex(where: { $0.number == screen.number }) else {
            return
        }
        let kept = undoLists.remove(at: place).list
        if let resumed = kept.resumed(screen.reviewCase, screen.desks) {
            caseFile?.undo = resumed
            return
        }
        caseFile?.undo = kept
        caseFile?.undo.restart(
            screen.reviewCase, screen.desks,
            after: "the case was changed since it was closed; E in an item shows what stood before")
        caseFile?.undo.wanted = nil
    }

    /// The steps of so many closed cases are kept.
    private static let mostUndoLists = 20

    /// Says something where it is seen: in the list that lies over the case, or in the bottom line.
    mutating func say(_ words: String) {
        switch overlay {
        case .findings(var findings):
            findings.remark = words
            overlay = .findings(findings)
        case .contents(var contents):
            contents.remark = words
            overlay = .contents(contents)
        default: break
        }
        notice = Notice(kind: .information, text: words)
    }
}

extension UndoList {
    /// Takes in what became of something that was sent in a case, whether that is still open or not.
    fileprivate mutating func take(_ message: Message, in number: CaseNumber) {
        if message.ends(in: number) { answered() }
        switch message {
        case .overridesChanged(number, let overrides, _): changed(overrides)
        case .bookmarksChanged(number, let bookmarks, _): changed(bookmarks)
        case .failed(.overrideFinding(number, _), _), .failed(.liftOverride(number, _, _, _), _),
            .failed(.keepBookmark(number, _), _), .failed(.removeBookmark(number, _), _):
            sentFailed()
        default: break
        }
    }
}

extension Effect {
    /// Whether an item of the case is not at rest until this is answered.
    func isAwaited(in number: CaseNumber) -> Bool {
        switch self {
        case .decide(number, _), .reopen(number, _), .restoreItem(number, _), .discardDraft(number, _),
            .addLink(number, _, _), .removeLink(number, _, _), .openCase(number), .overrideFinding(number, _),
            .liftOverride(number, _, _, _), .exchange(number, _, _), .write(number, _, _, _),
            .keepBookmark(number, _), .removeBookmark(number, _), .loadLinks(number), .loadOverrides(number),
            .loadBookmarks(number):
            true
        default: false
        }
    }
}

extension Message {
    /// Whether it answers such an effect.
    fileprivate func ends(in number: CaseNumber) -> Bool {
        switch self {
        case .caseChanged(let changed, _, _), .itemRestored(let changed, _, _), .passageWritten(let changed, _, _):
            changed.number == number
        case .caseOpened(let opened, _, _): opened.number == number
        case .draftDiscarded(number, _), .linksChanged(number, _, _), .conflict(number),
            .overridesChanged(number, _, _), .contested(number, _), .bookmarksChanged(number, _, _),
            .linksLoaded(number, _), .overridesLoaded(number, _), .bookmarksLoaded(number, _):
            true
        case .failed(let effect, _): effect.isAwaited(in: number)
        default: false
        }
    }
}
