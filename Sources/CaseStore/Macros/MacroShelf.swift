public import CaseModel

/// The keys that persons recorded under letters, to press them again.
///
/// They may hold what was typed into a rationale; so they are kept in the store, and a person reads only his own.
public protocol MacroShelf: Sendable {
    /// Keeps keys under a letter; older ones of the letter give way.
    func saveMacro(_ macro: KeyMacro, by actor: Actor) async throws
    /// The macros of a person, by letter.
    func macros(of actor: Actor) async throws -> [KeyMacro]
}
