internal import CaseModel
internal import Checks
internal import TextUI

/// An open case: its pages, where each is scrolled to, and the desk of each item.
struct CaseScreen: Sendable {
    var reviewCase: ReviewCase
    /// The page that is shown.
    var page: CasePage = .summary
    var rows: Int
    var columns: Int
    /// The present day.
    var today: Day
    let style: LetterStyle
    /// What is written and decided about each item.
    var desks: [ItemDesk]
    /// The clinical summary, when it is written.
    var summaryDesk = SummaryDesk()
    /// The first line shown of each page that was scrolled.
    var tops: [CasePage: Int] = [:]
    /// The pages of records that were read.
    var recordTexts: [CasePage: String] = [:]
    /// What is searched for in the text; empty for nothing.
    var search = ""
    /// The search field while it is being typed in.
    var searchField: LineField?
    /// The field for the number of a page while it is being typed in.
    var pageField: LineField?
    /// What the check found, in the order of the letter.
    var findings: [Finding] = []
    /// What reviewers let stand, whether it is found just now or not.
    var overrides: [FindingOverride] = []
    /// The findings with their overrides, in the order of the letter.
    var judged: [JudgedFinding] = []
    /// Raised with every question to the check: an answer to an older one is dropped.
    var checkGeneration = 0
    /// The question that the findings answer.
    var checkedGeneration = 0
    var isCheckTimerSet = false
    /// The item from which the records or the letter were gone to; a step back returns there.
    var origin: CasePage?
    /// What whoever opened the case may do with it.
    var access = CaseAccess()
    /// The parties of an attestation that is on its way to the disk.
    var attesting: [NamedParty]?
    var hold = CaseHold.none
    /// Whether the timer of its renewal is set: one at a time is enough, however often it is renewed in between.
    var isRenewalSet = false
    /// Whether somebody else may have written what was not read yet: nothing goes to the disk before that.
    var mustReread = false
    /// What was done in the case in this session.
    var undo: UndoList
    /// What waits for the disk.
    var waiting: Waiting?
    /// Whether a change failed since something waits.
    var hasWaitFailed = false
    /// Whether the note of a returned case was said on an item.
    var isCorrectionSaid = false
    /// Where the lines between the panes were drawn.
    var itemSplit = ItemSplit()
    /// A remark for the bottom line, taken by ``takeRemark()``.
    var remark: String?
    /// What is at hand for reading.
    var reading = ReadingDesk()
    /// The wrapped text of the page that is read, kept until page, size or content change.
    var text = ReadingText([], width: 1)

    var number: CaseNumber { reviewCase.number }

    /// The number of the item that is shown, from 1.
    var itemNumber: Int? {
        guard case .item(let number) = page, desks.indices.contains(number - 1) else { return nil }
        return number
    }

    init(
        _ reviewCase: ReviewCase, drafts: [Draft], rows: Int, columns: Int, today: Day,
        style: LetterStyle = LetterStyle()
    ) {
        self.reviewCase = reviewCase
        self.rows = rows
        self.columns = columns
        self.today = today
        self.style = style
        let desks = reviewCase.determination.items.enumerated().map { index, item in
            ItemDesk(item, draft: drafts.first { $0.item == index + 1 })
        }
        self.desks = desks
        undo = UndoList(reviewCase, desks)
        layOut()
    }

    /// Whether something waits for the disk, or is being taken back: the keys come after it.
    var isWaiting: Bool { undo.isUnderWay || waiting != nil }

    mutating func takeRemark() -> String? {
        defer { remark = nil }
        return remark
    }

    mutating func resize(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        layOut()
        if let line = reading.marking?.line { show(line: line) }
    }

    /// The case is another around its items: attested, signed.
    mutating func surroundingsChanged(_ reviewCase: ReviewCase) {
        self.reviewCase = reviewCase
        layOut()
    }

    /// The attestation goes to the disk.
    mutating func beginAttesting() { (attesting, access.parties) = (access.parties, nil) }

    /// The attestation is not on the disk: it is asked for as before.
    mutating func attestingFailed() { access.parties = attesting }

    /// Why the parties of the case are not attested about; nil when they can be.
    var attestationObstacle: String? {
        if let obstacle = access.obstacle { return obstacle }
        guard let assignment = reviewCase.assignment else {
            return "nobody has the case; imr assign gives it to a reviewer"
        }
        guard assignment.attestation == nil || access.parties != nil else { return "it is attested already" }
        return access.parties == nil ? "nothing is to be attested about the case as it stands" : nil
    }

    /// The case was read again, for instance after a conflict: what the reviewer has written stays.
    mutating func reread(_ reviewCase: ReviewCase, drafts: [Draft]) {
        self.reviewCase = reviewCase
        mustReread = false
        for (index, item) in reviewCase.determination.items.enumerated() {
            guard desks.indices.contains(index) else {
                desks.append(ItemDesk(item, draft: drafts.first { $0.item == index + 1 }))
                continue
            }
            desks[index].reread(item, draft: drafts.first { $0.item == index + 1 })
        }
        desks.removeLast(max(0, desks.count - reviewCase.determination.items.count))
        showTheirs()
        rereadSummary()
        layOut()
    }
}
