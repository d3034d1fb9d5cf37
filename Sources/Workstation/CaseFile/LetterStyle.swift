public import CaseModel

/// The words in which a letter is previewed.
public struct LetterStyle: Hashable, Sendable {
    /// The words of the program; nil for the usual ones.
    public var wording: LetterWording?
    /// The words of the organization, for a case that brings none of its own.
    public var form: LetterForm

    /// Words of a program and an organization.
    public init(wording: LetterWording? = nil, form: LetterForm = LetterForm()) {
        (self.wording, self.form) = (wording, form)
    }
}
