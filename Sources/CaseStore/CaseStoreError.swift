public import CaseModel

/// Why the store did not do what it was asked. None of these holds clinical text.
public enum CaseStoreError: Error, Hashable, Sendable {
    /// No case is filed under the number.
    case noSuchCase(CaseNumber)
    /// The case has no item of this number.
    case noSuchItem(CaseNumber, Int)
    /// The case has no such page.
    case noSuchPage(CaseNumber, record: Int, page: Int)
    /// The page of the record has no such lines.
    case noSuchLines(CaseNumber, record: Int, page: Int, lines: ClosedRange<Int>)
    /// A link was asked for without a sentence to belong to.
    case emptySentence(CaseNumber)
    /// A link was asked for to no passage, or to a search for nothing.
    case emptyEvidence(CaseNumber)
    /// A finding was to be overridden without being named, or without a reason.
    case incompleteOverride(CaseNumber)
    /// The number is taken by a case with other content.
    case otherContent(CaseNumber)
    /// The case is not open to decision.
    case notOpen(CaseNumber)
    /// Somebody changed the case since it was read.
    case changedMeanwhile(CaseNumber)
    /// A newer draft of the item is there already.
    case staleDraft(CaseNumber)
    /// Somebody else has the case open to decide it.
    case leased(CaseNumber, by: String)
    /// The hold on a case has ended: it ran out, or somebody took the case over.
    case leaseLost(CaseNumber)
    /// A file is there already, and it is not to be written over.
    case alreadyThere(path: String)
    /// A process, by its id, has the store open.
    case inUse(path: String, by: Int32)
    /// The store does not stand up to verification; the first of what is wrong, as a sentence.
    case unsound(path: String, String)
    /// There is no file at the path.
    case noSuchStore(path: String)
    /// Another process, by its id when it is known, keeps everybody from writing.
    case heldUp(path: String, by: Int32?)
    /// The filter of a worklist is not understood, or asks what cannot be told.
    case filter(FilterProblem)
    /// The person has no view of this name.
    case noSuchView(String)
    /// The record of this place has the title of a document with other pages.
    case otherRecord(CaseNumber, record: Int)
    /// The rules of a review forbid it.
    case refused(Refusal)
    /// The file is not a case store.
    case notAStore(path: String)
    /// The store was written by a later version of the program.
    case tooNew(path: String)
    /// The store cannot be opened or written.
    case unavailable(path: String, reason: String)
}
