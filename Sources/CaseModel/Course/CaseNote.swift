/// Why a step was taken, in the words of who took it.
///
/// A note may speak of the case, so it is kept with the case and not in the audit log.
public struct CaseNote: Hashable, Sendable {
    /// The step that was taken.
    public var step: CaseStep
    /// The words, prose.
    public var text: String
    /// Who took it.
    public var actor: String
    /// When, in seconds since 1970 UTC.
    public var at: Int64

    /// A note from its parts.
    public init(step: CaseStep, text: String, actor: String, at: Int64) {
        self.step = step
        self.text = text
        self.actor = actor
        self.at = at
    }
}
