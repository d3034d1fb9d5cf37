public import CaseModel

/// Who does something, as the audit log names him.
public struct Actor: Hashable, Sendable {
    /// The name: 1 to 64 characters, no control characters.
    public let name: String

    /// Parses a name to act under.
    /// - Throws: ``CaseModelError/notAnActor``.
    public init(parsing text: String) throws(CaseModelError) {
        guard (1...64).contains(text.count), !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
        else { throw .notAnActor }
        name = text
    }
}
