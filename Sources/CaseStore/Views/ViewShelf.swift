public import CaseModel

/// The filters that persons keep under names of their own.
public protocol ViewShelf: Sendable {
    /// Keeps a view; one of the same name gives way.
    func saveView(_ view: SavedView, by actor: Actor) async throws
    /// The views of a person, by name.
    func views(of actor: Actor) async throws -> [SavedView]
    /// Throws a view away.
    /// - Throws: ``CaseStoreError/noSuchView(_:)``.
    func deleteView(_ name: String, by actor: Actor) async throws
    /// Keeps a view in the place of the one that was seen, nil for none, if that one is still kept.
    /// - Returns: whether it was; else nothing changed.
    func exchangeView(_ seen: SavedView?, for new: SavedView?, by actor: Actor) async throws -> Bool
    /// The specialties that cases have, by name: the candidates for a filter.
    func specialties() async throws -> [String]
}
