internal import CaseModel
internal import TextUI

/// What a reviewer has before him for one item: what he writes, what he chose, and how much of it is on disk.
struct ItemDesk: Sendable {
    /// Whether what was written is on disk.
    enum Saving: Hashable, Sendable {
        /// Nothing was written in this session.
        case untouched
        /// A draft or decision was put on disk at this time.
        case saved(ClockTime)
        /// The last attempt failed; it is tried again.
        case failed
    }

    /// What the right pane shows where there is no room for both.
    enum Pane: String, Hashable, Sendable {
        case guideline
        case summary
        case request
    }

    /// The item as the store has it.
    var item: DisputedItem
    /// The rationale as it stands in the editor.
    var editor: Editor
    /// The guideline line as it stands.
    var guideline: String
    /// The decision chosen, recorded or not.
    var chosen: Decision?
    /// The decision on disk.
    var recorded: Decision?
    var isWriting = false
    /// Whether it is known where the writing goes on; where it is not, that is at the end.
    var isCursorPlaced: Bool
    /// The field in which the guideline line is being written.
    var citationField: LineField?
    /// The field in which the claims administrator's line is being written.
    var claimsField: LineField?
    /// The claims administrator's line that is not on disk; nil when there is none.
    var claimsLine: String?
    /// Whether that line is on its way to the disk.
    var isClaimsSent = false
    var pane = Pane.guideline
    /// The first line shown of each pane.
    var paneTops: [Pane: Int] = [:]

    /// The guideline side of the item.
    var guidelines = GuidelineDesk()
    /// What the sentences of the rationale rest on.
    var links: [EvidenceLink] = []

    /// Raised with every change of rationale, guideline line or choice.
    var changes = 0
    /// The changes that a draft under way carries; nil when none is.
    var sentChanges: Int?
    /// The changes that a decision under way carries; nil when none is.
    var decidingChanges: Int?
    /// The changes that are on disk.
    var savedChanges = 0
    /// The revision of the newest draft that was sent.
    var draftRevision = 0
    /// The revision of the newest draft on disk that the reviewer wrote or saw.
    var knownRevision = 0
    /// What the disk has, as the reviewer wrote or saw it.
    var known: ItemWords
    /// What was sent since, answered or not; the newest last.
    var sent: [ItemWords] = []
    /// What somebody else wrote meanwhile; nil for nothing.
    var contest: DraftContest?
    var isTimerSet = false
    var saving = Saving.untouched
    /// Whether a decision is on its way to the disk.
    var isDeciding = false
    /// Whether its draft is being thrown away on the disk, until the case is read again.
    var isDiscarding = false

    init(_ item: DisputedItem, draft: Draft?) {
        self.item = item
        recorded = item.decision
        chosen = draft?.decision ?? item.decision
        guideline = draft?.reviewerGuideline ?? item.reviewerGuideline
        editor = Editor(text: draft?.rationale ?? item.rationale, cursor: draft?.cursor ?? 0)
        isCursorPlaced = draft != nil
        draftRevision = draft?.revision ?? 0
        knownRevision = draftRevision
        known = ItemWords(item, draft: draft)
    }

    /// Whether something is not on disk yet.
    var isDirty: Bool { changes != savedChanges }

    /// Whether what is written differs from what the case records.
    var isUnrecorded: Bool {
        chosen != recorded || Prose.normalized(editor.text) != item.rationale
            || Prose.normalized(guideline) != item.reviewerGuideline
    }

    /// Shows what is written as the case will have it; the cursor stays at its place among the words.
    mutating func normalize() {
        guideline = Prose.normalized(guideline)
        let words = Prose.normalized(editor.text)
        guard words != editor.text else { return }
        // With a letter behind it, the white space before the cursor counts as it does within the text.
        let place = Prose.normalized(String(editor.text.prefix(editor.cursor)) + "x").count - 1
        editor.replaceText(with: words, cursor: place)
    }

    /// The draft of what is written, as the store takes it.
    func draft(item number: Int) -> Draft {
        Draft(
            item: number, rationale: editor.text, reviewerGuideline: guideline, decision: chosen, cursor: editor.cursor,
            revision: draftRevision)
    }
}
