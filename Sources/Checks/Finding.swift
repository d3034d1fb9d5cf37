/// How grave a finding is.
package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// It is only told.
    case note
    /// It never blocks signing.
    case warning
    /// It blocks signing until it is mended or overridden with a reason.
    case error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// From note to error.
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// What a rule found in a determination.
package struct Finding: Hashable, Sendable {
    /// The id of the rule, `chronology.summary-differs`.
    package var rule: String
    /// How grave it is, by the programme's profile.
    package var severity: Severity
    /// The item, from 1; nil for the whole letter.
    package var item: Int?
    /// One sentence that a physician understands.
    package var message: String
    /// The law or case that it rests on.
    package var basis: String
    /// Where it stands; both places when it is a contradiction.
    package var evidence: [Evidence]
    /// The text outside of the letter that the first evidence is set beside; nil when there is none.
    package var stored: StoredText?

    /// The rule and what it rests on, for a person: `item.differs · Heath v. WCAB`.
    package var source: String { basis.isEmpty ? rule : rule + " · " + basis }

    /// A finding from its parts.
    package init(
        rule: String, severity: Severity, item: Int?, message: String, basis: String, evidence: [Evidence],
        stored: StoredText? = nil
    ) {
        self.stored = stored
        self.rule = rule
        self.severity = severity
        self.item = item
        self.message = message
        self.basis = basis
        self.evidence = evidence
    }
}

/// A text that is no part of the letter, shown beside a place of it.
package struct StoredText: Hashable, Sendable {
    /// Where it stands: edition and section.
    package var source: String
    /// The text.
    package var text: String

    /// A text from its parts.
    package init(source: String, text: String) {
        self.source = source
        self.text = text
    }
}
