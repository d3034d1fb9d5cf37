internal import CaseModel
internal import Checks
internal import TextUI

/// What is written is saved this long after the first change that is not on disk.
private let saveDelay = 400
/// Or after so many changes, whichever comes first.
private let mostChanges = 50
/// After a failure it is tried again this much later.
private let retryDelay = 3000

extension CaseScreen {
    /// Why the summary, or a line that was filed, is not written now; nil when it is.
    var writingObstacle: String? {
        guard reviewCase.state.isOpenToDecision else {
            return "the case is \(reviewCase.state.words), and nothing of it is written any more"
        }
        guard !reviewCase.determination.items.isEmpty else { return "the case has no items" }
        return deskObstacle
    }

    /// Puts the keyboard into the summary.
    mutating func beginSummary() -> [Effect] {
        let effects = go(to: .summary)
        if summaryDesk.editor == nil || !summaryDesk.isDirty {
            let text = reviewCase.determination.summary
            summaryDesk.editor = Editor(text: text, cursor: text.count)
        } else if isSummaryContested {
            remark = "these are your words; they take the place of what somebody else wrote"
        }
        // Whatever stands there was shown on the page before.
        if !summaryDesk.isSending { summaryDesk.base = reviewCase.determination.summary }
        summaryDesk.isWriting = true
        return effects
    }

    mutating func handleInSummary(_ key: Key) -> [Effect] {
        if key == .named(.escape) || key == .control("c") {
            summaryDesk.isWriting = false
            layOut()
            let effects = saveSummary()
            if !summaryDesk.isDirty { summaryDesk.editor = nil }
            if isSummaryContested { remark = SummaryDesk.contestedWords }
            return effects
        }
        let area = summaryArea
        switch summaryDesk.editor?.handle(key, width: Editor.textWidth(in: area), height: area.rows) {
        case .changed:
            summaryDesk.changes += 1
            return setCheckTimer() + setSummaryTimer(saveDelay)
        case .moved, .unchanged:
            return []
        case nil:
            remark = "\(key.label) does nothing while writing; Esc is done"
            return []
        }
    }

    /// Where the summary is written.
    var summaryArea: Rect { Rect(row: 1, column: 1, rows: max(1, rows - 2), columns: max(1, min(columns - 2, 102))) }

    /// Draws the summary with the keyboard in it.
    func drawSummary(in frame: inout Frame) {
        guard let editor = summaryDesk.editor else { return }
        frame.draw(editor, in: summaryArea, isFocused: true)
        frame.mark(findingMarks(.summary, item: nil, in: editor.text), of: editor, in: summaryArea)
    }

    private mutating func setSummaryTimer(_ delay: Int) -> [Effect] {
        let desk = summaryDesk
        if !desk.isSending, desk.changes - desk.savedChanges >= mostChanges { return saveSummary() }
        return startSummaryTimer(delay)
    }

    private mutating func startSummaryTimer(_ delay: Int) -> [Effect] {
        guard !summaryDesk.isTimerSet else { return [] }
        summaryDesk.isTimerSet = true
        return [.startTimer(.summary(number), milliseconds: delay)]
    }

    mutating func summaryTimer(_ number: CaseNumber) -> [Effect] {
        guard number == self.number else { return [] }
        summaryDesk.isTimerSet = false
        return saveSummary()
    }

    /// Whether somebody else wrote a summary since the reviewer began his.
    var isSummaryContested: Bool {
        summaryDesk.isDirty && !summaryDesk.isSending && summaryDesk.base != reviewCase.determination.summary
    }

    /// Sends the summary to the disk, unless all of it is there or on its way, or somebody else wrote or writes there.
    mutating func saveSummary() -> [Effect] {
        guard let editor = summaryDesk.editor, summaryDesk.isDirty, !summaryDesk.isSending else { return [] }
        // What somebody else writes now is not written over.
        guard !keepsWords, !isSummaryContested else {
            summaryDesk.saving = .failed
            return []
        }
        // A change under way raises the revision: the summary follows it.
        guard changeUnderWay == nil else { return startSummaryTimer(saveDelay) }
        summaryDesk.send()
        return [.write(number, editor.text, as: .summary, revision: reviewCase.revision)]
    }

    /// Sends the summary a last time, for leaving: nothing is waited for, not even the revision of a change under way.
    mutating func saveSummaryLast() -> [Effect] {
        guard changeUnderWay != nil, let editor = summaryDesk.editor, summaryDesk.isDirty else { return saveSummary() }
        guard !keepsWords, !summaryDesk.isAllSent, !isSummaryContested else { return [] }
        summaryDesk.send()
        // The revision that the change under way will make is not known here.
        return [.write(number, editor.text, as: .summary, revision: nil)]
    }

    /// What goes to the disk and raises the revision of the case, in words; nil when nothing does.
    var changeUnderWay: String? {
        if summaryDesk.isSending { return "the summary is on its way to the disk" }
        if desks.contains(where: \.isDeciding) { return "the decision is on its way to the disk" }
        if desks.contains(where: \.isClaimsSent) { return "the claims administrator's line is on its way to the disk" }
        return nil
    }

    /// The store has a passage.
    mutating func written(_ reviewCase: ReviewCase, as passage: LetterPassage, at time: ClockTime) -> [Effect] {
        guard reviewCase.number == number else { return [] }
        let follow = followSummary(to: reviewCase.determination.summary)
        self.reviewCase = reviewCase
        for (index, item) in reviewCase.determination.items.enumerated() where desks.indices.contains(index) {
            desks[index].item = item
        }
        defer { layOut() }
        guard passage == .summary else {
            if let item = passage.item { claimsWritten(item: item, at: time) }
            return check()
        }
        defer { remarkOnLostBookmarks(follow) }
        summaryDesk.base = reviewCase.determination.summary
        summaryDesk.answered(isSaved: true)
        summaryDesk.saving = .saved(time)
        // What the store made of the words is what there is to go on with.
        if !summaryDesk.isDirty, !summaryDesk.isWriting { summaryDesk.editor = nil }
        return (follow == nil ? [] : [.loadBookmarks(number)]) + check()
            + (summaryDesk.isDirty ? setSummaryTimer(saveDelay) : [])
    }

    mutating func writingFailed(_ number: CaseNumber, as passage: LetterPassage) -> [Effect] {
        guard number == self.number else { return [] }
        if let item = passage.item {
            claimsFailed(item: item)
            return []
        }
        summaryDesk.answered(isSaved: false)
        summaryDesk.saving = .failed
        return startSummaryTimer(retryDelay)
    }

    /// The store refused a passage, for the case is another by now: the words wait until the reviewer has seen it.
    mutating func writingContested(as passage: LetterPassage) {
        if let item = passage.item {
            claimsFailed(item: item)
        } else {
            summaryDesk.answered(isSaved: false)
            summaryDesk.saving = .failed
        }
    }

    /// The case was read again: an editor in which nothing is unsaved has what stands there now.
    mutating func rereadSummary() {
        guard !summaryDesk.isDirty, let editor = summaryDesk.editor else { return }
        let text = reviewCase.determination.summary
        if !summaryDesk.isWriting {
            summaryDesk.editor = nil
        } else if text != summaryDesk.base {
            summaryDesk.editor = Editor(text: text, cursor: min(editor.cursor, text.count))
        }
        summaryDesk.base = text
    }

    /// Goes on saving the summary after the case was read again.
    mutating func goOnWithSummary() -> [Effect] {
        guard summaryDesk.isDirty, !summaryDesk.isSending, !isSummaryContested else { return [] }
        return setSummaryTimer(saveDelay)
    }
}

extension SummaryDesk {
    /// Said where somebody else's summary is shown and the reviewer's own is not on disk.
    static let contestedWords = "somebody else wrote the summary; e goes on with yours, which is only here"
}

extension Workstation {
    /// A passage was not written, for somebody else changed the case: it is read again, and who has it now is asked.
    mutating func contested(_ number: CaseNumber, as passage: LetterPassage) -> [Effect] {
        guard caseFile?.number == number else { return [] }
        if let item = passage.item {
            notice = Notice(
                kind: .error,
                text: "somebody else changed the case; L in item \(item) goes on with your line")
        }
        caseFile?.writingContested(as: passage)
        return [.openCase(number)] + (caseFile?.hold == .mine ? [.renewLease(number)] : [])
    }

    /// Goes on saving the summary, or says why not.
    mutating func goOnWithSummary() -> [Effect] {
        guard let caseFile else { return [] }
        if caseFile.isSummaryContested {
            notice = Notice(kind: .error, text: SummaryDesk.contestedWords)
        }
        return self.caseFile?.goOnWithSummary() ?? []
    }
}
