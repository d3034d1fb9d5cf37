public import CaseModel

/// What the workstation wants done, as data: the runner does it and answers with a ``Message``.
public enum Effect: Hashable, Sendable {
    /// Count what a query finds.
    case countWorklist(WorklistQuery, generation: Int)
    /// Count for the top line.
    case loadCounts(today: Day)
    /// Read a stretch of the worklist.
    case loadWorklist(WorklistQuery, from: WorklistKey?, direction: PageDirection, limit: Int, generation: Int)
    /// Read a case and its drafts.
    case openCase(CaseNumber)
    /// Read a page of a record, both from 1.
    case loadRecordPage(CaseNumber, record: Int, page: Int)
    /// Read the templates.
    case loadTemplates
    /// Put a draft on disk.
    case saveDraft(CaseNumber, Draft)
    /// Throw a draft away.
    case discardDraft(CaseNumber, item: Int)
    /// Decide an item.
    case decide(CaseNumber, ItemDecision)
    /// Take a decision back.
    case reopen(CaseNumber, item: Int)
    /// Send the message of a timer after a while.
    case startTimer(WorkTimer, milliseconds: Int)
    /// Give the terminal back to the shell until it is continued.
    case suspend
    /// Paint every cell anew.
    case repaint
    /// Leave.
    case quit
}
