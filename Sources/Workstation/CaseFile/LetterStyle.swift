public import CaseModel

/// The words in which a letter is previewed.
public struct LetterStyle: Hashable, Sendable {
    /// The words of the program; nil for the usual ones.
    public var wording: LetterWording?
    /// The words of the outcomes; the usual ones where there are none.
    public var outcomes: [Outcome: String]
    /// The words of the organization, for a case that brings none of its own.
    public var form: LetterForm

    /// Words of a program and an organization.
    public init(
        wording: LetterWording? = nil, outcomes: [Outcome: String] = [:], form: LetterForm = LetterForm()
    ) {
        (self.wording, self.outcomes, self.form) = (wording, outcomes, form)
    }

    /// The word of a decision.
    func word(of decision: Decision) -> String { wording?.decisions[decision] ?? decision.word }

    /// The words of an outcome.
    func words(of outcome: Outcome) -> String { outcomes[outcome] ?? outcome.words }
}
