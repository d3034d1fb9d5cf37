public import CaseModel
public import Letters
public import RationaleTemplates

/// What the workstation wants done, as data: the runner does it and answers with a ``Message``.
public enum Effect: Hashable, Sendable {
    /// Count what a query finds.
    case countWorklist(WorklistQuery, generation: Int)
    /// Count for the top line.
    case loadCounts(today: Day)
    /// Read a stretch of the worklist.
    case loadWorklist(WorklistQuery, from: WorklistKey?, direction: PageDirection, limit: Int, generation: Int)
    /// Read the stretch of the worklist around a row, so many rows before it and after it, and where in the list it is.
    case findInWorklist(WorklistQuery, WorklistTarget, limit: Int, generation: Int)
    /// Read a case and its drafts.
    case openCase(CaseNumber)
    /// Read a page of a record, both from 1.
    case loadRecordPage(CaseNumber, record: Int, page: Int)
    /// Read the templates.
    case loadTemplates
    /// Look up what an item cites, or what speaks of its words.
    case lookUpGuidelines(CaseNumber, item: Int, GuidelineQuestion)
    /// Read a section of the library.
    case visitSection(CaseNumber, item: Int, section: String)
    /// Search the library for words: all of it, or within an edition or section of this name.
    case searchLibrary(String, within: String?, generation: Int)
    /// Find the quotations of a rationale in the library.
    case findQuotations(CaseNumber, item: Int, rationale: String, revision: Int)
    /// Read what the sentences of a case rest on.
    case loadLinks(CaseNumber)
    /// Search the records of a case for words.
    case searchRecords(CaseNumber, words: String, generation: Int)
    /// Rest a sentence on evidence.
    case addLink(CaseNumber, item: Int, EvidenceLink)
    /// Take a link away.
    case removeLink(CaseNumber, item: Int, id: Int)
    /// Read which findings of a case reviewers let stand.
    case loadOverrides(CaseNumber)
    /// Let a finding stand; who and when is the runner's affair.
    case overrideFinding(CaseNumber, FindingOverride)
    /// Let a finding count again.
    case liftOverride(CaseNumber, rule: String, item: Int?, fingerprint: String)
    /// Put one thing of a case in the place of another one that was seen there in that revision, if it still stands.
    case exchange(CaseNumber, CaseChange, revision: Int)
    /// Check what a case says by now, the written and not yet recorded included.
    case check(CaseNumber, Determination, generation: Int)
    /// Keep a rationale as a template of the reviewer's own: its name, its kinds and decision, its body.
    case saveTemplate(RationaleTemplate)
    /// Put a draft on disk.
    case saveDraft(CaseNumber, Draft)
    /// Throw a draft away.
    case discardDraft(CaseNumber, item: Int)
    /// Decide an item.
    case decide(CaseNumber, ItemDecision)
    /// Take a decision back.
    case reopen(CaseNumber, item: Int)
    /// Write a passage of the letter that is no decision; the revision is that of the case it was written for, nil for
    /// whatever the case is by now.
    case write(CaseNumber, String, as: LetterPassage, revision: Int?)
    /// Bring an item back to what it was.
    case restoreItem(CaseNumber, ItemRestoration)
    /// Read what stood for an item before.
    case loadVersions(CaseNumber, item: Int)
    /// Read the numbers of some rows of a worklist.
    case listCases(WorklistQuery, rows: Range<Int>, generation: Int)
    /// Do something to many cases.
    case carryOut(BulkJob, [CaseNumber])
    /// Read the words that are on cases.
    case loadTags
    /// Read the keys that were recorded.
    case loadMacros
    /// Keep recorded keys.
    case saveMacro(KeyMacro)
    /// Attest about the parties of a case.
    case attest(CaseNumber, Attestation)
    /// End the assignment of a case by a conflict with a party.
    case declareConflict(CaseNumber, Party, reason: String)
    /// Take a case for this session.
    case acquireLease(CaseNumber)
    /// Keep it for another while.
    case renewLease(CaseNumber)
    /// Give it back.
    case releaseLease(CaseNumber)
    /// Take it although another session has it.
    case takeOver(CaseNumber)
    /// Set the letter to be signed and gather what stands before that.
    case prepareSigning(CaseNumber)
    /// Sign the letter that was read of a case in that revision.
    case sign(CaseNumber, revision: Int, letter: Document)
    /// Read the views of the reviewer.
    case loadViews
    /// Keep a view.
    case saveView(SavedView)
    /// Keep one view in the place of another one, if that is still kept.
    case exchangeView(ViewChange)
    /// Delete the view of a name.
    case deleteView(String)
    /// Read the specialties that cases have.
    case loadSpecialties
    /// Count what a query finds, by a kind.
    case loadStatistics(WorklistQuery, by: WorklistStatistics.Kind, generation: Int)
    /// Name the themes.
    case loadThemes
    /// Show everything in the theme of a name, until the program ends.
    case useTheme(String)
    /// Read the reviewer's bookmarks in a case.
    case loadBookmarks(CaseNumber)
    /// Keep a bookmark.
    case keepBookmark(CaseNumber, Bookmark)
    /// Take away the bookmark at a place.
    case removeBookmark(CaseNumber, ReadingPlace)
    /// Count a phrase in the records of a case.
    case countInRecords(CaseNumber, PhraseSearch, generation: Int)
    /// Hand a text to the clipboard of the terminal.
    case copy(String)
    /// Listen to the mouse, or leave it to the terminal.
    case useMouse(Bool)
    /// Send the message of a timer after a while.
    case startTimer(WorkTimer, milliseconds: Int)
    /// Give the terminal back to the shell until it is continued.
    case suspend
    /// Paint every cell anew.
    case repaint
    /// Take everything off the terminal, what it keeps above the window too.
    case conceal
    /// Compare a passphrase with the one that unlocks.
    case comparePassphrase(String)
    /// Note in the audit log what happened to the lock.
    case noteLock(ScreenLockStep)
    /// Leave.
    case quit
}

extension Effect {
    /// The case in which somebody who holds it changes something; nil for all else.
    package var changedCase: CaseNumber? {
        switch self {
        case .saveDraft(let number, _), .discardDraft(let number, _), .decide(let number, _), .reopen(let number, _),
            .write(let number, _, _, _), .restoreItem(let number, _), .addLink(let number, _, _),
            .removeLink(let number, _, _), .overrideFinding(let number, _), .liftOverride(let number, _, _, _),
            .exchange(let number, .override, _), .exchange(let number, .passage, _):
            number
        default: nil
        }
    }
}

/// What the worklist is read around.
public enum WorklistTarget: Hashable, Sendable {
    /// A row that was listed.
    case row(WorklistKey)
    /// A case, listed or not.
    case number(CaseNumber)
}
