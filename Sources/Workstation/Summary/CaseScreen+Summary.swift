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
        if summaryDesk.editor == nil {
            let text = reviewCase.determination.summary
            summaryDesk.editor = Editor(text: text, cursor: text.count)
        }
        summaryDesk.isWriting = true
        return effects
    }

    mutating func handleInSummary(_ key: Key) -> [Effect] {
        if key == .named(.escape) || key == .control("c") {
            summaryDesk.isWriting = false
            layOut()
            return saveSummary()
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
        if desk.sentChanges == nil, desk.changes - desk.savedChanges >= mostChanges { return saveSummary() }
        guard !desk.isTimerSet else { return [] }
        summaryDesk.isTimerSet = true
        return [.startTimer(.summary(number), milliseconds: delay)]
    }

    mutating func summaryTimer(_ number: CaseNumber) -> [Effect] {
        guard number == self.number else { return [] }
        summaryDesk.isTimerSet = false
        // What somebody else writes now is not written over.
        if case .taken = hold { return [] }
        return saveSummary()
    }

    /// Sends the summary to the disk, unless all of it is there or on its way.
    mutating func saveSummary() -> [Effect] {
        guard let editor = summaryDesk.editor, summaryDesk.isDirty, summaryDesk.sentChanges == nil else { return [] }
        summaryDesk.sentChanges = summaryDesk.changes
        return [.write(number, editor.text, as: .summary)]
    }

    /// The store has a passage.
    mutating func written(_ reviewCase: ReviewCase, as passage: LetterPassage, at time: ClockTime) -> [Effect] {
        guard reviewCase.number == number else { return [] }
        self.reviewCase = reviewCase
        for (index, item) in reviewCase.determination.items.enumerated() where desks.indices.contains(index) {
            desks[index].item = item
        }
        defer { layOut() }
        guard passage == .summary else { return check() }
        summaryDesk.savedChanges = summaryDesk.sentChanges ?? summaryDesk.savedChanges
        summaryDesk.sentChanges = nil
        summaryDesk.saving = .saved(time)
        // What the store made of the words is what there is to go on with.
        if !summaryDesk.isDirty, !summaryDesk.isWriting { summaryDesk.editor = nil }
        return check() + (summaryDesk.isDirty ? setSummaryTimer(saveDelay) : [])
    }

    mutating func writingFailed(_ number: CaseNumber, as passage: LetterPassage) -> [Effect] {
        guard number == self.number, passage == .summary else { return [] }
        summaryDesk.sentChanges = nil
        summaryDesk.saving = .failed
        guard !summaryDesk.isTimerSet else { return [] }
        summaryDesk.isTimerSet = true
        return [.startTimer(.summary(number), milliseconds: retryDelay)]
    }

    // MARK: The claims administrator's line

    /// Puts the keyboard into the line by which the claims administrator decided.
    mutating func beginClaimsLine() -> [Effect] {
        guard let item = itemNumber else { return [] }
        desks[item - 1].claimsField = LineField(text: desks[item - 1].item.claimsAdministratorGuideline)
        return []
    }

    mutating func handleInClaimsLine(_ key: Key, item: Int) -> [Effect] {
        guard var field = desks[item - 1].claimsField else { return [] }
        switch field.handle(key) {
        case .cancelled:
            desks[item - 1].claimsField = nil
        case .submitted:
            desks[item - 1].claimsField = nil
            guard field.text != desks[item - 1].item.claimsAdministratorGuideline else { return [] }
            return [.write(number, field.text, as: .claimsAdministratorGuideline(item: item))]
        case .changed, .moved, .ignored:
            desks[item - 1].claimsField = field
        }
        return []
    }
}
