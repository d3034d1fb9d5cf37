internal import CaseModel
internal import TextUI

/// What is written about an item: the rationale, the guideline line, the decision chosen.
struct ItemWords: Hashable, Sendable {
    var rationale: String
    var guideline: String
    var chosen: Decision?

    /// What the disk has: the draft, or what the case records where there is none.
    init(_ item: DisputedItem, draft: Draft?) {
        rationale = draft?.rationale ?? item.rationale
        guideline = draft?.reviewerGuideline ?? item.reviewerGuideline
        chosen = draft?.decision ?? item.decision
    }

    /// Whether both say the same, blanks aside.
    func says(the other: ItemWords) -> Bool {
        chosen == other.chosen && Prose.normalized(guideline) == Prose.normalized(other.guideline)
            && Prose.normalized(rationale) == Prose.normalized(other.rationale)
    }
}

/// Two have written about an item: the disk has words of somebody else that the reviewer has not seen when he wrote his.
///
/// Nothing goes to the disk until he has seen them and chosen.
struct DraftContest: Sendable {
    /// What the reviewer wrote.
    struct Own: Sendable {
        var editor: Editor
        var guideline: String
        var chosen: Decision?
    }

    /// What the disk has.
    var theirs: ItemWords
    /// The revision of the draft there; 0 when it is recorded.
    var revision: Int
    /// What the reviewer wrote, while the other's words are shown in its place; nil while his own are shown.
    var own: Own?
}

extension ItemDesk {
    /// Said where the other's words are shown.
    static let contestedWords = "somebody else wrote this; e goes on with your words, D gives them up"

    /// Whether the other's words are shown in the place of the reviewer's own, which are not on disk.
    var showsTheirs: Bool { contest?.own != nil }

    /// The item was read again: what is not on disk stays, the rest is taken over. Where somebody else wrote meanwhile
    /// what the reviewer has not seen, both stand against each other.
    mutating func reread(_ item: DisputedItem, draft: Draft?) {
        self.item = item
        recorded = item.decision
        isDiscarding = false
        // What it says by now may be the decision that is on its way.
        guard !isDeciding || !isDirty else { return }
        let (disk, revision) = (ItemWords(item, draft: draft), draft?.revision ?? 0)
        guard isDirty else {
            show(disk, cursor: draft?.cursor)
            return settle(on: disk, revision: revision)
        }
        let isNews = !disk.says(the: known) && !([words] + sent).contains { disk.says(the: $0) }
        guard contest != nil || isNews else { return settle(on: disk, revision: revision) }
        contest = DraftContest(theirs: disk, revision: revision, own: contest?.own)
        if showsTheirs { show(disk, cursor: nil) }
    }

    /// Shows the other's words in the place of the reviewer's own, until he chooses.
    mutating func showTheirs() {
        guard let theirs = contest?.theirs, !showsTheirs else { return }
        contest?.own = DraftContest.Own(editor: editor, guideline: guideline, chosen: chosen)
        show(theirs, cursor: nil)
    }

    /// Goes on with the reviewer's own words, over the other's, which he has seen.
    mutating func goOnWithOwn() {
        guard let contest, let own = contest.own else { return }
        (editor, guideline, chosen) = (own.editor, own.guideline, own.chosen)
        isCursorPlaced = true
        settle(on: contest.theirs, revision: contest.revision)
    }

    /// Gives the reviewer's own words up: what is shown, and on the disk, stays.
    mutating func giveUpOwn() {
        guard let contest, showsTheirs else { return }
        settle(on: contest.theirs, revision: contest.revision)
        savedChanges = changes
        saving = .untouched
    }

    /// The reviewer knows what the disk has.
    mutating func settle(on disk: ItemWords, revision: Int) {
        known = disk
        knownRevision = max(knownRevision, revision)
        draftRevision = max(draftRevision, revision)
        contest = nil
    }

    /// Another state of the item is recorded; where no draft lies beside it, that is what the disk has.
    mutating func recorded(_ new: DisputedItem, isDecided: Bool) {
        if isDecided || known.says(the: ItemWords(item, draft: nil)) { known = ItemWords(new, draft: nil) }
        item = new
        recorded = new.decision
    }

    private var words: ItemWords { ItemWords(item, draft: draft(item: 0)) }

    /// Shows words, with the cursor where their writer left it; nil where that is not known.
    private mutating func show(_ words: ItemWords, cursor: Int?) {
        if editor.text != words.rationale {
            editor = Editor(text: words.rationale, cursor: cursor ?? 0)
            isCursorPlaced = cursor != nil
        }
        guideline = words.guideline
        chosen = words.chosen
    }
}

extension CaseScreen {
    /// Why nothing goes to the disk just now: somebody else has the case, or wrote what was not read yet.
    var keepsWords: Bool {
        if case .taken = hold { return true }
        return mustReread
    }

    /// Shows what somebody else wrote wherever the reviewer is not in the middle of writing.
    mutating func showTheirs() {
        for index in desks.indices where desks[index].contest != nil && !desks[index].hasKeyboard {
            desks[index].showTheirs()
        }
    }

    /// What is said of items of which somebody else wrote, too; nil when there is none.
    var contestWords: String? {
        guard let first = desks.firstIndex(where: { $0.contest != nil }) else { return nil }
        guard let item = itemNumber, desks[item - 1].contest != nil else {
            return "somebody else wrote about item \(first + 1), too; your words are only here"
        }
        return desks[item - 1].showsTheirs
            ? ItemDesk.contestedWords : "somebody else wrote here, too; Esc shows it; your words are only here"
    }

    /// Goes on saving what is written after the case was read again.
    mutating func goOnWithDrafts() -> [Effect] {
        desks.indices.flatMap { index in
            desks[index].isDirty && desks[index].contest == nil ? setDraftTimer(item: index + 1) : []
        }
    }

    /// The store refused a draft, for a newer one is there that was not seen: nothing more is sent before it is read.
    mutating func draftContested(item: Int) {
        guard desks.indices.contains(item - 1) else { return }
        desks[item - 1].sentChanges = nil
        desks[item - 1].draftRevision = desks[item - 1].knownRevision
        desks[item - 1].saving = .failed
        mustReread = true
    }
}

extension ItemDesk {
    /// Whether the keyboard is in one of its fields.
    fileprivate var hasKeyboard: Bool { isWriting || citationField != nil || guidelines.resumesWriting }
}

extension Workstation {
    /// Somebody else saved a newer draft: it is read, and who has the case now is asked.
    mutating func draftContested(_ number: CaseNumber, item: Int) -> [Effect] {
        guard caseFile?.number == number else { return [] }
        caseFile?.draftContested(item: item)
        return [.openCase(number)] + (caseFile?.hold == .mine ? [.renewLease(number)] : [])
    }

    /// Goes on saving what is written about the items, or says why not.
    mutating func goOnWithDrafts() -> [Effect] {
        if let words = caseFile?.contestWords { notice = Notice(kind: .error, text: words) }
        return caseFile?.goOnWithDrafts() ?? []
    }
}
