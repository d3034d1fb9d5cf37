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
    /// The number is taken by a case with other content.
    case otherContent(CaseNumber)
    /// The case is not open to decision.
    case notOpen(CaseNumber)
    /// Somebody changed the case since it was read.
    case changedMeanwhile(CaseNumber)
    /// A newer draft of the item is there already.
    case staleDraft(CaseNumber)
    /// The rules of a review forbid it.
    case refused(Refusal)
    /// The file is not a case store.
    case notAStore(path: String)
    /// The store was written by a later version of the program.
    case tooNew(path: String)
    /// The store cannot be opened or written.
    case unavailable(path: String, reason: String)
}
