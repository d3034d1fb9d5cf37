internal import CaseModel
internal import TextUI

/// A draft is saved this long after the first change that is not on disk: within the second that is promised.
private let draftDelay = 400
/// Or after so many changes, whichever comes first.
private let draftChanges = 50
/// So many drafts that were sent and not acknowledged are remembered.
private let mostSent = 16
/// After a failure it is tried again this much later.
private let retryDelay = 3000

extension CaseScreen {
    /// Notes a change of an item and sees to it that it will be saved.
    mutating func touched(item: Int) -> [Effect] {
        desks[item - 1].changes += 1
        return setCheckTimer() + setDraftTimer(item: item)
    }

    mutating func setDraftTimer(item: Int) -> [Effect] {
        let desk = desks[item - 1]
        if desk.sentChanges == nil, desk.changes - desk.savedChanges >= draftChanges { return saveDraft(item: item) }
        guard !desk.isTimerSet else { return [] }
        desks[item - 1].isTimerSet = true
        return [.startTimer(.draft(number, item: item), milliseconds: draftDelay)]
    }

    mutating func draftTimer(_ number: CaseNumber, item: Int) -> [Effect] {
        guard number == self.number, desks.indices.contains(item - 1) else { return [] }
        desks[item - 1].isTimerSet = false
        return saveDraft(item: item)
    }

    /// Sends the draft of an item to the disk, unless all of it is there or on its way.
    /// - Parameter isLast: whether the case is left, or locked: then it goes behind a decision that is under way.
    mutating func saveDraft(item: Int, isLast: Bool = false) -> [Effect] {
        let desk = desks[item - 1]
        guard desk.isDirty, desk.sentChanges == nil, isLast || !desk.isDeciding else { return [] }
        // What somebody else writes now, or wrote unseen, is not written over.
        guard !keepsWords, desk.contest == nil else {
            desks[item - 1].saving = .failed
            return []
        }
        desks[item - 1].draftRevision += 1
        desks[item - 1].sentChanges = desk.changes
        let draft = desks[item - 1].draft(item: item)
        desks[item - 1].sent = desk.sent.suffix(mostSent - 1) + [ItemWords(desk.item, draft: draft)]
        return [.saveDraft(number, draft)]
    }

    /// Sends all that is written to the disk. A summary that cannot go yet, or that fails, follows as it does while it is
    /// written.
    mutating func saveAll() -> [Effect] { saveSummary() + saveDrafts() }

    /// Sends all that is written to the disk a last time, for leaving.
    mutating func saveAllLast() -> [Effect] { saveSummaryLast() + saveDrafts() }

    private mutating func saveDrafts() -> [Effect] {
        desks.indices.flatMap { index -> [Effect] in
            guard desks[index].isDirty else { return [] }
            // One may be on its way already; the newer text follows it.
            desks[index].sentChanges = nil
            return saveDraft(item: index + 1, isLast: true)
        }
    }

    mutating func draftSaved(_ number: CaseNumber, item: Int, revision: Int, at time: ClockTime) -> [Effect] {
        guard number == self.number, desks.indices.contains(item - 1) else { return [] }
        desks[item - 1].knownRevision = max(desks[item - 1].knownRevision, revision)
        guard let sent = desks[item - 1].sentChanges,
            revision == desks[item - 1].draftRevision
        else { return [] }
        desks[item - 1].sentChanges = nil
        desks[item - 1].savedChanges = sent
        if let words = desks[item - 1].sent.last { desks[item - 1].known = words }
        desks[item - 1].sent = []
        desks[item - 1].saving = .saved(time)
        guard desks[item - 1].isDirty, !desks[item - 1].isTimerSet else { return [] }
        desks[item - 1].isTimerSet = true
        return [.startTimer(.draft(number, item: item), milliseconds: draftDelay)]
    }

    /// A draft is not on disk. It is tried again under the same revision, so that it never passes a newer draft of
    /// somebody else.
    mutating func draftFailed(_ number: CaseNumber, item: Int, revision: Int) -> [Effect] {
        guard number == self.number, desks.indices.contains(item - 1), revision == desks[item - 1].draftRevision
        else { return [] }
        desks[item - 1].draftRevision = desks[item - 1].knownRevision
        desks[item - 1].sentChanges = nil
        desks[item - 1].saving = .failed
        guard !desks[item - 1].isTimerSet else { return [] }
        desks[item - 1].isTimerSet = true
        return [.startTimer(.draft(number, item: item), milliseconds: retryDelay)]
    }

    /// The draft of an item is thrown away: the disk has what the case records.
    mutating func draftDiscarded(_ number: CaseNumber, item: Int) {
        guard number == self.number, desks.indices.contains(item - 1) else { return }
        desks[item - 1].known = ItemWords(desks[item - 1].item, draft: nil)
    }
}
