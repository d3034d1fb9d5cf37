public import CaseModel

/// What stood for the items of cases before.
///
/// A version is kept with every change of an item. While somebody goes on writing, his drafts are one version: a new one
/// begins after some minutes, with another person, and when text goes that stands in no earlier one.
public protocol VersionShelf: Sendable {
    /// The versions of an item, oldest first; the last one is what stands.
    func versions(of item: Int, in number: CaseNumber) async throws -> [ItemVersion]
    /// Brings an item back to what it was: what the case records of it, and what is written besides. The case gets
    /// `decisionDay` as its day when this decides its last item.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when the revision of the case is another than the one given,
    ///   ``CaseStoreError/staleDraft(_:)``, ``CaseStoreError/notOpen(_:)``.
    /// - Returns: the case as it now stands.
    func restore(_ restoration: ItemRestoration, in number: CaseNumber, decisionDay: Day, by actor: Actor) async throws
        -> ReviewCase
    /// Puts an override of a finding in the place of the one that was seen, nil for none, if that one still stands:
    /// by the same person for the same reason. Whoever asks answers for the new one.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when another one stands, or none; what making and lifting an
    ///   override throw.
    func exchangeOverride(
        _ seen: FindingOverride?, for new: FindingOverride?, in number: CaseNumber, by actor: Actor
    ) async throws
    /// Writes a passage anew for a case of that revision. The bookmarks on it follow the words, as they always do; those of
    /// the one who asks are put back as they are given, if they still stand as he saw them.
    /// - Throws: ``CaseStoreError/changedMeanwhile(_:)`` when the revision of the case is another; what writing throws.
    /// - Returns: the case as it now stands.
    func exchangePassage(
        _ seen: PassageText, for new: PassageText, as passage: LetterPassage, in number: CaseNumber, revision: Int,
        by actor: Actor
    ) async throws -> ReviewCase
}
