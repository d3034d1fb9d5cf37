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
    /// The specialties that cases have, by name: the candidates for a filter.
    func specialties() async throws -> [String]
}
