public import CaseModel

/// What attaching records did.
public struct AttachedRecords: Hashable, Sendable {
    /// How many are new in the case.
    public var added: Int
    /// How many were there already.
    public var unchanged: Int

    /// Counts from their parts.
    public init(added: Int, unchanged: Int) {
        self.added = added
        self.unchanged = unchanged
    }
}

/// Adds documents to cases that are filed already.
public protocol RecordShelf: Sendable {
    /// Attaches records to a case, after those that it has; all or none.
    ///
    /// The revision of the case is raised when there is anything new, so that whoever has the case on the screen looks
    /// before he decides.
    /// - Throws: ``CaseStoreError/noSuchCase(_:)``, ``CaseStoreError/notOpen(_:)`` when nothing of the case may change
    ///   any more, ``CaseStoreError/otherRecord(_:record:)`` when a record of that title has other pages.
    func attachRecords(_ records: [CaseRecord], to number: CaseNumber, by actor: Actor) async throws -> AttachedRecords
}
