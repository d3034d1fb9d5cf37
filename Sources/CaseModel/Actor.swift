/// Who does something, as the audit log names him.
///
/// Two are equal when they have the same name, whatever they hold.
public struct Actor: Hashable, Sendable {
    /// The name: 1 to 64 characters, no control characters.
    public let name: String
    /// The hold on a case by which he acts there, as the store that gave it knows it; nil for whoever holds none. The store
    /// refuses what is done by a hold that has passed to somebody else.
    package private(set) var hold: String?

    /// Parses a name to act under.
    /// - Throws: ``CaseModelError/notAnActor``.
    public init(parsing text: String) throws(CaseModelError) {
        guard (1...64).contains(text.count), !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
        else { throw .notAnActor }
        name = text
    }

    /// The same person, acting by a hold on a case.
    package func holding(_ hold: String) -> Actor {
        var actor = self
        actor.hold = hold
        return actor
    }

    /// Whether it is the same name.
    public static func == (one: Actor, other: Actor) -> Bool { one.name == other.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
