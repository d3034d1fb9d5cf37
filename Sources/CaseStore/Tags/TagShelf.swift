public import CaseModel

/// The words that are put on cases. They are no part of what a determination says: the revision of a case stays.
public protocol TagShelf: Sendable {
    /// Puts words on cases and takes words off, all in one transaction; a case that is refused does not hinder the others.
    /// - Returns: one outcome a case, in the order given.
    func tag(_ numbers: [CaseNumber], adding: [CaseTag], removing: [CaseTag], by actor: Actor) async throws
        -> [BulkOutcome<CaseStoreError>]
    /// The words that are in use, by name, with the number of cases that have each.
    func tags() async throws -> [(tag: CaseTag, cases: Int)]
    /// The words of a case, by name.
    func tags(of number: CaseNumber) async throws -> [CaseTag]
}
