internal import CaseModel
internal import TextUI

/// What was done in a case since it was opened, to be taken back in order and done again.
///
/// A step is the difference between two moments at which an item was at rest: nothing being typed, nothing on its way to
/// the disk. So whatever changes an item is a step, by whichever command. What stands beside the items is a step when the
/// disk has it.
struct UndoList: Sendable {
    /// Which way a step is gone.
    enum Direction: Hashable, Sendable {
        case back
        case forward
    }

    /// What was done, the newest last.
    private(set) var behind: [UndoStep] = []
    /// What was taken back, the newest last.
    private(set) var ahead: [UndoStep] = []
    /// The step that is on its way to the disk.
    private(set) var underWay: (step: UndoStep, direction: Direction)?
    /// Each item as it was last at rest.
    private var rested: [ItemMoment]
    /// The revision of each editor then: as long as it stays, the text need not be compared; nil where it must be.
    private var revisions: [Int?]
    /// The summary as it was last at rest, and the reviewer's bookmarks on it.
    private var summary: PassageText
    /// How many changes are on their way to the disk.
    private(set) var awaited = 0
    /// Those of them that are no item's, oldest first.
    private var sent: [SentChange] = []
    /// The way that is gone as soon as nothing is on its way to the disk.
    var wanted: Direction?
    /// The revision of the case that this session knows.
    private var revision: Int
    /// Why there is nothing before what is kept; nil when it is the beginning.
    private(set) var barrier: String?
    /// Whether a step is on its way to the disk, or waits for what is.
    var isUnderWay: Bool { underWay != nil || wanted != nil }
    /// How many steps are kept.
    static let capacity = 500

    /// Whether the case had something when it was opened that an earlier session may have written.
    let hasPast: Bool

    init(_ reviewCase: ReviewCase, _ desks: [ItemDesk]) {
        rested = desks.map { ItemMoment($0) }
        revisions = desks.map(\.editor.revision)
        summary = PassageText(words: reviewCase.determination.summary)
        revision = reviewCase.revision
        hasPast = desks.contains { $0.chosen != nil || !$0.editor.isBlank || !$0.guideline.isEmpty }
    }

    /// The list of a case that was closed, for the case as it is opened again; nil when it was changed meanwhile.
    func resumed(_ reviewCase: ReviewCase, _ desks: [ItemDesk]) -> UndoList? {
        guard reviewCase.revision == revision, desks.count == rested.count else { return nil }
        var list = UndoList(reviewCase, desks)
        (list.behind, list.ahead, list.barrier) = (behind, ahead, barrier)
        (list.awaited, list.sent) = (awaited, sent)
        return list
    }

    /// Begins anew with a case as it was changed since; what is on its way to the disk still is.
    mutating func restart(_ reviewCase: ReviewCase, _ desks: [ItemDesk], after barrier: String) {
        let old = self
        self = UndoList(reviewCase, desks)
        self.barrier = barrier
        (awaited, sent, wanted) = (old.awaited, old.sent, old.wanted)
    }

    /// So many changes more go to the disk, and those of them that are no item's.
    mutating func noteSent(_ count: Int, _ changes: [SentChange] = []) {
        awaited += count
        sent += changes
    }

    /// One of what is on its way is answered.
    mutating func answered() { awaited = max(0, awaited - 1) }

    /// Looks at the desks after something happened, and keeps what was done to an item at rest.
    ///
    /// - Parameter isReread: whether the editors may be others.
    mutating func look(at screen: CaseScreen, isReread: Bool = false) {
        revision = screen.reviewCase.revision
        guard awaited == 0 else { return }
        lookAtSummary(of: screen)
        for (index, desk) in screen.desks.enumerated() where rested.indices.contains(index) && desk.isAtRest {
            let isSameText = !isReread && desk.editor.revision == revisions[index]
            guard !isSameText || !rested[index].isStill(of: desk) else { continue }
            let now = ItemMoment(desk)
            defer { (rested[index], revisions[index]) = (now, desk.editor.revision) }
            lookAtLine(of: now, item: index + 1)
            guard !rested[index].says(the: now) else { continue }
            if case .item(let step) = underWay?.step, step.item == index + 1 { continue }
            keep(.item(ItemStep(item: index + 1, before: rested[index], after: now)))
        }
        guard let done = underWay else { return }
        underWay = nil
        // The disk has it so, even if somebody writes there by now.
        if case .item(let step) = done.step, rested.indices.contains(step.item - 1) {
            rested[step.item - 1] = done.direction == .back ? step.before : step.after
            revisions[step.item - 1] = nil
        }
        switch done.direction {
        case .back:
            behind.removeLast()
            ahead.append(done.step)
        case .forward:
            ahead.removeLast()
            behind.append(done.step)
        }
    }

    private mutating func lookAtSummary(of screen: CaseScreen) {
        guard screen.summaryDesk.isAtRest else { return }
        let now = PassageText(
            words: screen.reviewCase.determination.summary, bookmarks: screen.bookmarks(ofDocument: 0))
        if now.words != summary.words { keepPassage(.summary, before: summary, after: now) }
        summary = now
    }

    private mutating func lookAtLine(of now: ItemMoment, item: Int) {
        let before = rested[item - 1].item.claimsAdministratorGuideline
        guard before != now.item.claimsAdministratorGuideline else { return }
        keepPassage(
            .claimsAdministratorGuideline(item: item), before: PassageText(words: before),
            after: PassageText(words: now.item.claimsAdministratorGuideline))
    }

    private mutating func keepPassage(_ passage: LetterPassage, before: PassageText, after: PassageText) {
        if case .beside(.passage(passage, _, _)) = underWay?.step { return }
        keep(.beside(.passage(passage, before: before, after: after)))
    }

    /// Keeps what was done as the newest step.
    private mutating func keep(_ step: UndoStep) {
        behind.append(step)
        if behind.count > UndoList.capacity { behind.removeFirst() }
        ahead = []
    }

    /// By what was done here, other findings are let stand.
    mutating func changed(_ overrides: [FindingOverride]) {
        func now(_ finding: FindingOverride) -> FindingOverride? {
            overrides.first { $0.isOfSameFinding(as: finding) }
        }
        if let going = underWay, case .beside(.override(let before, let after)) = going.step,
            let finding = before ?? after
        {
            // It may stand in another name by now.
            let change: CaseChange =
                going.direction == .back
                ? .override(before: now(finding), after: after) : .override(before: before, after: now(finding))
            underWay = (.beside(change), going.direction)
            return
        }
        guard case .override(let finding, let before) = sent.first else { return }
        sent.removeFirst()
        let change = CaseChange.override(before: before, after: now(finding))
        if !change.isNone { keep(.beside(change)) }
    }

    /// By what was done here, other places are marked.
    mutating func changed(_ bookmarks: [Bookmark]) {
        guard case .bookmark(let place, let before) = sent.first else { return }
        sent.removeFirst()
        let change = CaseChange.bookmark(before: before, after: bookmarks.first { $0.place == place })
        if !change.isNone { keep(.beside(change)) }
    }

    /// What was sent first did not come to the disk.
    mutating func sentFailed() { if !sent.isEmpty { sent.removeFirst() } }

    /// The case was read again: when somebody else changed it, nothing before that is undone.
    mutating func reread(_ reviewCase: ReviewCase, _ desks: [ItemDesk]) {
        guard reviewCase.revision != revision || desks.count != rested.count else { return }
        restart(reviewCase, desks, after: "somebody else changed the case since; E shows what stood before")
    }

    /// What is there without having been done: links that were read.
    mutating func rebase(_ desks: [ItemDesk]) {
        for (index, desk) in desks.enumerated() where rested.indices.contains(index) {
            rested[index].links = desk.links
        }
    }

    /// The step that comes next in a direction.
    func next(_ direction: Direction) -> UndoStep? { direction == .back ? behind.last : ahead.last }

    /// The next step goes to the disk.
    mutating func begin(_ direction: Direction) {
        guard underWay == nil, let step = next(direction) else { return }
        underWay = (step, direction)
    }

    /// The step under way was refused: it stays where it was.
    mutating func refused() { underWay = nil }

    /// The next step cannot be gone any more: what it would change is another by now.
    mutating func drop(_ direction: Direction) {
        if direction == .back { _ = behind.popLast() } else { _ = ahead.popLast() }
    }
}

extension ItemMoment {
    /// Whether the desk shows just this, its text aside.
    fileprivate func isStill(of desk: ItemDesk) -> Bool {
        desk.item == item && desk.chosen == chosen && desk.guideline == guideline && desk.links == links
    }
}

extension ItemDesk {
    /// Whether nothing is being typed and nothing is on its way to the disk.
    fileprivate var isAtRest: Bool {
        !isWriting && citationField == nil && !isDeciding && !guidelines.resumesWriting && contest == nil
    }
}

extension SummaryDesk {
    /// Whether nothing is being written and nothing is on its way to the disk.
    fileprivate var isAtRest: Bool { !isWriting && !isDirty && !isSending }
}
