public import CaseModel

/// What a reader has beside a case: bookmarks of his own, and where a phrase stands in its records.
public protocol ReadingShelf: Sendable {
    /// The bookmarks of a person in a case, in the order of their places; nobody is shown another's.
    /// - Throws: ``CaseStoreError/noSuchCase(_:)``.
    func bookmarks(of number: CaseNumber, by actor: Actor) async throws -> [Bookmark]
    /// Keeps a bookmark; one of the same person at the same place gives way. The case may be in any state, and its
    /// revision is not raised.
    ///
    /// The audit log tells who marked which place; the note is the reviewer's own and not told.
    /// - Throws: ``CaseStoreError/noSuchCase(_:)``, ``CaseStoreError/noSuchPage(_:record:page:)``,
    ///   ``CaseStoreError/noSuchLines(_:record:page:lines:)``.
    func keepBookmark(_ bookmark: Bookmark, in number: CaseNumber, by actor: Actor) async throws
    /// Takes a bookmark away; nothing happens when there is none at the place.
    func removeBookmark(at place: ReadingPlace, in number: CaseNumber, by actor: Actor) async throws
    /// Puts a bookmark in the place of the one that was seen there, nil for none, if that one still stands.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when another one stands, or none; what keeping one throws.
    func exchangeBookmark(_ seen: Bookmark?, for new: Bookmark?, in number: CaseNumber, by actor: Actor) async throws
    /// How often a phrase stands on each page of the records, pages without it left out; in the order of the records.
    func countInRecords(_ phrase: PhraseSearch, of number: CaseNumber) async throws -> [PageMatches]
}
