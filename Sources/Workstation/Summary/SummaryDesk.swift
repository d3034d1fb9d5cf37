internal import TextUI

/// The clinical summary while it is written, and how much of it is on disk.
///
/// A summary is no decision: what is written goes into the case at once, and no draft lies beside it.
struct SummaryDesk: Sendable {
    /// The text; nil until it is written in this session.
    var editor: Editor?
    /// The summary in whose place the text is written: what the reviewer saw when he began, or what was saved last.
    var base = ""
    /// Whether the keyboard is in it.
    var isWriting = false
    /// Raised with every change.
    var changes = 0
    /// The changes that each save under way carries, the oldest first: they are answered in this order.
    private(set) var sent: [Int] = []
    /// The changes that are on disk.
    var savedChanges = 0
    var isTimerSet = false
    var saving = ItemDesk.Saving.untouched

    /// Whether something is not on disk yet.
    var isDirty: Bool { changes != savedChanges }
    /// Whether a save is under way.
    var isSending: Bool { !sent.isEmpty }
    /// Whether the newest save under way carries all that was written.
    var isAllSent: Bool { sent.last == changes }

    /// All that was written goes to the disk.
    mutating func send() { sent.append(changes) }

    /// The oldest save under way is answered: what it carried is on the disk, or is not.
    mutating func answered(isSaved: Bool) {
        guard let carried = sent.first else { return }
        sent.removeFirst()
        if isSaved { savedChanges = carried }
    }
}
