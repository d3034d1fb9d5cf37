public import CaseModel
package import Checks
package import Letters
package import RationaleTemplates
package import TextUI

/// What happened: a key, an answer to an effect, a timer.
package enum Message: Sendable {
    /// A person pressed a key.
    case key(Key)
    /// The terminal has another size.
    case resized(rows: Int, columns: Int)
    /// It is this day now.
    case today(Day)
    /// How many cases a query finds.
    case worklistCounted(total: Int, generation: Int)
    /// The counts of the top line.
    case countsLoaded(WorklistCounts)
    /// A stretch of the worklist.
    case worklistLoaded([WorklistRow], from: WorklistKey?, direction: PageDirection, generation: Int)
    /// The stretch of the worklist around a key: the place of its first row in the list, and the place where the key's row
    /// is, or would be; from 0.
    case worklistFound([WorklistRow], start: Int, place: Int, generation: Int)
    /// A case was read.
    case caseOpened(ReviewCase, drafts: [Draft], access: CaseAccess)
    /// A page of a record was read.
    case recordPageLoaded(CaseNumber, record: Int, page: Int, text: String)
    /// The templates at hand; and, for those that could not be read, a sentence each.
    case templatesLoaded([RationaleTemplate], problems: [String])
    /// The sections of the library that a guideline line leads to.
    case guidelinesFound(CaseNumber, item: Int, line: String, pages: [GuidelinePage])
    /// A section of the library was read.
    case sectionRead(CaseNumber, item: Int, page: GuidelinePage)
    /// What the library has of some words.
    case libraryFound([LibraryHit], generation: Int)
    /// The quotations of a rationale in the state of that revision.
    case quotationsFound(CaseNumber, item: Int, revision: Int, found: [FoundQuotation])
    /// What the sentences of a case rest on, by item.
    case linksLoaded(CaseNumber, [Int: [EvidenceLink]])
    /// A link was added or taken away; what the sentences rest on now, and what to say about it.
    case linksChanged(CaseNumber, [Int: [EvidenceLink]], remark: String)
    /// What the records have of some words.
    case recordsSearched(words: String, hits: [RecordHit], total: Int, generation: Int)
    /// What the check found in the state of that generation.
    case checked(CaseNumber, [Finding], generation: Int)
    /// Which findings of a case reviewers let stand.
    case overridesLoaded(CaseNumber, [FindingOverride])
    /// An override was made or lifted; which there are now, and what to say about it.
    case overridesChanged(CaseNumber, [FindingOverride], remark: String)
    /// A template of the reviewer's own is on disk, in this file.
    case templateSaved(path: String)
    /// A draft is on disk.
    case draftSaved(CaseNumber, item: Int, revision: Int, at: ClockTime)
    /// A draft is gone.
    case draftDiscarded(CaseNumber, item: Int)
    /// A decision, or the taking back of one, is on disk.
    case caseChanged(ReviewCase, item: Int, at: ClockTime)
    /// A passage of the letter is on disk.
    case passageWritten(ReviewCase, as: LetterPassage, at: ClockTime)
    /// An item is on disk as it was.
    case itemRestored(ReviewCase, ItemRestoration, at: ClockTime)
    /// What stood for an item before, oldest first.
    case versionsLoaded(CaseNumber, item: Int, [DatedVersion])
    /// The numbers of some rows of a worklist.
    case casesListed([CaseNumber], rows: Range<Int>, generation: Int)
    /// What became of the cases of a job.
    case carriedOut(BulkJob, [BulkOutcome<BulkRefusal>])
    /// The words that are on cases.
    case tagsLoaded([CaseTag])
    /// The keys that were recorded.
    case macrosLoaded([KeyMacro])
    /// Recorded keys are on disk.
    case macroSaved
    /// The reviewer of a case attested.
    case attested(ReviewCase)
    /// A conflict ended the assignment of a case.
    case assignmentEnded(CaseNumber)
    /// The case is held by this session, anew or still.
    case leaseTaken(CaseNumber)
    /// The case is held by somebody else.
    case leaseHeld(CaseNumber, by: String)
    /// The case is given back.
    case leaseReleased(CaseNumber)
    /// The letter that would be signed, or what stands before that.
    case signingPrepared(CaseNumber, letter: Document, obstacles: [SigningObstacle])
    /// A determination is signed, with the key of this fingerprint.
    case signed(ReviewCase, fingerprint: String)
    /// Whose cases `is:mine` finds.
    case reviewerKnown(ReviewerID)
    /// The views that are kept.
    case viewsLoaded([SavedView])
    /// A view was kept or deleted; which there are now, what was changed, and what to say about it.
    case viewsChanged([SavedView], ViewChange, remark: String)
    /// The view of this name is not what it was when a step was made: it stays as it is.
    case viewStays(String)
    /// The specialties that cases have.
    case specialtiesLoaded([String])
    /// What a filter finds, in numbers.
    case statisticsLoaded(WorklistStatistics, generation: Int)
    /// The names of the themes, and which is shown.
    case themesLoaded([String], present: String)
    /// The reviewer's bookmarks in a case.
    case bookmarksLoaded(CaseNumber, [Bookmark])
    /// A bookmark was kept or removed; which there are now, and what to say about it.
    case bookmarksChanged(CaseNumber, [Bookmark], remark: String)
    /// How often a phrase stands on the pages of the records.
    case countedInRecords(CaseNumber, [PageMatches], generation: Int)
    /// The terminal is cleared, at this time; whether a passphrase unlocks it.
    case concealed(at: ClockTime, asksPassphrase: Bool)
    /// A passphrase was compared.
    case passphraseCompared(isRight: Bool)
    /// What happened to the lock is in the audit log.
    case lockNoted
    /// The session before this one broke off here.
    case resume(Sitting)
    /// Whoever sits here has not seen the program yet.
    case showTour
    /// An effect could not be carried out.
    case failed(Effect, sentence: String)
    /// Somebody else changed the case meanwhile; nothing was written.
    case conflict(CaseNumber)
    /// Somebody else changed the case meanwhile; the passage was not written.
    case contested(CaseNumber, LetterPassage)
    /// Somebody else saved a draft of the item meanwhile; the one sent was not written.
    case draftContested(CaseNumber, item: Int)
    /// A timer ran out.
    case timer(WorkTimer)
    /// The terminal is going away: save what there is.
    case leaving
}

/// A time of day by the reviewer's own clock.
public struct ClockTime: Hashable, Sendable {
    /// `14:02:07`.
    public let text: String

    /// A time of day; each part is taken within its bounds.
    public init(hour: Int, minute: Int, second: Int) {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        text = two(min(max(hour, 0), 23)) + ":" + two(min(max(minute, 0), 59)) + ":" + two(min(max(second, 0), 60))
    }
}

/// What a timer was set for.
public enum WorkTimer: Hashable, Sendable {
    /// The clinical summary is due to be saved.
    case summary(CaseNumber)
    /// The draft of an item is due to be saved.
    case draft(CaseNumber, item: Int)
    /// Writing has rested long enough for the case to be checked.
    case check(CaseNumber)
    /// The hold on the case of that opening is to be renewed.
    case lease(CaseNumber, opening: Int)
    /// The filter has been left alone long enough to be asked.
    case filter(generation: Int)
    /// The cursor of a list may have rested on a row long enough for what stands beside it to follow.
    case preview(row: Int)
    /// Nobody has typed for as long as the screen may be left alone.
    case idle
    /// A passphrase may be tried again.
    case unlocking
}
