/// One rule of the determination check.
///
/// A rule looks at an understood letter and says what it observes. How grave that is, is the profile's affair. A rule
/// that needs what the input lacks observes nothing.
package protocol Rule: Sendable {
    /// The id, `group.name`.
    var id: String { get }
    /// The severity unless a profile says otherwise.
    var usualSeverity: Severity { get }
    /// What it observes, in the order of the letter.
    func observations(in letter: UnderstoodLetter) -> [Observation]
}

/// What a rule observed, before the profile weighs it.
package struct Observation: Sendable {
    /// How sure or grave it is among the observations of its rule.
    package enum Weight: Sendable {
        /// The rule's severity.
        case usual
        /// The lesser severity that the profile has for the rule.
        case lesser
        /// Never more than a note: a reader should look.
        case slight
    }

    var item: Int?
    var message: String
    var evidence: [Evidence]
    var weight: Weight
    /// The text elsewhere that the first evidence is set beside; nil when both stand in the letter.
    var stored: StoredText?

    init(
        item: Int? = nil, _ message: String, _ evidence: [Evidence], weight: Weight = .usual, stored: StoredText? = nil
    ) {
        self.stored = stored
        self.item = item
        self.message = message
        self.evidence = evidence
        self.weight = weight
    }
}
